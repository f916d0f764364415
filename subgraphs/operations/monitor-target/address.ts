import type { ProbeKind } from '../choices-incidents.ts';

/** Where to connect to. */
export interface HostAndPort {
  host: string;
  port: number;
}

/** `host:port` or `[v6]:port`; null for anything else. */
export function hostAndPort(text: string): HostAndPort | null {
  const parts = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]{1,253})):(\d{1,5})$/.exec(text);
  const port = Number(parts?.[3]);
  return parts && port >= 1 && port <= 65_535 ? { host: parts[1] ?? parts[2]!, port } : null;
}

/** An address that a browser would open, without name and password in it; null for anything else. */
export function webAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
}

/** What is wrong with the address of a target for its kind of check; null when it is good. */
export function addressFault(probe: ProbeKind, address: string | null): string | null {
  if (probe === 'MANUAL') return address ? '人工巡检不填地址' : null;
  if (!address) return '必填';
  if (probe === 'HTTP')
    return webAddress(address)
      ? null
      : '应为 http 或 https 网址，不含用户名和口令，例如 https://www.gx.gov.cn/';
  return hostAndPort(address) ? null : '应为“主机:端口”，例如 www.gx.gov.cn:443';
}
