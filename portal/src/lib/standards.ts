/// <reference path="../env.d.ts" />
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import type { CheckItem } from '@zgt/schema/standards/standard-type.ts';
import { type Answer, ask, type Connection } from './api.ts';

export interface VersionItem extends CheckItem {
  rules: string[];
}

/** A version of a standard as lists name it. */
export interface VersionBrief {
  id: string;
  standardCode: string;
  standardName: string;
  kind: string;
  status: string;
  statusLabel: string;
  statusTone: string;
  versionText: string;
  summary: string;
  publishedAt: string | null;
  effectiveFrom: string | null;
  transitionUntil: string | null;
  entryCount: number;
}

/** A version with what it says. */
export interface StandardVersion extends VersionBrief {
  body: string;
  items: VersionItem[];
}

const BRIEF = `id standardCode standardName kind status statusLabel statusTone versionText summary publishedAt
  effectiveFrom transitionUntil entryCount`;
const CONTENT = `${BRIEF} body items { id level text howToCheck article rules }`;

/** The versions that are in force, with what they say. */
export const STANDARDS_QUERY = `query Standards($first: Int!) {
  standardVersions(first: $first, filter: { status: [PUBLISHED] }) { edges { node { ${CONTENT} } } }
}`;

/** Every standard by its code, and the published versions of one. */
export const STANDARD_CODES_QUERY = `query StandardCodes { standards(first: 100) { edges { node { id code name } } } }`;
export const VERSIONS_QUERY = `query StandardVersions($filter: StandardVersionFilter) {
  standardVersions(first: 50, filter: $filter) { edges { node { ${BRIEF} } } }
}`;
export const VERSION_QUERY = `query StandardVersion($id: ID!) { standardVersion(id: $id) { ${CONTENT} } }`;

/** A page of the dictionary's entries. */
export const ENTRIES_QUERY = `query DictionaryEntries($versionId: ID!, $first: Int!, $after: String, $text: String) {
  dataDictionaryEntries(versionId: $versionId, first: $first, after: $after, text: $text) {
    edges { node { code object name title definition format constraint codeList sensitivity since articles } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const CHANGES = 'change key title parts { part before after }';

/** All that two versions differ in. */
export const DIFFERENCES_QUERY = `query StandardDifferences($before: ID!, $after: ID!) {
  standardDifferences(before: $before, after: $after) {
    before { ${BRIEF} } after { ${BRIEF} }
    bodyChanges { ${CHANGES} } itemChanges { ${CHANGES} } entryChanges { ${CHANGES} }
  }
}`;

const PUBLIC_STATES = ['ANNOUNCED', 'PUBLISHED', 'TRANSITION', 'SUPERSEDED', 'ABOLISHED'];
/** The order in which a newcomer reads the standards; others follow. */
const FIRST = ['onboarding', 'interface', 'data-interface', 'ui', 'data-dictionary'];
const placeOf = (code: string) => (FIRST.indexOf(code) + FIRST.length) % FIRST.length;

type Nodes<T> = { edges: { node: T }[] };
const nodesOf = <T>({ edges }: Nodes<T>): T[] => edges.map(({ node }) => node);

/** The standards that are in force, in the order of reading; or why they cannot be had. */
export async function standardsInForce(locals: App.Locals) {
  const answer = await ask<{ standardVersions: Nodes<StandardVersion> }>(locals, STANDARDS_QUERY, {
    first: 50,
  });
  return answer.trouble !== null
    ? answer
    : {
        data: nodesOf(answer.data.standardVersions).sort(
          (one, other) =>
            Number(!FIRST.includes(one.standardCode)) - Number(!FIRST.includes(other.standardCode)) ||
            placeOf(one.standardCode) - placeOf(other.standardCode),
        ),
        trouble: null,
      };
}

/** The published versions of a standard, the newest first; null when there is no such standard or none was published. */
export async function versionsOf(locals: App.Locals, code: string): Promise<VersionBrief[] | null> {
  const codes = await ask<{ standards: Nodes<{ id: string; code: string }> }>(locals, STANDARD_CODES_QUERY);
  const standard = codes.data && nodesOf(codes.data.standards).find((one) => one.code === code);
  if (!standard) return null;
  const answer = await ask<{ standardVersions: Nodes<VersionBrief> }>(locals, VERSIONS_QUERY, {
    filter: { standardId: standard.id, status: PUBLIC_STATES },
  });
  const versions = answer.data ? nodesOf(answer.data.standardVersions) : [];
  return versions.length > 0 ? versions : null;
}

/** The wanted version of a standard with its content; without a wish the one in force, else the newest. */
export async function versionOf(
  locals: App.Locals,
  code: string,
  wanted: string | null,
): Promise<{ version: StandardVersion; versions: VersionBrief[] } | null> {
  const versions = await versionsOf(locals, code);
  const brief = wanted
    ? versions?.find(({ versionText }) => versionText === wanted)
    : (versions?.find(({ status }) => status === 'PUBLISHED') ?? versions?.[0]);
  if (!versions || !brief) return null;
  const answer = await ask<{ standardVersion: StandardVersion | null }>(locals, VERSION_QUERY, {
    id: brief.id,
  });
  return answer.data?.standardVersion ? { version: answer.data.standardVersion, versions } : null;
}

export type EntriesData = {
  dataDictionaryEntries: Omit<Connection<DataElement>, 'edges'> & Nodes<DataElement>;
};
const MOST_ENTRIES = 500;

/** Every entry of a version of the dictionary, page by page; throws when the API does not answer. */
export async function entriesOf(locals: App.Locals, versionId: string): Promise<DataElement[]> {
  const entries: DataElement[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Answer<EntriesData> = await ask<EntriesData>(locals, ENTRIES_QUERY, {
      versionId,
      first: MOST_ENTRIES,
      after,
    });
    if (answer.trouble !== null) throw new Error(answer.trouble);
    const page: EntriesData['dataDictionaryEntries'] = answer.data.dataDictionaryEntries;
    entries.push(...nodesOf(page));
    if (!page.pageInfo.hasNextPage) return entries;
    after = page.pageInfo.endCursor;
  }
}

/** The dictionary that is in force, with its entries; null when there is none. */
export async function dictionaryInForce(locals: App.Locals) {
  const found = await versionOf(locals, 'data-dictionary', null);
  return found && { ...found, entries: await entriesOf(locals, found.version.id) };
}

/** The sections of a body: a line that begins with `## ` heads each. */
export function sectionsOf(body: string): { heading: string; paragraphs: string[] }[] {
  const sections: { heading: string; paragraphs: string[] }[] = [];
  for (const line of body.split('\n').map((one) => one.trim())) {
    if (line.startsWith('## ')) sections.push({ heading: line.slice(3), paragraphs: [] });
    else if (line !== '') {
      if (sections.length === 0) sections.push({ heading: '正文', paragraphs: [] });
      sections.at(-1)!.paragraphs.push(line);
    }
  }
  return sections;
}

/** Where a standard stands on the portal. */
export const standardHref = (code: string): string => `/standards/${code}`;

/** One place where two versions differ. */
export interface Difference {
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  key: string;
  title: string;
  parts: { part: string; before: string; after: string }[];
}

export interface DifferencesData {
  standardDifferences: {
    before: VersionBrief;
    after: VersionBrief;
    bodyChanges: Difference[];
    itemChanges: Difference[];
    entryChanges: Difference[];
  } | null;
}

/** What people call the parts of items and entries; the tables for import use the same words. */
export const PART_LABELS: Readonly<Record<string, string>> = {
  id: '编号',
  level: '级别',
  text: '条目',
  howToCheck: '怎样检查',
  article: '条款',
  rules: '规则',
  code: '代码',
  object: '对象',
  name: '字段',
  title: '名称',
  definition: '含义',
  format: '格式',
  constraint: '约束',
  codeList: '代码表',
  sensitivity: '敏感级别',
  since: '启用版本',
  articles: '条款',
};

export const ITEM_KEYS = ['id', 'level', 'text', 'howToCheck', 'article', 'rules'] as const;

/** The check items as rows of a table that can be imported again. */
export const itemRows = (items: readonly VersionItem[]): (string | number)[][] =>
  items.map((item) =>
    ITEM_KEYS.map((key) => {
      const value = item[key];
      return typeof value === 'string' || typeof value === 'number' ? value : value.join(' ');
    }),
  );
