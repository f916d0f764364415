import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident } from '../incident/actions.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { type AlertIntake, openAlertIntake } from './intake.ts';
import { readPayload } from './payload.ts';
import { forgetOldAlerts, settleAlerts } from './settle.ts';

let world: World;
let intake: AlertIntake;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  intake = openAlertIntake(world.runtime);
}, 60_000);
afterAll(async () => {
  await intake.idle();
  await world.runtime.close();
});

/** What Alertmanager sends, with everything that it puts in. */
const payload = (
  groupKey: string,
  alerts: {
    status?: string;
    fingerprint?: string;
    startsAt?: string;
    endsAt?: string;
    labels?: Record<string, string>;
  }[],
) => ({
  version: '4',
  groupKey,
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'zgt',
  groupLabels: { alertname: 'InstanceDown' },
  commonLabels: { alertname: 'InstanceDown', job: 'gateway' },
  commonAnnotations: { summary: '网关实例没有应答' },
  externalURL: 'http://alertmanager.example.test:9093',
  alerts: alerts.map(({ status = 'firing', fingerprint = 'f-1', startsAt, endsAt, labels }) => ({
    status,
    labels: { alertname: 'InstanceDown', job: 'gateway', instance: fingerprint, ...labels },
    annotations: { summary: '网关实例没有应答' },
    startsAt: startsAt ?? '2026-11-23T08:59:00.123456789+08:00',
    endsAt: endsAt ?? '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example.test:9090/graph?g0.expr=up',
    fingerprint,
  })),
});

async function tell(body: unknown): Promise<void> {
  const read = readPayload(body);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  await intake.take(world.company.organizationId!, read.alerts);
  await intake.idle();
}

const incidents = async (where = sql`true`) =>
  (
    await sql<IncidentRow>`select * from operations.incident where source = 'ALERT' and ${where} order by id`.execute(
      world.runtime.db,
    )
  ).rows;

const ofGroup = (summary: string) => incidents(sql`title = ${`告警：${summary}`}`);

describe('alerts from outside become suspected incidents, one for a group (article 60)', () => {
  it('[duty 60.1] once, however often and with however many alerts it is told', async () => {
    await tell(payload('{}:{alertname="InstanceDown"}', [{ fingerprint: 'a' }, { fingerprint: 'b' }]));
    await tell(payload('{}:{alertname="InstanceDown"}', [{ fingerprint: 'a' }, { fingerprint: 'c' }]));
    const [raised, ...more] = await ofGroup('网关实例没有应答');
    expect(more).toEqual([]);
    expect(raised).toMatchObject({ state: 'DETECTED', outageScope: 'UNSTABLE', affected: 'gateway' });
    expect(raised!.startedAt.toISOString()).toBe('2026-11-23T00:59:00.123Z');
    const { incident: asked } = await world.ask(
      world.management,
      'query ($id: ID!) { incident(id: $id) { alertFigures { alerts firing received } } }',
      { id: raised!.id },
    );
    expect(asked.alertFigures).toEqual({ alerts: 3, firing: 3, received: 4 });
  });

  it('ends the outage when all are resolved, not the incident; and goes on when one fires again', async () => {
    const group = '{}:{alertname="InstanceDown"}';
    startClockAt('2026-11-23T09:10:00+08:00');
    const resolved = { status: 'resolved', endsAt: '2026-11-23T09:08:00+08:00' };
    await tell(
      payload(group, [
        { fingerprint: 'a', ...resolved },
        { fingerprint: 'b', ...resolved },
      ]),
    );
    expect((await ofGroup('网关实例没有应答'))[0]!.outageEndedAt).toBeNull();
    await tell(payload(group, [{ fingerprint: 'c', ...resolved }]));
    const [ended] = await ofGroup('网关实例没有应答');
    expect(ended).toMatchObject({ state: 'DETECTED', outageEndedAt: new Date('2026-11-23T09:08:00+08:00') });
    startClockAt('2026-11-23T09:20:00+08:00');
    await tell(payload(group, [{ fingerprint: 'a', startsAt: '2026-11-23T09:18:00+08:00' }]));
    const again = await ofGroup('网关实例没有应答');
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({
      outageEndedAt: null,
      outageStartedAt: new Date('2026-11-23T09:18:00+08:00'),
    });
  });

  it('is not raised again by what goes on firing after it was dismissed, but by what fires anew', async () => {
    const group = '{}:{alertname="InstanceDown"}';
    const [known] = await ofGroup('网关实例没有应答');
    await world.take(incident, 'dismiss', world.company, { id: known!.id, reason: '误报' });
    await tell(payload(group, [{ fingerprint: 'a' }]));
    expect(await ofGroup('网关实例没有应答')).toHaveLength(1);
    await tell(
      payload(group, [{ fingerprint: 'a', status: 'resolved', endsAt: '2026-11-23T09:19:00+08:00' }]),
    );
    await tell(payload(group, [{ fingerprint: 'a' }]));
    expect(await ofGroup('网关实例没有应答')).toHaveLength(2);
  });

  it('takes from labels how far it reaches, and the level follows', async () => {
    startClockAt('2026-11-23T09:30:00+08:00');
    const labels = { alertname: 'BaseDown', zgt_outage_scope: 'WHOLE_PLATFORM' };
    const body = payload('{}:{alertname="BaseDown"}', [
      { fingerprint: 'base', startsAt: '2026-11-23T09:18:00+08:00', labels },
    ]);
    await tell(body);
    const [raised] = await incidents(sql`outage_scope = 'WHOLE_PLATFORM'`);
    expect(raised).toMatchObject({ level: 'LEVEL_2' });
    expect(raised!.nextCrossingAt).toEqual(new Date('2026-11-23T09:48:00.001+08:00'));
  });

  it('names the app that labels name, and goes without one that nobody knows', async () => {
    const app = await knownRecord(world.runtime, 'App', world.company.organizationId!, 'LISTED');
    const told = async (job: string, appId: string) => {
      const labels = { job, zgt_app_id: appId, zgt_outage_scope: 'EVERYTHING', unheard_of: '未知标签' };
      await tell(payload(`{}:{job="${job}"}`, [{ fingerprint: job, labels }]));
      return (await incidents(sql`alert_group is not null`)).at(-1);
    };
    expect(await told('known-app', app.id)).toMatchObject({
      appId: app.id,
      affected: expect.stringMatching(/^App /),
      outageScope: 'UNSTABLE',
    });
    for (const appId of [newId(), 'not-an-id', world.company.organizationId!])
      expect(await told(`unknown-${appId}`, appId)).toMatchObject({
        appId: null,
        affected: `unknown-${appId}`,
      });
  });

  it('keeps what a database would not take as it stands, and holds up nobody else’s', async () => {
    const odd = payload('{}:{job="odd\0"}', [
      {
        fingerprint: 'odd\0\ud800',
        startsAt: '2026-11-23T22:29:00+23:00',
        labels: { job: 'odd', note: 'a\0b\ud800c' },
      },
    ]);
    await Promise.all([
      tell(odd),
      tell(payload('{}:{job="even"}', [{ fingerprint: 'even', labels: { job: 'even' } }])),
    ]);
    const [raised] = await incidents(sql`affected = 'odd'`);
    expect(raised!.startedAt.toISOString()).toBe('2026-11-22T23:29:00.000Z');
    expect(await incidents(sql`affected = 'even'`)).toHaveLength(1);
    const { rows } = await sql<{
      labels: Record<string, string>;
    }>`select labels from operations.incident_alert
      where labels->>'job' = 'odd'`.execute(world.runtime.db);
    expect(rows[0]!.labels.note).toBe('ab\ufffdc');
  });

  it('is raised once when several processes settle the same alerts at the same moment', async () => {
    const { organizationId } = world.company;
    const read = readPayload(
      payload('{}:{alertname="Race"}', [{ fingerprint: 'race', labels: { job: 'race' } }]),
    );
    const others = [openAlertIntake(world.runtime), openAlertIntake(world.runtime), intake];
    await Promise.all(others.map((one) => one.take(organizationId!, (read as { alerts: never }).alerts)));
    await Promise.all(others.map((one) => one.idle()));
    await settleAlerts(world.runtime);
    expect(await incidents(sql`affected = 'race'`)).toHaveLength(1);
  });
});

it('an end before the beginning, as clocks that differ tell it, ends the outage where it began', async () => {
  startClockAt('2026-11-23T10:00:00+08:00');
  const alert = { fingerprint: 'skewed', labels: { job: 'skewed' } };
  await tell(payload('{}:{alertname="Skewed"}', [{ ...alert, startsAt: '2026-11-23T09:59:00+08:00' }]));
  await tell(
    payload('{}:{alertname="Skewed"}', [
      { ...alert, status: 'resolved', endsAt: '2026-11-23T09:58:00+08:00' },
    ]),
  );
  const [ended] = await incidents(sql`affected = 'skewed'`);
  expect(ended!.outageEndedAt).toEqual(new Date('2026-11-23T09:59:00+08:00'));
});

it('a storm is absorbed and becomes one incident: 10,000 calls with 2,000 different groups', async () => {
  startClockAt('2026-11-23T20:00:00+08:00');
  const before = (await incidents()).length;
  const calls = Array.from({ length: 10_000 }, (_, index) => {
    const group = index % 2000;
    const read = readPayload(
      payload(`{}:{alertname="Storm",instance="${group}"}`, [
        { fingerprint: `storm-${group}`, labels: { job: 'storm' } },
      ]),
    );
    return intake.take(world.company.organizationId!, (read as { alerts: never }).alerts);
  });
  await Promise.all(calls);
  await intake.idle();
  const raised = (await incidents()).slice(before);
  expect(raised.length).toBeLessThanOrEqual(21);
  expect(raised.filter(({ title }) => title.includes('告警风暴'))).toHaveLength(1);
  const found = await sql<{ alerts: number; received: number; orphans: number }>`
    select count(*)::integer as alerts, sum(received)::integer as received,
      (count(*) filter (where incident_id is null))::integer as orphans
    from operations.incident_alert where fingerprint like 'storm-%'`.execute(world.runtime.db);
  expect(found.rows).toEqual([{ alerts: 2000, received: 10_000, orphans: 0 }]);
}, 120_000);

it('what was resolved long ago is forgotten, what fires is not', async () => {
  startClockAt('2027-01-10T09:00:00+08:00');
  await forgetOldAlerts(world.runtime);
  const left = await sql<{ status: string }>`select distinct status from operations.incident_alert`.execute(
    world.runtime.db,
  );
  expect(left.rows).toEqual([{ status: 'firing' }]);
});

describe('what is not Alertmanager’s format is refused with what was expected', () => {
  const good = payload('g', [{}]);
  it.each([
    ['nothing', null, ''],
    ['another version', { ...good, version: '3' }, 'version'],
    ['no alert', { ...good, alerts: [] }, 'alerts'],
    [
      'too many alerts',
      payload(
        'g',
        Array.from({ length: 1001 }, () => ({})),
      ),
      'alerts',
    ],
    [
      'an alert without fingerprint',
      { ...good, alerts: [{ ...good.alerts[0], fingerprint: '' }] },
      'alerts.0.fingerprint',
    ],
    [
      'an instant that is none',
      { ...good, alerts: [{ ...good.alerts[0], startsAt: 'gestern' }] },
      'alerts.0.startsAt',
    ],
    [
      'an instant before there were any',
      { ...good, alerts: [{ ...good.alerts[0], startsAt: '0001-01-01T00:00:00Z' }] },
      'alerts.0.startsAt',
    ],
    ['an unknown status', { ...good, alerts: [{ ...good.alerts[0], status: 'maybe' }] }, 'alerts.0.status'],
    [
      'a label that is no text',
      { ...good, alerts: [{ ...good.alerts[0], labels: { text: 1 } }] },
      'alerts.0.labels.text',
    ],
  ])('%s', (_, body, path) => {
    const read = readPayload(body);
    expect('faults' in read && read.faults[0]).toMatchObject({ path });
  });

  it('and its own is taken, with as many alerts as may be', () => {
    const many = payload(
      'g',
      Array.from({ length: 1000 }, (_, index) => ({ fingerprint: `${index}` })),
    );
    expect(readPayload(many)).toMatchObject({ alerts: { length: 1000 } });
  });

  it('nor is it turned away for being wordy: what is too long is cut, what is too much left out', () => {
    const read = (labels: Record<string, string>) => {
      const taken = readPayload({ ...good, alerts: [{ ...good.alerts[0], labels, annotations: {} }] });
      return ('alerts' in taken ? taken.alerts[0]! : { labels: {} }).labels as Record<string, string>;
    };
    expect(read({ text: 'x'.repeat(2000) }).text).toBe('x'.repeat(2000));
    expect(read({ text: 'x'.repeat(2001) }).text).toBe(`${'x'.repeat(1999)}…`);
    expect(read({ text: `${'x'.repeat(1998)}😀😀` }).text).toBe(`${'x'.repeat(1998)}…`);
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`label${index}`, 'x']));
    expect(Object.keys(read(many))).toHaveLength(64);
  });
});
