import type { MachineCredentialTable } from '@zgt/runtime/database/tables.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import { type CredentialFacts, machineCredentialLifecycle } from './lifecycle.ts';
import { partiesOf } from './store.ts';
import { newToken, rolesForProgram } from './token.ts';

/** A credential as it is stored: the token itself is nowhere in it. */
export type MachineCredentialRow = Row & MachineCredentialTable;

/** The register of machine credentials; a token leaves the system once, in the answer to whoever asked for it. */
export const machineCredential = noun<MachineCredentialRow, CredentialFacts>({
  lifecycle: machineCredentialLifecycle,
  table: 'runtime.machineCredential',
  numberPrefix: 'PZ',
  discloses: '令牌，只在签发和更换的这一次回答中出现；重复同一请求不会再次给出。',
  searchColumns: ['name'],
  title: (credential) => credential.name,
  facts: async (db, credentials, viewer) => {
    const owners = credentials.map((credential) => credential?.organizationId ?? viewer.organizationId);
    const ids = owners.filter((id) => id !== null);
    const [parties, units] = [await partiesOf(db, ids), await readStandings(db, 'ECOSYSTEM_UNIT', ids)];
    return owners.map((id) => ({
      ownerParty: (id && parties.get(id)) ?? null,
      unitState: (id && units.get(id)?.state) ?? null,
    }));
  },
  effects: {
    issue: async ({ input, viewer, disclose }) => {
      const { token, ...kept } = newToken();
      disclose(token);
      const { name, purpose, validUntil } = input;
      return {
        columns: {
          name,
          purpose,
          validUntil,
          ...kept,
          roles: rolesForProgram(viewer),
          accountId: viewer.accountId!,
        },
      };
    },
    rotate: async ({ input, record, now, disclose }) => {
      const { token, ...kept } = newToken();
      disclose(token);
      const overlaps = input.overlapHours > 0;
      return {
        columns: {
          ...kept,
          previousHash: overlaps ? record.tokenHash : null,
          previousValidUntil: overlaps ? new Date(now.getTime() + input.overlapHours * 3_600_000) : null,
        },
      };
    },
  },
});
