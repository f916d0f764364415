const END = { signature: 0x06054b50, bytes: 22 };
const END_64 = { signature: 0x06064b50, bytes: 56 };
const LOCATOR_64 = { signature: 0x07064b50, bytes: 20 };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const EXTRA_64 = 0x0001;
const MARK_64 = 0xffffffff;
const MAX_COMMENT_BYTES = 0xffff;

export interface ZipEntry {
  name: string;
  compressedBytes: number;
  uncompressedBytes: number;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END.bytes;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    // The comment has to reach exactly to the end: else another reader could find another directory.
    const fits = () => at + END.bytes + view.getUint16(at + 20, true) === view.byteLength;
    if (view.getUint32(at, true) === END.signature && fits()) return at;
  }
  return -1;
}

/** Whether nothing lies between directory and end but ZIP64 records that name this very directory. */
function gapAgrees(view: DataView, from: number, end: number, start: number, count: number): boolean {
  if (from === end) return true;
  const locator = end - LOCATOR_64.bytes;
  return (
    locator - from === END_64.bytes &&
    view.getUint32(from, true) === END_64.signature &&
    view.getUint32(locator, true) === LOCATOR_64.signature &&
    view.getBigUint64(from + 32, true) === BigInt(count) &&
    view.getBigUint64(from + 48, true) === BigInt(start) &&
    view.getBigUint64(locator + 8, true) === BigInt(from)
  );
}

/** Puts the true sizes of a ZIP64 entry in place of their marks; marks without true sizes stay, far above any limit. */
function trueSizes(view: DataView, extra: number, extraEnd: number, marked: number[]): number[] {
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    let next = at + 4;
    return marked.map((size) => {
      if (size !== MARK_64 || next + 8 > extraEnd) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return marked;
}

/** Reads a zip's directory without unpacking anything; null when it is cut short, split over disks or inconsistent. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0 || view.getUint16(end + 4, true) !== 0) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY.bytes > end || view.getUint32(at, true) !== ENTRY.signature) return null;
    const extra = at + ENTRY.bytes + view.getUint16(at + 28, true);
    const extraEnd = extra + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) return null;
    const marked = [view.getUint32(at + 24, true), view.getUint32(at + 20, true)];
    const [uncompressedBytes, compressedBytes] = trueSizes(view, extra, extraEnd, marked);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY.bytes, extra)),
      compressedBytes: compressedBytes!,
      uncompressedBytes: uncompressedBytes!,
    });
    at = next;
  }
  return at <= end && gapAgrees(view, at, end, start, count) ? entries : null;
}
