import { expect, it } from 'vitest';
import { Freshness, logPosition } from './replica.ts';

function clocked() {
  let elapsed = 10_000;
  const freshness = new Freshness(() => elapsed);
  return { freshness, at: (ms: number) => (elapsed = 10_000 + ms) };
}

it('compares places of the log beyond 32 bits', () => {
  expect(logPosition('0/0')).toBe(0n);
  expect(logPosition('16/B374D848')).toBe(97_500_059_720n);
  expect(logPosition('1/0') > logPosition('0/FFFFFFFF')).toBe(true);
  expect(() => logPosition('nonsense')).toThrow('not a log position');
});

it('is not fresh before the replica was seen', () => {
  const { freshness, at } = clocked();
  expect(freshness.isFresh()).toBe(false);
  freshness.primaryAt(at(0), 5n);
  expect(freshness.isFresh()).toBe(false);
  freshness.replicaAt(4n);
  expect(freshness.isFresh()).toBe(false);
});

it('is as fresh as the newest place that the replica has reached, for a second', () => {
  const { freshness, at } = clocked();
  freshness.primaryAt(at(0), 5n);
  freshness.primaryAt(at(400), 9n);
  freshness.replicaAt(5n);
  at(1000);
  expect(freshness.isFresh()).toBe(true);
  at(1001);
  expect(freshness.isFresh()).toBe(false);
  freshness.replicaAt(9n);
  expect(freshness.isFresh()).toBe(true);
  at(1401);
  expect(freshness.isFresh()).toBe(false);
});

it('stays fresh while nobody writes and the replica has everything', () => {
  const { freshness, at } = clocked();
  for (let ms = 0; ms <= 5000; ms += 200) {
    freshness.primaryAt(at(ms), 5n);
    freshness.replicaAt(5n);
    expect(freshness.isFresh()).toBe(true);
  }
});

it('falls out when replay stands still while the primary goes on, and comes back when it has caught up', () => {
  const { freshness, at } = clocked();
  freshness.primaryAt(at(0), 1n);
  freshness.replicaAt(1n);
  for (let ms = 200; ms <= 3000; ms += 200) {
    freshness.primaryAt(at(ms), BigInt(ms));
    freshness.replicaAt(1n);
    expect(freshness.isFresh()).toBe(ms <= 1000);
  }
  freshness.replicaAt(3000n);
  expect(freshness.isFresh()).toBe(true);
});

it('forgets a replica that is gone or promoted', () => {
  const { freshness, at } = clocked();
  freshness.primaryAt(at(0), 5n);
  freshness.replicaAt(5n);
  freshness.replicaAt(null);
  expect(freshness.isFresh()).toBe(false);
  freshness.primaryAt(at(100), 5n);
  freshness.replicaAt(5n);
  freshness.unknown();
  expect(freshness.isFresh()).toBe(false);
});
