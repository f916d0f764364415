import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lifecycle, Row, Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { judge } from '@zgt/runtime/lifecycle/judge.ts';
import { checkActor } from '@zgt/runtime/lifecycle/permission.ts';
import { ANONYMOUS, SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { MEMBER_ROLES, PARTIES, PARTY_KINDS, type PartyKind } from '@zgt/schema/parties.ts';
import { describe, expect, it } from 'vitest';
import { parsePermissions, type Way } from './parse-permissions.ts';
import { UNCHANGED } from './permission-matrix.ts';
import { REGISTERS } from './registers.ts';

const OWN = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';
const NO_RULES = {
  realNameRequired: false,
  undertakingRequired: false,
  approverSecondFactorRequired: false,
  terminalCheckDays: null,
};

const table = parsePermissions(
  await readFile(resolve(import.meta.dirname, '../../schema/measure/permission-matrix.md'), 'utf8'),
);

const member = (party: PartyKind, organizationId: string, roles: readonly string[]): Viewer => ({
  ...ANONYMOUS,
  via: 'SESSION',
  accountId: 'account-1',
  organizationId,
  party,
  roles,
  realNameVerified: true,
  undertakingAccepted: true,
  secondFactor: true,
});

const record = (state: string): Row => ({
  id: OWN,
  number: 'X-2026-000001',
  organizationId: OWN,
  state,
  version: 1,
  createdAt: new Date('2026-11-23T01:00:00Z'),
  updatedAt: new Date('2026-11-23T01:00:00Z'),
});

/** What the committed table says of a member of the party with these roles. */
function tableAllows(
  ways: readonly Way[],
  others: readonly string[],
  isOwn: boolean,
  roles: readonly string[],
): boolean {
  if (others.includes('公众') || others.includes('登录账号')) return true;
  return ways.some(
    (way) =>
      (isOwn || !way.own) && (way.roles.length === 0 || way.roles.some((role) => roles.includes(role))),
  );
}

/** The verdict on party and state alone: guards need the surroundings of a real record. */
function verdict(lifecycle: Lifecycle, transition: Transition, viewer: Viewer, state: string | null): string {
  const refusal = judge({
    lifecycle,
    transition: { ...transition, guards: [] },
    viewer,
    record: state === null ? null : record(state),
    facts: {},
    input: null,
    now: new Date('2026-11-23T01:00:00Z'),
    today: '2026-11-23',
    accountRules: NO_RULES,
    ownActions: new Set(),
  });
  return refusal?.code ?? 'ALLOWED';
}

it('the committed table speaks of every register and every action, and of no other', () => {
  expect(table.map(({ noun }) => noun)).toEqual(REGISTERS.map(({ noun }) => noun.lifecycle.noun));
  for (const { noun, actions } of table) {
    const declared = REGISTERS.find((register) => register.noun.lifecycle.noun === noun)!.noun.lifecycle;
    expect(actions.map(({ mutation }) => mutation)).toEqual(
      Object.keys(declared.actions).map((action) => `${action}${noun}`),
    );
  }
});

describe.each(REGISTERS.map(({ noun }) => [noun.lifecycle.noun, noun.lifecycle] as const))(
  '%s',
  (name, lifecycle) => {
    const rows = table.find(({ noun }) => noun === name)!.actions;

    it.each(rows.map((row) => [row.mutation, row] as const))(
      '%s: every state, party, side and role',
      (mutation, row) => {
        const action = mutation.slice(0, -name.length);
        const transition: Transition = lifecycle.actions[action]!;
        const states = transition.from === null ? [null] : Object.keys(lifecycle.states);
        let cells = 0;
        for (const state of states)
          for (const party of PARTY_KINDS)
            for (const organizationId of [OWN, OTHER])
              for (const roles of [[], ...MEMBER_ROLES.map((role) => [role])]) {
                const ways = row.cells[PARTIES[party].name]!;
                const isOwn = organizationId === OWN || state === null;
                const toldApart = ways.some((way) => way.roles.length > 0)
                  ? undefined
                  : transition.othersAreTold;
                const expected = !tableAllows(ways, row.others, isOwn, roles)
                  ? (toldApart ?? 'FORBIDDEN_ROLE')
                  : state !== null && !row.from.includes(state)
                    ? 'ILLEGAL_TRANSITION'
                    : 'ALLOWED';
                const told = verdict(lifecycle, transition, member(party, organizationId, roles), state);
                const where = `${mutation} from ${state} by ${party} ${organizationId === OWN ? 'own' : 'other'} [${roles}]`;
                if (told !== expected) expect.fail(`${where}: ${told}, the table says ${expected}`);
                cells++;
              }
        expect(cells).toBe(states.length * PARTY_KINDS.length * 2 * (MEMBER_ROLES.length + 1));
      },
    );

    it('the system and strangers may do what the last column says, and nothing else', () => {
      for (const row of rows) {
        const transition: Transition = lifecycle.actions[row.mutation.slice(0, -name.length)]!;
        const target = transition.from === null ? null : record(transition.from[0]!);
        const may = (viewer: Viewer) => checkActor(transition, viewer, target) === null;
        const stranger: Viewer = { ...ANONYMOUS, via: 'SESSION', accountId: 'account-1' };
        const said = [may(SYSTEM), may(stranger), may(ANONYMOUS)];
        const everyone = row.others.includes('公众');
        expect([row.mutation, ...said]).toEqual([
          row.mutation,
          everyone || row.others.includes('系统'),
          everyone || row.others.includes('登录账号'),
          everyone,
        ]);
      }
    });

    it('leads to the state that the table names, and only to declared ones', () => {
      for (const row of rows) {
        const transition: Transition = lifecycle.actions[row.mutation.slice(0, -name.length)]!;
        const ends = [transition.to ?? UNCHANGED, ...(transition.orTo ? [transition.orTo] : [])];
        expect([row.mutation, ...row.to.split(' ')]).toEqual([row.mutation, ...ends]);
        for (const end of ends) expect([...Object.keys(lifecycle.states), UNCHANGED]).toContain(end);
      }
    });

    it('leaves no state that nobody can reach, and no way out of a final one', () => {
      const reached = new Set(
        Object.values<Transition>(lifecycle.actions).flatMap(({ to, orTo }) => [to, orTo]),
      );
      for (const [state, { final }] of Object.entries(lifecycle.states)) {
        expect([state, reached.has(state)]).toEqual([state, true]);
        if (final)
          expect(rows.filter(({ from }) => from.includes(state)).map(({ mutation }) => mutation)).toEqual([]);
      }
    });
  },
);
