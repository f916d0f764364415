import { randomBytes } from 'node:crypto';
import { now } from './clock.ts';

/** A new UUID version 7: unique, and ordered by time, so that lists page by identifier. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now().getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text that PostgreSQL would accept as a uuid. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** When an identifier of ours was made; 1970 for one that does not tell. */
export function instantOf(id: string): Date {
  return new Date(id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0);
}
