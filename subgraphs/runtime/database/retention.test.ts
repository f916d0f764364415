import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, startClockAt } from '../clock.ts';
import { newId } from '../id.ts';
import { countFailure, secondsToWait } from '../identity/sign-in-throttle.ts';
import { claimKey, claimOf } from '../lifecycle/idempotency.ts';
import { openTestRuntime, type TestRuntime } from '../testing/test-runtime.ts';
import { ANONYMOUS } from '../viewer.ts';
import { forgetWhatIsOver } from './retention.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await openTestRuntime();
}, 60_000);
afterAll(() => runtime.close());

it('a key is remembered for seven days, and may be used anew after them', async () => {
  const claim = (key: string, body: unknown) =>
    runtime.db.transaction().execute((tx) => claimKey(tx, claimOf(ANONYMOUS, key, body, now())));
  startClockAt('2026-11-01T09:00:00+08:00');
  expect(await claim('first', 1)).toEqual({ kind: 'FIRST' });
  startClockAt('2026-11-01T09:30:00+08:00');
  expect(await claim('half an hour later', 1)).toEqual({ kind: 'FIRST' });
  startClockAt('2026-11-08T09:15:00+08:00');
  await forgetWhatIsOver(runtime.db);
  expect(await claim('half an hour later', 2)).toEqual({ kind: 'OTHER_BODY' });
  expect(await claim('first', 2)).toEqual({ kind: 'FIRST' });
});

it('a message stays in the inbox for a year', async () => {
  const { organizationId } = await runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const tell = (title: string) =>
    runtime.db
      .insertInto('runtime.notification')
      .values({
        id: newId(),
        organizationId: organizationId!,
        noun: 'Filing',
        action: 'submit',
        recordId: newId(),
        title,
        body: '',
        articles: [30],
        createdAt: now(),
        readAt: null,
      })
      .execute();
  startClockAt('2026-11-01T09:00:00+08:00');
  await tell('first');
  startClockAt('2026-11-01T09:30:00+08:00');
  await tell('half an hour later');
  startClockAt('2027-11-01T09:15:00+08:00');
  await forgetWhatIsOver(runtime.db);
  const left = await runtime.db.selectFrom('runtime.notification').select('title').execute();
  expect(left).toEqual([{ title: 'half an hour later' }]);
});

it('a failed sign-in is remembered for a day, and closes a name as before meanwhile', async () => {
  startClockAt('2026-11-01T09:00:00+08:00');
  for (let failure = 0; failure < 10; failure++) await countFailure(runtime.db, 'old');
  startClockAt('2026-11-02T09:00:00+08:00');
  for (let failure = 0; failure < 10; failure++) await countFailure(runtime.db, 'new');
  startClockAt('2026-11-02T09:01:00+08:00');
  await forgetWhatIsOver(runtime.db);
  const left = await runtime.db.selectFrom('runtime.signInFailure').select('username').distinct().execute();
  expect(left).toEqual([{ username: 'new' }]);
  expect(await secondsToWait(runtime.db, 'new')).toBeGreaterThan(800);
});
