export interface PageWeight {
  html: number;
  styles: { files: number; bytes: number };
  /** Fonts whose characters the page's text needs. */
  fonts: { files: number; bytes: number };
}

/** What a browser with an empty cache is sent for a page. */
export async function weigh(url: URL, cookie: string): Promise<PageWeight> {
  const page = await fetchBytes(url, cookie);
  const html = page.toString();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    ([link]) => new URL(/href="([^"]+)"/.exec(link)![1]!, url),
  );
  const styles = await Promise.all(sheets.map((sheet) => fetchBytes(sheet, cookie)));
  const letters = new Set([...html.replace(/<[^>]*>/g, '')].map((letter) => letter.codePointAt(0)!));
  const needed = new Set(
    styles.flatMap((style, index) => neededFonts(style.toString(), sheets[index]!, letters)),
  );
  const fonts = await Promise.all([...needed].map((font) => fetchBytes(new URL(font), cookie)));
  return { html: page.length, styles: total(styles), fonts: total(fonts) };
}

function total(files: readonly Buffer[]) {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.length, 0) };
}

async function fetchBytes(url: URL, cookie: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${url.pathname} was answered with ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The font files of a style sheet whose unicode-range covers one of the letters. */
function neededFonts(style: string, base: URL, letters: ReadonlySet<number>): string[] {
  return [...style.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face]) => {
    const file = /url\(["']?([^"')]+)/.exec(face!)?.[1];
    const ranges = /unicode-range:\s*([^;]+)/i.exec(face!)?.[1];
    return file && (!ranges || covers(ranges, letters)) ? [new URL(file, base).href] : [];
  });
}

function covers(ranges: string, letters: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [low, high] = range.trim().slice(2).split('-');
    const first = Number.parseInt(low!.replaceAll('?', '0'), 16);
    const last = Number.parseInt(high ?? low!.replaceAll('?', 'F'), 16);
    return [...letters].some((letter) => letter >= first && letter <= last);
  });
}
