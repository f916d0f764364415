import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { MonitorTargetRow } from '../tables-incidents.ts';
import { hostAndPort, webAddress } from './address.ts';
import { type AddressGuard, AddressNotAllowed } from './address-guard.ts';

export type Probed = Pick<MonitorTargetRow, 'probe' | 'address' | 'timeoutSeconds' | 'warnDays'>;

export interface ProbeResult {
  ok: boolean;
  latencyMs: number | null;
  /** What was seen, for people. */
  note: string;
}

export interface ProbeOptions {
  guard: AddressGuard;
  /** Further authorities whose certificates are trusted, in PEM. */
  certificateAuthority?: string | null;
}

const DAY_MS = 86_400_000;

/** Words for what goes wrong with a connection; the code itself stands with them for those who know it. */
const FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接被中断',
  ENOTFOUND: '域名无法解析',
  EAI_AGAIN: '域名解析没有应答',
  EHOSTUNREACH: '主机不可达',
  ENETUNREACH: '网络不可达',
  ABORT_ERR: '超时没有应答',
  CERT_HAS_EXPIRED: '证书已经过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书没有可信的签发机构',
  SELF_SIGNED_CERT_IN_CHAIN: '证书没有可信的签发机构',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '证书没有可信的签发机构',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书不是这个域名的',
};

function wordsFor(error: unknown): string {
  if (error instanceof AddressNotAllowed) return '地址在内部网络中，不允许检查';
  const { code = 'UNKNOWN' } = error as { code?: string };
  return FAILURES[code] ? `${FAILURES[code]}（${code}）` : `连接失败（${code}）`;
}

/** A literal address is judged here, a name when it is resolved. */
function demandAllowed(host: string, guard: AddressGuard): void {
  if (isIP(host) !== 0 && !guard.allows(host)) throw new AddressNotAllowed(host);
}

/** An answer below 400 is good; redirects are not followed, so none leads where the guard would not. */
function probeHttp(url: URL, signal: AbortSignal, { guard, certificateAuthority }: ProbeOptions) {
  demandAllowed(url.hostname.replace(/^\[|\]$/g, ''), guard);
  const secure = url.protocol === 'https:';
  return new Promise<Omit<ProbeResult, 'latencyMs'>>((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(
      url,
      {
        agent: false,
        signal,
        lookup: guard.lookup as never,
        headers: { 'user-agent': 'zgt-monitor/1.0', accept: '*/*' },
        ...(certificateAuthority && { ca: certificateAuthority }),
      },
      (response) => {
        const { statusCode = 0 } = response;
        response.destroy();
        resolve({ ok: statusCode >= 200 && statusCode < 400, note: `HTTP ${statusCode}` });
      },
    );
    request.on('error', reject).end();
  });
}

function probeTcp(address: string, signal: AbortSignal, { guard }: ProbeOptions) {
  const { host, port } = hostAndPort(address)!;
  demandAllowed(host, guard);
  return new Promise<Omit<ProbeResult, 'latencyMs'>>((resolve, reject) => {
    const socket = tcpConnect({ host, port, lookup: guard.lookup as never, signal } as never);
    socket.on('error', reject).on('connect', () => {
      socket.destroy();
      resolve({ ok: true, note: '已连接' });
    });
  });
}

/** Looks at the certificate whoever signed it, so that what is said names the real fault. */
function probeCertificate(
  { address, warnDays }: Probed,
  now: Date,
  signal: AbortSignal,
  { guard, certificateAuthority }: ProbeOptions,
) {
  const { host, port } = hostAndPort(address!)!;
  demandAllowed(host, guard);
  return new Promise<Omit<ProbeResult, 'latencyMs'>>((resolve, reject) => {
    const socket = tlsConnect({
      host,
      port,
      lookup: guard.lookup as never,
      rejectUnauthorized: false,
      ...(isIP(host) === 0 && { servername: host }),
      ...(certificateAuthority && { ca: certificateAuthority }),
    });
    signal.addEventListener('abort', () => socket.destroy(signal.reason));
    socket.on('error', reject).on('secureConnect', () => {
      const { valid_to: validTo } = socket.getPeerCertificate();
      const fault = socket.authorizationError as unknown as string | { code?: string } | null;
      socket.destroy();
      const days = Math.floor((Date.parse(validTo) - now.getTime()) / DAY_MS);
      const code = typeof fault === 'string' ? fault : fault?.code;
      // The machine that checks may live at another time than the certificate's: the dates are judged by our clock.
      if (days < 0) resolve({ ok: false, note: '证书已经过期' });
      else if (code && code !== 'CERT_HAS_EXPIRED') resolve({ ok: false, note: wordsFor({ code }) });
      else resolve({ ok: days >= warnDays, note: `证书还有 ${days} 天到期` });
    });
  });
}

/** Checks a target once, within its timeout; never throws, and never connects to what the guard does not allow. */
export async function probe(target: Probed, now: Date, options: ProbeOptions): Promise<ProbeResult> {
  const signal = AbortSignal.timeout(target.timeoutSeconds * 1000);
  const startedAt = performance.now();
  const seen = async () => {
    switch (target.probe) {
      case 'HTTP':
        return probeHttp(webAddress(target.address!)!, signal, options);
      case 'TCP':
        return probeTcp(target.address!, signal, options);
      case 'CERTIFICATE':
        return probeCertificate(target, now, signal, options);
      case 'MANUAL':
        throw new Error('a manual patrol is no check of the system');
    }
  };
  try {
    const result = await seen();
    return { ...result, latencyMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    const timedOut = signal.aborted ? { code: 'ABORT_ERR' } : error;
    return { ok: false, latencyMs: null, note: wordsFor(timedOut) };
  }
}
