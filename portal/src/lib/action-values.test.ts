import { expect, test } from 'vitest';
import { missingIn, problemsOf, readValues, toInput, valuesOfRecord } from './action-values.ts';
import type { ActionField, ActionForm } from './offered-action.ts';

const field = (name: string, kind: ActionField['kind'], more: Partial<ActionField> = {}): ActionField => ({
  name,
  label: name,
  kind,
  hint: null,
  required: true,
  multiline: false,
  of: null,
  maxLength: null,
  minimum: null,
  maximum: null,
  options: [],
  ...more,
});

const action: ActionForm = {
  name: 'request',
  mutation: 'requestThing',
  label: '申请',
  effect: '',
  allowed: true,
  refusal: null,
  articles: [],
  negative: false,
  reason: 'REQUIRED',
  fields: [
    field('name', 'text'),
    field('scopes', 'choices'),
    field('regions', 'texts'),
    field('volume', 'integer'),
    field('layer', 'choice', { required: false }),
    field('agreed', 'accept'),
    field('startedAt', 'instant', { required: false }),
  ],
  documents: [
    { kind: 'PLAN', required: true },
    { kind: 'OTHER', required: false },
  ],
};

function filled(): FormData {
  const form = new FormData();
  form.set('name', ' 甲 ');
  form.append('scopes', 'A');
  form.append('scopes', 'B');
  form.set('regions', '南宁市\n\n 柳州市 ');
  form.set('volume', '2000');
  form.set('layer', '');
  form.set('agreed', 'yes');
  form.set('startedAt', '2026-11-23T09:30');
  form.set('reason', '按协议');
  return form;
}

test('what was typed becomes the input that the API takes', () => {
  const values = readValues(filled(), action);
  expect(toInput(action, values, { PLAN: [{ id: 'd1', name: '方案.pdf' }] })).toEqual({
    name: '甲',
    scopes: ['A', 'B'],
    regions: ['南宁市', '柳州市'],
    volume: 2000,
    layer: null,
    agreed: true,
    startedAt: '2026-11-23T09:30:00+08:00',
    reason: '按协议',
    documents: [{ kind: 'PLAN', documentId: 'd1' }],
  });
});

test('an empty form names every required field and document, optional ones not', () => {
  const values = readValues(new FormData(), action);
  const missing = missingIn(action, values, {}, new Set(), (kind) => `《${kind}》`);
  expect(missing.map(({ message }) => message)).toEqual([
    'name：必填',
    'scopes：必填',
    'regions：必填',
    'volume：必填',
    'agreed：必填',
    '理由：必填，对方会看到这段文字',
    '缺少材料：《PLAN》',
  ]);
});

test('a document attached by an earlier step is not asked for again', () => {
  const values = readValues(filled(), action);
  expect(missingIn(action, values, {}, new Set(['PLAN']), String)).toEqual([]);
});

test('a number that is none is told before the API is asked', () => {
  const form = filled();
  form.set('volume', '约两千');
  expect(missingIn(action, readValues(form, action), {}, new Set(['PLAN']), String)).toEqual([
    { field: 'volume', message: 'volume：应为整数' },
  ]);
});

test('an instant is typed and shown in Beijing time, and one that is none is told before the API is asked', () => {
  const shown = valuesOfRecord({ startedAt: '2026-11-30T16:30:05.000Z' }, action);
  expect(shown).toEqual({ startedAt: '2026-12-01T00:30:05' });
  expect(toInput(action, shown, {}).startedAt).toBe('2026-12-01T00:30:05+08:00');
  const form = filled();
  form.set('startedAt', '2026-13-01T09:30');
  expect(missingIn(action, readValues(form, action), {}, new Set(['PLAN']), String)).toEqual([
    { field: 'startedAt', message: 'startedAt：应为北京时间的日期和时刻，例如 2026-11-23T09:30' },
  ]);
});

test('faults stand at the field that they name, a missing basis at the clause', () => {
  const refusal = {
    code: 'VALIDATION',
    message: '',
    articles: [],
    remedy: '',
    details: [] as { path: string; message: string }[],
  };
  const details = [
    { path: 'regions', message: '太多' },
    { path: 'documents.PLAN', message: '缺少' },
    { path: 'elsewhere', message: '整体' },
  ];
  expect(problemsOf({ ...refusal, details }, action)).toEqual([
    { field: 'regions', message: '太多' },
    { field: 'documents.PLAN', message: '缺少' },
    { message: '整体' },
  ]);
  const withClause = { ...action, fields: [field('clause', 'text')] };
  expect(problemsOf({ ...refusal, code: 'BASIS_REQUIRED', message: '没有引用条款' }, withClause)).toEqual([
    { field: 'clause', message: '没有引用条款' },
  ]);
});

test('a form that changes a record starts with its values', () => {
  const record = { name: '甲', scopes: ['A'], regions: ['南宁市', '柳州市'], volume: 5, layer: null };
  expect(valuesOfRecord(record, action)).toEqual({
    name: '甲',
    scopes: ['A'],
    regions: '南宁市\n柳州市',
    volume: '5',
  });
});

test('a text that is too long is told at once, in the words of the API, and one that just fits goes on', () => {
  const limited: ActionForm = { ...action, fields: [field('name', 'text', { label: '名称', maxLength: 3 })] };
  const asked = (name: string) =>
    missingIn(limited, { name, reason: '按协议' }, {}, new Set(['PLAN']), String);
  expect(asked('桂健康𠮷')).toEqual([{ field: 'name', message: '名称：最多 3 个字，现有 4 个字' }]);
  expect(asked(' 桂健𠮷 ')).toEqual([]);
});
