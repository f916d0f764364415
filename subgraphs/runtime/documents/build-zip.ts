import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  /** Sizes that the directory states in place of the true ones. */
  claims?: { compressedBytes?: number; uncompressedBytes?: number };
}

const field = (bytes: 2 | 4, value: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const long = (value: number) => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
};

/** Builds a small deflated zip for tests, true or lying about its sizes; `zip64` writes what streaming writers of large files write. */
export function buildZip(parts: readonly ZipPart[], { zip64 = false }: { zip64?: boolean } = {}): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const unpackedBytes = Buffer.from(content).length;
    const claimed = [
      claims?.compressedBytes ?? packed.length,
      claims?.uncompressedBytes ?? unpackedBytes,
    ] as const;
    const stated = zip64 ? ([0xffffffff, 0xffffffff] as const) : claimed;
    const extra = zip64
      ? Buffer.concat([field(2, 1), field(2, 16), long(claimed[1]), long(claimed[0])])
      : Buffer.alloc(0);
    const common = [field(2, 0x0800), field(2, 8), field(4, 0x00210000), field(4, crc32(content))];
    const head = [
      field(4, 0x04034b50),
      field(2, 20),
      ...common,
      field(4, packed.length),
      field(4, unpackedBytes),
    ];
    const file = Buffer.concat([...head, field(2, nameBytes.length), field(2, 0), nameBytes, packed]);
    const entry = [
      field(4, 0x02014b50),
      field(2, 20),
      field(2, 20),
      ...common,
      field(4, stated[0]),
      field(4, stated[1]),
    ];
    entry.push(field(2, nameBytes.length), field(2, extra.length), field(2, 0), field(2, 0), field(2, 0));
    directory.push(Buffer.concat([...entry, field(4, 0), field(4, offset), nameBytes, extra]));
    local.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = field(2, parts.length);
  const end = [field(4, 0x06054b50), field(2, 0), field(2, 0), count, count, field(4, listed.length)];
  end.push(field(4, offset), field(2, 0));
  const end64 = [field(4, 0x06064b50), long(44), field(2, 45), field(2, 45), field(4, 0), field(4, 0)];
  end64.push(long(parts.length), long(parts.length), long(listed.length), long(offset));
  end64.push(field(4, 0x07064b50), field(4, 0), long(offset + listed.length), field(4, 1));
  return Buffer.concat([...local, listed, ...(zip64 ? end64 : []), ...end]);
}
