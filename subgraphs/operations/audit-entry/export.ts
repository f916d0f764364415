import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { type AuditExport, proveEntries, publicKeyText } from '@zgt/runtime/audit/export.ts';
import { now } from '@zgt/runtime/clock.ts';
import { isId } from '@zgt/runtime/id.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { checkInstant } from '@zgt/runtime/validation/date.ts';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { z } from 'zod';
import { type AuditFilter, readAuditEntries } from './store.ts';

/** So many entries are exported at once; more are asked for in shorter spans of time. */
export const MOST_EXPORTED = 5000;

const name = z.string().min(1).max(100).optional();
const instant = z
  .string()
  .refine((text) => checkInstant(text).ok, '应为带时区的 ISO 8601 时刻，例如 2026-11-23T09:00:00+08:00')
  .optional();
const Filter = z.strictObject({
  noun: name,
  action: name,
  accountId: name,
  recordId: z.string().refine(isId, '应为记录的 id').optional(),
  article: z.coerce.number('应为 1 到 77 的条号').int('应为 1 到 77 的条号').min(1).max(77).optional(),
  from: instant,
  to: instant,
});

/**
 * Exports entries of the audit log with what proves them: all that are asked for to the management unit, those of its
 * own people to everyone else (article 69). The export is itself logged. Refuses VALIDATION, UNAUTHENTICATED,
 * FORBIDDEN_ROLE, and more than MOST_EXPORTED entries.
 */
export async function exportAudit(
  runtime: Runtime,
  context: RequestContext,
  asked: unknown,
): Promise<{ exported: AuditExport; refusal: null } | { exported: null; refusal: Refusal }> {
  const { viewer } = context;
  const refused = (refusal: Refusal) => ({ exported: null, refusal });
  if (viewer.via === 'ANONYMOUS') return refused(refuse('UNAUTHENTICATED'));
  if (viewer.party === null) return refused(refuse('FORBIDDEN_ROLE'));
  const checked = Filter.safeParse(asked);
  if (!checked.success)
    return refused(
      refuse('VALIDATION', {
        details: checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      }),
    );
  const { from, to, ...rest } = checked.data;
  const filter: AuditFilter = {
    ...rest,
    from: from ? new Date(from) : null,
    to: to ? new Date(to) : null,
  };
  const organizationId = viewer.party === 'MANAGEMENT_UNIT' ? null : viewer.organizationId;
  return runtime.db.transaction().execute(async (tx) => {
    const rows = await readAuditEntries(tx, organizationId, filter, MOST_EXPORTED, null);
    if (rows.length > MOST_EXPORTED)
      return refused(
        refuse('VALIDATION', {
          details: [
            { path: 'from', message: `一次最多导出 ${MOST_EXPORTED} 条：请缩短时间，或加上种类、条号` },
          ],
        }),
      );
    const at = now();
    await appendAudit(tx, context, at, {
      noun: 'AuditEntry',
      recordId: null,
      action: 'auditExport',
      outcome: 'READ',
      articles: [69],
      details: { ...checked.data, entries: rows.length },
    });
    const proved = await proveEntries(tx, rows);
    const head = { format: 1 as const, at: at.toISOString(), filter: checked.data };
    return { exported: { ...head, publicKey: publicKeyText(runtime.keys), ...proved }, refusal: null };
  });
}
