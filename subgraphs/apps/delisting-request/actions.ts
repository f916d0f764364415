import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { app } from '../app/actions.ts';
import { readSurroundings } from '../app/store.ts';
import { appVersion } from '../app-version/actions.ts';
import type { DelistingRequestRow } from '../tables.ts';
import { earliestAnnouncement, earliestDelisting, plannedTooEarly } from './announcement.ts';
import {
  announcedTooSoon,
  type DelistingRequestFacts,
  delistingRequestLifecycle,
  tooShort,
} from './lifecycle.ts';
import { announcedUntil } from './store.ts';

type DelistingGiven = Given<DelistingRequestRow>;

/** The particulars of a request about an app of that class, unless its planned date comes too early. */
function particulars(
  { input, runtime, parameters, now }: DelistingGiven,
  about: Pick<DelistingRequestRow, 'appName' | 'serviceClass'>,
  requestedAt: Date,
) {
  const refusal = plannedTooEarly(
    about.serviceClass,
    input.plannedOn as string | null,
    requestedAt,
    now,
    runtime.calendar(),
    parameters,
  );
  return refusal ? { refusal } : { columns: { ...input, ...about, missingItems: null } };
}

/** The app is still in the catalogue, which says what was announced. */
function announced({ record, alsoEach }: DelistingGiven): Promise<void> {
  return alsoEach(app, { id: record.appId }, ['LISTED', 'SUSPENDED'], 'announceDelisting', {
    notice: record.announcementText,
  });
}

/** An app whose announcement is gone stays where it was. */
function staysListed({ record, alsoEach }: DelistingGiven): Promise<void> {
  return alsoEach(app, { id: record.appId }, ['DELISTING', 'SUSPENDED'], 'resume');
}

/** The register of requests for delisting; the app's state follows in the same transaction. */
export const delistingRequest = noun<DelistingRequestRow, DelistingRequestFacts>({
  lifecycle: delistingRequestLifecycle,
  table: 'apps.delistingRequest',
  numberPrefix: 'XJ',
  searchColumns: ['appName'],
  title: ({ appName }) => `${appName}下架`,
  facts: async (db, requests, _viewer, input) => {
    const ids = requests.map((request) =>
      request ? request.appId : ((input?.appId as string | null | undefined) ?? null),
    );
    const found = await readSurroundings(db, { appIds: ids.filter((id) => id !== null) });
    const untilOf = await announcedUntil(
      db,
      requests.flatMap((request) => (request?.state === 'ANNOUNCING' ? [request.id] : [])),
    );
    return requests.map((request, index) => ({
      app: found.app(ids[index]!),
      provider: found.provider(found.app(ids[index]!)?.organizationId ?? null),
      announcedUntil: (request && untilOf.get(request.id)) ?? null,
    }));
  },
  effects: {
    request: async (given) => {
      const { name, serviceClass } = (given.facts as DelistingRequestFacts).app!;
      return particulars(given, { appName: name, serviceClass }, given.now);
    },
    announceEnd: async ({ input, now }) => ({
      columns: { ...(input as Partial<DelistingRequestRow>), announcedAt: now },
    }),
    amend: async (given) => particulars(given, given.record, given.record.createdAt),
    announce: async ({ record, input, runtime, parameters, now }) => {
      const { serviceClass, createdAt } = record;
      const earliest = earliestAnnouncement(serviceClass, createdAt, runtime.calendar(), parameters);
      return earliest && now < earliest
        ? { refusal: announcedTooSoon(earliest) }
        : {
            columns: {
              announcementText: input.announcementText ?? record.announcementText,
              announcedAt: now,
            },
          };
    },
    changeAnnouncement: async ({ input, now }) => ({
      columns: { announcementText: input.announcementText, announcedAt: now },
    }),
    pullAnnouncement: async () => ({ columns: { announcedAt: null } }),
    complete: async ({ record, runtime, parameters, now }) => {
      const { serviceClass, announcedAt } = record;
      const earliest = earliestDelisting(serviceClass, announcedAt!, runtime.calendar(), parameters);
      return now < earliest
        ? { refusal: refuse('ANNOUNCEMENT_TOO_SHORT', tooShort(serviceClass, earliest)) }
        : { columns: { completedAt: now } };
    },
  },
  after: {
    announce: announced,
    announceEnd: announced,
    changeAnnouncement: ({ record, alsoEach }) =>
      alsoEach(app, { id: record.appId }, ['DELISTING', 'SUSPENDED'], 'changeNotice', {
        notice: record.announcementText,
      }),
    pullAnnouncement: staysListed,
    withdraw: staysListed,
    complete: async ({ record, alsoEach }) => {
      await alsoEach(app, { id: record.appId }, ['DELISTING', 'SUSPENDED'], 'delist');
      await alsoEach(appVersion, { appId: record.appId }, ['LISTED'], 'delist');
    },
  },
});
