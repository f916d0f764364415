import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { TRAINING_TOPICS } from '../choices-safety.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const isAhead: Guard = ({ input, today }) =>
  input && (input.plannedOn as string) < today ? wrong('plannedOn', '拟举办日期：不能早于今天') : null;

const wasHeld: Guard = ({ input, today }) =>
  input && (input.heldOn as string) > today ? wrong('heldOn', '举办日期：不能晚于今天') : null;

const trainers = [COMPANY_SECURITY, { party: 'PROJECT_COMPANY', roles: ['OPERATOR'] }] as const;

/** 安全培训: announced to units, held, with who came; a year without any is pointed out (article 73). */
export const trainingSessionLifecycle = lifecycle({
  noun: 'TrainingSession',
  label: '安全培训',
  description:
    '项目公司对生态单位和其他提供方的安全法规与技术培训：通知、参加单位和材料。没有固定周期，久未举办会提示。',
  articles: [73],
  readers: [
    'MANAGEMENT_UNIT',
    'OWNER_UNIT',
    'PROJECT_COMPANY',
    'ECOSYSTEM_UNIT',
    'GOVERNMENT_DEPARTMENT',
    'MUNICIPALITY',
    'COUNTY',
  ],
  states: {
    PLANNED: { label: '已通知', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    HELD: { label: '已举办', tone: 'GOOD' },
    SUPERSEDED: { label: '已举办，另有更近的一次', tone: 'NEUTRAL', final: true },
    CANCELLED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    invite: {
      label: '通知培训',
      effect: '生态单位和其他提供方收到通知。',
      from: null,
      to: 'PLANNED',
      by: trainers,
      articles: [73],
      duties: ['73.1'],
      fields: {
        topics: { kind: 'choices', label: '内容', enumName: 'TrainingTopic', options: TRAINING_TOPICS },
        subject: { kind: 'text', label: '题目', max: 100 },
        plannedOn: { kind: 'date', label: '拟举办日期' },
        invitedUnits: { kind: 'texts', label: '邀请的单位', hint: '每行一个', max: 100, maxItems: 500 },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [isAhead],
      tells: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
    },
    hold: {
      label: '登记已举办',
      effect: '参加单位和材料留存；距这次培训满规定月数提示再办。',
      from: ['PLANNED'],
      to: 'HELD',
      by: trainers,
      articles: [73],
      duties: ['73.1'],
      fields: {
        heldOn: { kind: 'date', label: '举办日期' },
        attendance: { kind: 'texts', label: '参加的单位', hint: '每行一个', max: 100, maxItems: 500 },
        outcome: { kind: 'text', label: '培训情况', max: 2000, multiline: true },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [wasHeld],
      tells: ['MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'again',
          title: '久未举办安全培训',
          articles: [73],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'training.nudge_months',
          from: ({ heldOn }) => heldOn as string,
        },
      ],
    },
    supersede: {
      label: '另有更近的一次',
      effect: '提示改从更近的一次算起。',
      from: ['HELD'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: [73],
      duties: [],
    },
    cancel: {
      label: '取消',
      effect: '这次培训不再举办。',
      from: ['PLANNED'],
      to: 'CANCELLED',
      by: trainers,
      articles: [73],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
    },
  },
});
