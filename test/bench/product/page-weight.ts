import { request } from 'undici';

export interface PageWeight {
  html: number;
  styles: { files: number; bytes: number };
  /** The files whose range holds one of the page's letters; of several weights a browser may need fewer. */
  fonts: { files: number; bytes: number };
}

/** What a browser with an empty cache is sent for a page, compressed as the server does it. */
export async function weigh(url: URL, cookie: string): Promise<PageWeight> {
  const page = await open(url, cookie);
  const sheets = [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    ([link]) => new URL(/href="([^"]+)"/.exec(link)![1]!, url),
  );
  const styles = await Promise.all(sheets.map((sheet) => open(sheet, cookie)));
  const letters = new Set([...page.text.replace(/<[^>]*>/g, '')].map((letter) => letter.codePointAt(0)!));
  const needed = new Set(styles.flatMap(({ text }, index) => neededFonts(text, sheets[index]!, letters)));
  const fonts = await Promise.all([...needed].map((font) => open(new URL(font), cookie)));
  return { html: page.sent, styles: total(styles), fonts: total(fonts) };
}

interface Opened {
  text: string;
  /** Bytes of the body as it travels. */
  sent: number;
}

function total(files: readonly Opened[]) {
  return { files: files.length, bytes: files.reduce((sum, { sent }) => sum + sent, 0) };
}

async function open(url: URL, cookie: string): Promise<Opened> {
  const plain = await get(url, { cookie });
  const compressed = await get(url, { cookie, 'accept-encoding': 'br, gzip' });
  return { text: plain.toString(), sent: compressed.length };
}

async function get(url: URL, headers: Record<string, string>): Promise<Buffer> {
  const { statusCode, body } = await request(url, { headers });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`${url.pathname} was answered with ${statusCode}`);
  return bytes;
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
