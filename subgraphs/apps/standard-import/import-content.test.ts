import { DATA_ELEMENTS } from '@zgt/schema/dictionary/dictionary.ts';
import { describe, expect, it } from 'vitest';
import { readImport } from '../conformance/thread.ts';
import { ENTRY_COLUMNS } from './entries.ts';
import { importContent } from './import-content.ts';
import { workbook } from './testing/workbook.ts';

const HEADER = '代码,对象,字段,名称,含义,格式,约束,代码表,敏感级别,启用版本,条款';
const ROW = 'DE-APP-001,App,appName,应用名称,展示给用户的名称。,an..60,,,PUBLIC,1.0.0,38';
const csv = (...rows: string[]) => importContent('CSV', [HEADER, ...rows].join('\n'));
const faults = async (...rows: string[]) => {
  const outcome = await csv(...rows);
  return 'faults' in outcome ? outcome.faults : [];
};

describe('a table of data elements is read whole or not at all (article 19)', () => {
  it('takes what the download of the dictionary gives, with its names of columns, and gives the same back', async () => {
    const keys = Object.keys(ENTRY_COLUMNS) as (keyof typeof ENTRY_COLUMNS)[];
    const lines = DATA_ELEMENTS.map((element) =>
      keys
        .map((key) => {
          const value = element[key];
          return `"${Array.isArray(value) ? value.join(' ') : (value ?? '')}"`;
        })
        .join(','),
    );
    const content = `\uFEFF${[keys.join(','), ...lines].join('\r\n')}`;
    expect(await importContent('CSV', content)).toEqual({ entries: DATA_ELEMENTS });
  });

  it('takes a workbook as it takes text, numbers and labels as people write them', async () => {
    const header = HEADER.split(',');
    const row = [
      'DE-APP-001',
      'App',
      'appName',
      '应用名称',
      '展示给用户的名称。',
      'an..60',
      '',
      '',
      '公开',
      '1.0.0',
      38,
    ];
    expect(await importContent('XLSX', workbook([header, row]))).toEqual(await csv(ROW));
  });

  it('names every fault with its line and column', async () => {
    expect(
      await faults(
        ROW,
        ROW,
        'DE-APP-1,app,AppName,,含义,varchar(20),,,PUBLIC,1.0,38',
        'DE-APP-003,App,kind,种类,含义,code,,kinds,公开的,1.0.0,78',
        'DE-APP-004,App,level,级别,含义,code,,,PUBLIC,1.0.0,',
        'DE-APP-005,App,size,大小,含义,n..4,,appFeature,PUBLIC,1.0.0,',
      ),
    ).toEqual([
      '第 4 行“代码”列：“DE-APP-1”应为“DE-三个大写字母-三位数字”，例如 DE-APP-001',
      '第 4 行“对象”列：“app”应为大写字母开头的英文，例如 App',
      '第 4 行“字段”列：“AppName”应为小写字母开头的驼峰英文，例如 appName',
      '第 4 行“名称”列：必填',
      '第 4 行“格式”列：“varchar(20)”应为an..长度、n..位数、n..位数,小数位数、code、date、datetime、boolean、object 之一，列表加 []',
      '第 4 行“启用版本”列：“1.0”应为三段数字，例如 1.0.0',
      '第 5 行“代码表”列：没有代码表“kinds”；名称见数据字典的代码表，例如 partyKind',
      '第 5 行“敏感级别”列：“公开的”应为 PUBLIC（公开）、INTERNAL（内部）、PERSONAL（个人信息）、SECRET（机密） 之一',
      '第 5 行“条款”列：“78”应为 1 到 77 的条款号',
      '第 5 行“代码表”列：格式为 code 的须写明代码表',
      '第 6 行“代码表”列：格式为 code 的须写明代码表',
      '第 7 行“代码表”列：只有格式为 code 的才写代码表',
      '第 3 行“代码”列：DE-APP-001 与第 2 行重复',
      '第 3 行“字段”列：App.appName 与第 2 行重复',
    ]);
  });

  it('counts the rows of a workbook as they are numbered there, empty ones too', async () => {
    const outcome = await importContent('XLSX', workbook([HEADER.split(','), [], ['DE-APP-001', 'App']]));
    expect(outcome).toMatchObject({ faults: expect.arrayContaining(['第 3 行“字段”列：必填']) });
  });

  it('stops naming faults where nobody would read on', async () => {
    const named = await faults(
      ...Array.from({ length: 200 }, () => 'x,App,appName,名,义,an..6,,,PUBLIC,1.0.0,'),
    );
    expect(named).toHaveLength(51);
    expect(named.at(-1)).toMatch(/^另有 \d+ 处有误/);
  });

  it.each([
    ['nothing', '', /表格是空的/],
    ['a header alone', HEADER, /只有表头/],
    ['a header of something else', '甲,乙\n1,2', /^表头应为/],
    ['a column that nobody knows', `${HEADER},备注\n${ROW},x`, /不认识 备注/],
    ['a quote that does not end', `${HEADER}\n"x`, /^第 \d+ 行不是合法的 CSV/],
    ['5001 rows', [HEADER, ...Array(5001).fill(ROW)].join('\n'), /有 5001 行，最多 5000 行/],
    ['more than a megabyte', `${HEADER}\n${'x'.repeat(1_000_000)}`, /最多 1000000 字节/],
  ])('says what is wrong with %s', async (_, content, expected) => {
    const outcome = await importContent('CSV', content);
    expect('faults' in outcome && outcome.faults[0]).toMatch(expected);
  });
});

describe('a table of check items', () => {
  it('is read with the rules that check each; without rules a person does', async () => {
    const content = [
      '编号,级别,条目,怎样检查,条款,规则',
      'UI-001,必须,宽窄屏均可用。,以两种宽度查看。,21,PAG-007',
      'UI-002,SHOULD,有读屏名称。,用读屏软件朗读。,21,',
    ].join('\n');
    expect(await importContent('CSV', content)).toEqual({
      items: [
        {
          id: 'UI-001',
          level: 'MUST',
          text: '宽窄屏均可用。',
          howToCheck: '以两种宽度查看。',
          article: 21,
          rules: ['PAG-007'],
        },
        {
          id: 'UI-002',
          level: 'SHOULD',
          text: '有读屏名称。',
          howToCheck: '用读屏软件朗读。',
          article: 21,
          rules: [],
        },
      ],
    });
  });

  it('names rules that there are not, and rules that two items claim', async () => {
    const content = [
      '编号,级别,条目,怎样检查,条款,规则',
      'UI-001,MUST,甲。,看。,21,PAG-007 PAG-999',
      'UI-002,MUST,乙。,看。,21,PAG-008',
      'UI-003,MUST,丙。,看。,21,PAG-008',
    ].join('\n');
    expect(await importContent('CSV', content)).toEqual({
      faults: [
        '第 2 行“规则”列：没有规则 PAG-999；由人工检查的不填',
        '第 4 行“规则”列：PAG-008 与第 3 行重复',
      ],
    });
  });
});

describe('a hostile workbook gets an answer like any other', () => {
  const bomb = ' '.repeat(30_000_000);

  it.each([
    ['is no Base64', '不是', /Base64/],
    ['is no workbook', Buffer.from('hello').toString('base64'), /^不是可以读取的 XLSX 文件/],
    ['unpacks to 30 MB', workbook([], { content: bomb }), /解压后/],
    [
      'lies about what it unpacks to',
      workbook([], { content: bomb, claims: { uncompressedBytes: 1000 } }),
      /^工作簿的内容读不出来/,
    ],
    ['has no sheet', workbook([], { name: 'xl/other.xml' }), /^工作簿的内容读不出来/],
    [
      'has broken XML',
      workbook([], { content: '<worksheet><sheetData><row' }),
      /^(?:工作簿的内容读不出来|表格是空的)/,
    ],
  ])('one that %s', { timeout: 30_000 }, async (_, content, expected) => {
    const before = process.memoryUsage().rss;
    const outcome = await readImport('XLSX', content);
    expect('prepared' in outcome && 'faults' in outcome.prepared && outcome.prepared.faults[0]).toMatch(
      expected,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});
