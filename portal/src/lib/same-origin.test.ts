import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const post = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:4000/sign-out', { method: 'POST', headers });

test('a form of this site may write', () => {
  expect(isSameOrigin(post({ 'sec-fetch-site': 'same-origin' }))).toBe(true);
});

test('a form of another site may not, nor one of a sibling host', () => {
  expect(isSameOrigin(post({ 'sec-fetch-site': 'cross-site' }))).toBe(false);
  expect(isSameOrigin(post({ 'sec-fetch-site': 'same-site' }))).toBe(false);
});

test('without Sec-Fetch-Site the host of Origin decides, also behind TLS', () => {
  expect(isSameOrigin(post({ origin: 'https://zgt.example', host: 'zgt.example' }))).toBe(true);
  expect(isSameOrigin(post({ origin: 'https://evil.example', host: 'zgt.example' }))).toBe(false);
  expect(isSameOrigin(post({ origin: 'null', host: 'zgt.example' }))).toBe(false);
});
