import { hashSecret } from '@zgt/runtime/crypto/digest.ts';
import { SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { machineCredential } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const request = { input: { name: '同步程序', purpose: '订单同步', validUntil: '2027-11-24' } };
const asProgram = (viewer: Viewer): Viewer => ({
  ...viewer,
  via: 'MACHINE',
  accountId: null,
  credentialId: 'credential',
});

async function withToken(action: string, viewer: Viewer, given: Parameters<World['attempt']>[3]) {
  const outcome = await world.attempt(machineCredential, action, viewer, given);
  if (outcome.refusal) throw new Error(JSON.stringify(outcome.refusal));
  return outcome;
}

const issued = (viewer: Viewer) => withToken('issue', viewer, request);

describe('machine credential (articles 7 and 68)', () => {
  it('gives its token once and keeps only a hash and the first twelve characters', async () => {
    const { head } = await world.approvedUnit();
    const { record, secret } = await issued(head);
    expect(secret).toMatch(/^zgt_[\w-]{43}$/);
    expect(record.tokenPrefix).toBe(secret!.slice(0, 12));
    expect(record.tokenHash).toBe(hashSecret(secret!));
    expect(Object.values(record)).not.toContain(secret);
    expect(record).toMatchObject({
      state: 'ACTIVE',
      organizationId: head.organizationId,
      accountId: head.accountId,
    });
    expect(record.roles).toEqual(['HEAD', 'DEVELOPER']);
  });

  it('is issued and rotated by people only, who hold the role', async () => {
    const { head } = await world.approvedUnit();
    expect(await world.refusal(machineCredential, 'issue', asProgram(head), request)).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(machineCredential, 'issue', { ...head, roles: ['SECURITY'] }, request)).toBe(
      'FORBIDDEN_ROLE',
    );
    const { record } = await issued(head);
    const rotate = { id: record.id, input: { overlapHours: 0 } };
    expect(await world.refusal(machineCredential, 'rotate', asProgram(head), rotate)).toBe('FORBIDDEN_ROLE');
    const { head: other } = await world.approvedUnit();
    expect(await world.refusal(machineCredential, 'rotate', other, rotate)).toBe('NOT_FOUND');
  });

  it('never carries the power to approve', async () => {
    const approver = await world.runtime.member(
      'MANAGEMENT_UNIT',
      ['HEAD', 'APPROVER', 'OFFICER'],
      world.management.organizationId!,
    );
    expect((await issued(approver)).record.roles).toEqual(['OFFICER']);
  });

  it('lasts 366 days at most', async () => {
    const until = (validUntil: string) => ({ input: { ...request.input, validUntil } });
    expect(await world.refusal(machineCredential, 'issue', world.company, until('2027-11-25'))).toBe(
      'VALIDATION',
    );
    expect(await world.refusal(machineCredential, 'issue', world.company, until('2026-11-22'))).toBe(
      'VALIDATION',
    );
    const { id, state } = await world.take(machineCredential, 'issue', world.company, until('2026-11-23'));
    expect(state).toBe('ACTIVE');
    const { dueAt, action } = await world.runtime.db
      .selectFrom('runtime.deadline')
      .select(['dueAt', 'action'])
      .where('recordId', '=', id)
      .executeTakeFirstOrThrow();
    expect({ dueAt, action }).toEqual({ dueAt: new Date('2026-11-23T16:00:00Z'), action: 'expire' });
    expect((await world.take(machineCredential, 'expire', SYSTEM, { id })).state).toBe('EXPIRED');
  });

  it('is rotated with an overlap in which the previous token still works', async () => {
    const { record, secret } = await issued(world.company);
    const { id } = record;
    const first = await withToken('rotate', world.company, { id, input: { overlapHours: 24 } });
    expect(first.secret).not.toBe(secret);
    expect(first.record).toMatchObject({
      state: 'ACTIVE',
      previousHash: hashSecret(secret!),
      tokenHash: hashSecret(first.secret!),
    });
    const { updatedAt, previousValidUntil } = first.record as unknown as {
      updatedAt: Date;
      previousValidUntil: Date;
    };
    expect(previousValidUntil.getTime() - updatedAt.getTime()).toBe(86_400_000);
    const second = await world.take(machineCredential, 'rotate', world.company, {
      id,
      input: { overlapHours: 0 },
    });
    expect(second).toMatchObject({ previousHash: null, previousValidUntil: null });
    expect(
      await world.refusal(machineCredential, 'rotate', world.company, { id, input: { overlapHours: 73 } }),
    ).toBe('VALIDATION');
  });

  it('needs an approved unit', async () => {
    const { unit, head } = await world.approvedUnit();
    await world.take(ecosystemUnit, 'suspend', world.company, {
      id: unit.id,
      input: { clause: '协议第 8 条' },
      reason: '违规',
    });
    expect(await world.refusal(machineCredential, 'issue', head, request)).toBe('UNIT_NOT_APPROVED');
  });

  it('is revoked by its own people, and by the project company only for units', async () => {
    const { head } = await world.approvedUnit();
    const ofUnit = await issued(head);
    const ofManagement = await issued(
      await world.runtime.member('MANAGEMENT_UNIT', ['HEAD'], world.management.organizationId!),
    );
    const revoke = (id: string) => ({ id, reason: '疑似泄露' });
    expect(
      await world.refusal(machineCredential, 'revoke', world.company, revoke(ofManagement.record.id)),
    ).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(machineCredential, 'revoke', world.management, revoke(ofUnit.record.id))).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(
      (await world.take(machineCredential, 'revoke', world.company, revoke(ofUnit.record.id))).state,
    ).toBe('REVOKED');
    expect(
      await world.refusal(machineCredential, 'rotate', head, {
        id: ofUnit.record.id,
        input: { overlapHours: 0 },
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('shows no hash in the API, and the token only in the answer to its issue', async () => {
    const issue = `mutation { issueMachineCredential(input: { name: "程序", purpose: "同步", validUntil: "2027-01-01" }) {
      secret machineCredential { id number tokenPrefix } } }`;
    const { issueMachineCredential: answer } = await query(world.runtime, world.company, issue);
    expect(answer.secret.slice(0, 12)).toBe(answer.machineCredential.tokenPrefix);
    const { __type } = await query(
      world.runtime,
      world.company,
      '{ __type(name: "MachineCredential") { fields { name } } }',
    );
    const names: string[] = __type.fields.map((field: { name: string }) => field.name);
    expect(names.filter((name) => /hash|token|secret/i.test(name))).toEqual(['tokenPrefix']);
  });
});
