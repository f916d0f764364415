const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** The codes of an error and of what caused it. */
function codes(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error; at instanceof Error && found.length < 10; at = at.cause)
    found.push('code' in at ? String(at.code) : '');
  return found;
}

/** True when nothing of the request left this process, so that sending it elsewhere repeats nothing. */
export function neverSent(error: unknown): boolean {
  return codes(error).some((code) => NEVER_SENT.has(code));
}

/** True when the connection could not be made or ended early: whoever was asked may have done it, or not. */
export function brokeOff(error: unknown): boolean {
  return neverSent(error) || codes(error).some((code) => BROKEN_OFF.has(code));
}
