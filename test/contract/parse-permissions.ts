/** One way in which members of a party may act; without roles, all of them may. */
export interface Way {
  own: boolean;
  roles: string[];
}

export interface PermissionRow {
  mutation: string;
  from: string[];
  to: string;
  /** By the party's Chinese name, as the table's head has it. */
  cells: Record<string, Way[]>;
  others: string[];
}

export interface PermissionTable {
  noun: string;
  actions: PermissionRow[];
}

const FIXED = 4;

function waysOf(text: string): Way[] {
  if (text === '·') return [];
  return text.split('；').map((way) => ({
    own: way.startsWith('本单位'),
    roles: /（([A-Z_ ]+)）/.exec(way)?.[1]?.split(' ') ?? [],
  }));
}

function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** Reads permission-matrix.md back as a table, by its text alone. */
export function parsePermissions(markdown: string): PermissionTable[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const noun = /^\S+ (\w+)（/.exec(section)![1]!;
      const lines = section.split('\n').filter((line) => line.startsWith('|'));
      const columns = (line: string) =>
        line
          .slice(1, -1)
          .split('|')
          .map((text) => text.trim());
      const parties = columns(lines[0]!).slice(FIXED, -1);
      const actions = lines.slice(2).map((line) => {
        const [action, from, to, , ...rest] = columns(line);
        return {
          mutation: /`(\w+)`/.exec(action!)![1]!,
          from: from === '（新建）' ? [] : words(from!),
          to: to!,
          cells: Object.fromEntries(parties.map((party, index) => [party, waysOf(rest[index]!)])),
          others: words(rest.at(-1)!),
        };
      });
      return { noun, actions };
    });
}
