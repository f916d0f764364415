import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import { newId } from '@zgt/runtime/id.ts';
import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { readImport } from '../conformance/thread.ts';
import type { ImportOutcome } from '../standard-import/import-content.ts';
import type { StandardVersionRow } from '../tables.ts';
import { type StandardVersionFacts, standardVersionLifecycle } from './lifecycle.ts';
import {
  contentInForce,
  copyEntries,
  deleteEntries,
  insertEntries,
  readStandards,
  tellProviders,
} from './store.ts';

type GivenVersion = Given<StandardVersionRow>;

/** The version in force until now goes first: a standard has one at most. */
async function takePlace({ record, alsoEach, settle, parameters, today }: GivenVersion): Promise<void> {
  const days = numberParameter(parameters, 'standards.transition_days');
  await alsoEach(standardVersion, { standardId: record.standardId }, ['PUBLISHED'], 'supersede', {
    transitionUntil: addDays(today, days),
  });
  await settle();
}

/** Starts from what is in force, so that a new version says only what it changes. */
async function draft({ input, facts, tx, record, write }: GivenVersion) {
  const { standard } = facts as StandardVersionFacts;
  const before = await contentInForce(tx, standard!.id);
  if (before && before.entryCount > 0) write('entries', copyEntries(before.id, record.id));
  return {
    columns: {
      ...(input as Partial<StandardVersionRow>),
      standardCode: standard!.code,
      standardName: standard!.name,
      kind: standard!.kind,
      body: before?.body ?? '',
      items: before?.items ?? { list: [] },
      entryCount: before?.entryCount ?? 0,
    },
  };
}

/** Takes in a whole table or nothing of it. */
async function takeIn({ record, prepared, write, settle }: GivenVersion) {
  const outcome = prepared as ImportOutcome;
  const wrong = (messages: readonly string[]) => ({
    refusal: refuse('VALIDATION', { details: messages.map((message) => ({ path: 'content', message })) }),
  });
  if ('faults' in outcome) return wrong(outcome.faults);
  const isDictionary = record.kind === 'DATA_DICTIONARY';
  if (isDictionary !== 'entries' in outcome)
    return wrong([
      isDictionary ? '数据字典导入的应是数据元，不是检查项' : '这项标准导入的应是检查项，不是数据元',
    ]);
  if ('items' in outcome) return { columns: { items: { list: outcome.items } } };
  write('entries', deleteEntries(record.id));
  await settle();
  write('entries', insertEntries(record.id, outcome.entries));
  return { columns: { entryCount: outcome.entries.length } };
}

async function publish(given: GivenVersion) {
  const { input, today, now, record, write } = given;
  const effectiveFrom = (input.effectiveFrom as string | null) ?? today;
  const isNow = effectiveFrom === today;
  if (isNow) await takePlace(given);
  write(
    'providers',
    tellProviders({
      id: newId(),
      recordId: record.id,
      title: `标准“${record.standardName}”发布 ${record.versionText} 版`,
      body: `${effectiveFrom} 起施行；旧版在过渡期内仍可使用，期满前请按新版重新检查在架应用。${record.summary}`,
      at: now,
    }),
  );
  return { columns: { effectiveFrom, publishedAt: now }, state: isNow ? 'PUBLISHED' : 'ANNOUNCED' };
}

/** The register of versions of standards; what is published stays as it is (article 19). */
export const standardVersion: Noun<StandardVersionRow, StandardVersionFacts> = noun<
  StandardVersionRow,
  StandardVersionFacts
>({
  lifecycle: standardVersionLifecycle,
  table: 'apps.standardVersion',
  numberPrefix: 'BZB',
  searchColumns: ['standardName', 'versionText', 'summary'],
  title: ({ standardName, versionText }) => `${standardName} ${versionText}`,
  facts: async (db, versions, _viewer, input) => {
    const ids = versions.map((row) => row?.standardId ?? (input?.standardId as string | undefined) ?? null);
    const standards = await readStandards(
      db,
      ids.filter((id) => id !== null),
    );
    return ids.map((id) => (id && standards.get(id)) || { standard: null, latest: null, announced: null });
  },
  prepares: { import: ({ input }) => readImport(input.format, input.content) },
  effects: {
    draft,
    import: takeIn,
    publish,
    takeEffect: async (given) => {
      await takePlace(given);
      return { columns: {} };
    },
  },
});
