const MAX_CHARACTERS = 120;

/**
 * The part of an uploaded file's name that is safe to show and to offer for download; empty when nothing is left.
 *
 * Drops folders, control and direction characters, and what file systems or headers read as syntax; keeps the extension when it shortens.
 */
export function cleanFileName(fileName: string): string {
  const name = fileName
    .toWellFormed()
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/["*:<>?|]/g, '_')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const characters = [...name];
  if (characters.length <= MAX_CHARACTERS) return name;
  const extension = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')];
  return [...characters.slice(0, MAX_CHARACTERS - extension.length), ...extension].join('');
}

/** The extension in lower case without its dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
