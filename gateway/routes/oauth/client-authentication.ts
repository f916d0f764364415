import type { FastifyRequest } from 'fastify';

/** A refusal in the words of RFC 6749, section 5.2; descriptions there are ASCII only. */
export class OauthError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, description: string, headers: Record<string, string> = {}) {
    super(description);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Who a client says that it is. */
export interface ClientCredentials {
  id: string;
  secret: string;
}

/** The refusal of a client whose credentials are not good. */
export function invalidClient(description: string): OauthError {
  return new OauthError(401, 'invalid_client', description, {
    'www-authenticate': 'Basic realm="zgt", charset="UTF-8"',
  });
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function basicCredentials(header: string): ClientCredentials {
  const text = Buffer.from(header.slice('basic '.length), 'base64').toString();
  const colon = text.indexOf(':');
  try {
    if (colon > 0)
      return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
  } catch {
    // Not decodable is not well formed.
  }
  throw invalidClient('The Authorization header is not Basic base64(client_id:client_secret).');
}

/** The parameters of a form; a parameter that comes twice is refused, an empty one counts as absent. */
export function formOf(request: FastifyRequest): Map<string, string> {
  const form = new Map<string, string>();
  if (!(request.body instanceof URLSearchParams))
    throw new OauthError(400, 'invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  for (const [name, value] of request.body) {
    if (form.has(name)) throw new OauthError(400, 'invalid_request', 'A parameter was sent more than once.');
    form.set(name, value);
  }
  return new Map([...form].filter(([, value]) => value !== ''));
}

/** A parameter that has to be there. */
export function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw new OauthError(400, 'invalid_request', `The parameter ${name} is missing.`);
  return value;
}

/** The client's id and secret, by client_secret_basic or client_secret_post; refused when both or neither are used. */
export function clientCredentials(
  request: FastifyRequest,
  form: ReadonlyMap<string, string>,
): ClientCredentials {
  const { authorization } = request.headers;
  const id = form.get('client_id');
  const secret = form.get('client_secret');
  if (authorization && /^basic /i.test(authorization)) {
    if (secret !== undefined)
      throw new OauthError(400, 'invalid_request', 'Authenticate in one way: by header or by parameters.');
    const given = basicCredentials(authorization);
    if (id !== undefined && id !== given.id)
      throw new OauthError(400, 'invalid_request', 'client_id differs from the one in the header.');
    return given;
  }
  if (id === undefined || secret === undefined)
    throw invalidClient('Authenticate by HTTP Basic, or by client_id and client_secret in the form.');
  return { id, secret };
}
