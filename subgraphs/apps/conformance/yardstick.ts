import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import { DATA_ELEMENTS } from '@zgt/schema/dictionary/dictionary.ts';
import type { CheckItem } from '@zgt/schema/standards/standard-type.ts';
import { STANDARDS } from '@zgt/schema/standards/standards.ts';
import type { CheckSubject, StandardKind } from '../choices.ts';
import { RULES, type RuleId } from './rules.ts';

/** A check item of a version of a standard, with the rules by which a program checks it; without rules a person does. */
export interface VersionItem extends CheckItem {
  readonly rules: readonly string[];
}

/** What documents are measured by: data elements and check items, each as versions of the standards have them. */
export interface Yardstick {
  /** Equal for equal content. */
  key: string;
  elements: readonly DataElement[];
  items: readonly VersionItem[];
}

/** The check item with the rules that this program has for it. */
export const withRules = (item: CheckItem): VersionItem => ({
  ...item,
  rules: Object.entries(RULES)
    .filter(([, rule]) => rule.item === item.id)
    .map(([id]) => id),
});

/** The standards and the dictionary as they come with the program: their first versions. */
export const SHIPPED: Yardstick = {
  key: 'shipped',
  elements: DATA_ELEMENTS,
  items: STANDARDS.flatMap(({ items }) => items.map(withRules)),
};

/** Labels of at least this many characters name one thing alone. */
const TELLING_TITLE = 3;

/** The elements of a dictionary by what documents call them. */
export interface Dictionary {
  byName: ReadonlyMap<string, readonly DataElement[]>;
  /** By labels that the dictionary gives to one name alone. */
  byTitle: ReadonlyMap<string, DataElement>;
  /** The names of personal data and secrets, in lower case. */
  sensitiveNames: ReadonlySet<string>;
}

/** How one rule applies: a document can break it only as far as an item of the versions asks for it. */
export interface AppliedRule {
  level: 'MUST' | 'SHOULD';
  article: number;
  item: string;
}

/** A yardstick made ready to measure with. */
export interface Measure {
  dictionary: Dictionary;
  rules: ReadonlyMap<RuleId, AppliedRule>;
}

/** Personal data and secrets need a purpose (article 71). */
export const isSensitive = ({ sensitivity }: DataElement): boolean =>
  sensitivity === 'PERSONAL' || sensitivity === 'SECRET';

function dictionaryOf(elements: readonly DataElement[]): Dictionary {
  const byTitle = new Map<string, DataElement>();
  for (const [title, named] of Map.groupBy(elements, (element) => element.title))
    if (title.length >= TELLING_TITLE && new Set(named.map(({ name }) => name)).size === 1)
      byTitle.set(title, named[0]!);
  return {
    byName: Map.groupBy(elements, ({ name }) => name),
    byTitle,
    sensitiveNames: new Set(elements.filter(isSensitive).map(({ name }) => name.toLowerCase())),
  };
}

/**
 * The rules that the items name. An item that only should be met softens its rules; a rule that no item names does not
 * apply, but for those on whether a document can be read at all.
 */
function rulesOf(items: readonly VersionItem[]): Map<RuleId, AppliedRule> {
  const applied = new Map<RuleId, AppliedRule>();
  for (const [id, rule] of Object.entries(RULES) as [RuleId, AppliedRule][]) {
    const item = items.find(({ rules }) => rules.includes(id));
    if (item)
      applied.set(id, {
        level: item.level === 'SHOULD' ? 'SHOULD' : rule.level,
        article: rule.article,
        item: item.id,
      });
    else if (id.startsWith('DOC-')) applied.set(id, rule);
  }
  return applied;
}

/** Makes a yardstick ready to measure with. */
export function measureBy({ elements, items }: Yardstick): Measure {
  return { dictionary: dictionaryOf(elements), rules: rulesOf(items) };
}

/** The standards whose items are answered for a document of each kind; onboarding is watched over by the registers. */
const STANDARDS_OF: Record<CheckSubject, readonly StandardKind[]> = {
  OPENAPI: ['INTERFACE', 'DATA_INTERFACE'],
  GRAPHQL_SDL: ['INTERFACE', 'DATA_INTERFACE'],
  TABLE_DDL: ['DATA_INTERFACE'],
  TABLE_CSV: ['DATA_INTERFACE'],
  PAGE_MANIFEST: ['UI_INTERACTION'],
};

/** The items that no program judges and a reviewer answers, of the standards that a document of the kind falls under. */
export function handItemsOf(
  kind: CheckSubject,
  versions: readonly { kind: string; items: readonly VersionItem[] }[],
): VersionItem[] {
  const asked: readonly string[] = STANDARDS_OF[kind];
  return versions
    .filter((version) => asked.includes(version.kind))
    .flatMap(({ items }) => items.filter(({ rules }) => rules.length === 0));
}
