import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { checkDate } from '@zgt/runtime/validation/date.ts';
import { TEAM_KINDS, type TeamKind, WEEKDAYS, type Weekday } from '../choices-operations.ts';
import { badInput, demandParty } from '../request.ts';
import type { TeamRecordRow } from '../tables.ts';
import { teamRecord } from './actions.ts';
import { activeTeams } from './store.ts';

/** Who of a team is on duty on a day. */
interface Duty {
  team: TeamRecordRow;
  people: string;
}

/** The weekday of a date, from Monday. */
function weekdayOf(date: string): Weekday {
  const index = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (Object.keys(WEEKDAYS) as Weekday[])[index]!;
}

/** Teams in the API, and who is on duty. */
export function addTeamRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const kind = enumOf(builder, 'TeamKind', TEAM_KINDS);
  const duty = builder.objectRef<Duty>('RosterDuty').implement({
    description: '一个团队在某一天的值守。',
    fields: (t) => ({
      kind: t.field({ type: kind, resolve: ({ team }) => team.kind as never }),
      kindLabel: t.string({ resolve: ({ team }) => TEAM_KINDS[team.kind as TeamKind] }),
      teamName: t.string({ resolve: ({ team }) => team.name }),
      people: t.exposeString('people', { description: '值守的人。' }),
      lead: t.string({ description: '负责人。', resolve: ({ team }) => team.lead }),
      dutyPhone: t.string({ description: '值守电话。', resolve: ({ team }) => team.dutyPhone }),
      hours: t.string({ description: '服务时间。', resolve: ({ team }) => team.hours }),
    }),
  });
  builder.queryField('dutyRoster', (t) =>
    t.field({
      type: [duty],
      ...basis(
        [58],
        '某一天各团队由谁值守；当天没有人值守的团队不列出。管理单位、业主单位和项目公司可以查看。',
      ),
      args: { on: t.arg({ type: 'Date', required: true, description: '哪一天。' }) },
      resolve: async (_, { on }, context) => {
        demandParty(
          context,
          ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
          '管理单位、业主单位和项目公司',
        );
        const checked = checkDate(on);
        if (!checked.ok) throw badInput(`on：${checked.reason}`);
        const day = weekdayOf(on);
        return (await activeTeams(context.runtime.readDb)).flatMap((team) => {
          const people = team.roster[day];
          return people ? [{ team, people }] : [];
        });
      },
    }),
  );
  return addNoun(builder, shared, teamRecord, {
    plural: 'teamRecords',
    organization,
    reads: { title: ['name'], roster: ['roster'] },
    fields: (t) => ({
      kind: t.field({ type: kind, resolve: (row: TeamRecordRow) => row.kind }),
      name: t.exposeString('name'),
      lead: t.exposeString('lead', { description: '负责人。' }),
      memberCount: t.exposeInt('memberCount', { description: '人数。' }),
      dutyPhone: t.exposeString('dutyPhone', { description: '值守电话。' }),
      hours: t.exposeString('hours', { description: '服务时间。' }),
      roster: t.stringList({
        description: '一周的值守表，每天一行；没有人值守的日子不列出。',
        resolve: (row: TeamRecordRow) =>
          Object.entries(WEEKDAYS).flatMap(([day, label]) => {
            const people = row.roster[day as Weekday];
            return people ? [`${label}：${people}`] : [];
          }),
      }),
    }),
  });
}
