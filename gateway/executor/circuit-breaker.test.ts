import { expect, test } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.ts';

function setUp() {
  const time = { ms: 0 };
  return { time, breaker: new CircuitBreaker({ failures: 5, openMs: 2000, elapsedMs: () => time.ms }) };
}

test('opens after five failures in a row, not before', () => {
  const { breaker } = setUp();
  for (let i = 0; i < 4; i++) breaker.failed();
  expect(breaker.allows()).toBe(true);
  breaker.succeeded();
  for (let i = 0; i < 4; i++) breaker.failed();
  expect(breaker.allows()).toBe(true);
  breaker.failed();
  expect(breaker.allows()).toBe(false);
});

test('after two seconds lets one request try; its success closes, its failure opens again', () => {
  const { breaker, time } = setUp();
  for (let i = 0; i < 5; i++) breaker.failed();
  time.ms = 1999;
  expect(breaker.allows()).toBe(false);
  time.ms = 2000;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  breaker.failed();
  time.ms = 3999;
  expect(breaker.allows()).toBe(false);
  time.ms = 4000;
  expect(breaker.allows()).toBe(true);
  breaker.succeeded();
  expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
});
