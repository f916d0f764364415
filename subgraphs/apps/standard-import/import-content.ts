import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import type { ImportFormat } from '../choices.ts';
import type { VersionItem } from '../conformance/yardstick.ts';
import { type Columns, faultsOf, placesOf, unknownColumns } from './columns.ts';
import { ENTRY_COLUMNS, readEntries } from './entries.ts';
import { ITEM_COLUMNS, readItems } from './items.ts';
import { readCsv, readXlsx } from './read-rows.ts';

/** The content of a table, or all that is wrong with it: nothing of a table with a fault is taken in. */
export type ImportOutcome =
  | { entries: readonly DataElement[] }
  | { items: readonly VersionItem[] }
  | { faults: readonly string[] };

const headerText = (columns: Columns) =>
  Object.values(columns)
    .map(({ label }) => label)
    .join(',');

/** Reads a table of data elements or of check items; which of both it is, its header says. */
export async function importContent(format: ImportFormat, content: string): Promise<ImportOutcome> {
  const outcome = format === 'CSV' ? readCsv(content) : await readXlsx(content);
  if ('fault' in outcome) return { faults: [outcome.fault] };
  const { table } = outcome;
  const ofEntries = placesOf(ENTRY_COLUMNS, table.header);
  const ofItems = placesOf(ITEM_COLUMNS, table.header);
  if (!ofEntries && !ofItems)
    return {
      faults: [
        `表头应为数据元的“${headerText(ENTRY_COLUMNS)}”，或检查项的“${headerText(ITEM_COLUMNS)}”；现为“${table.header.join(',').slice(0, 200)}”`,
      ],
    };
  const foreign = unknownColumns(ofEntries ? ENTRY_COLUMNS : ITEM_COLUMNS, table.header);
  if (foreign.length > 0)
    return { faults: [`表头中不认识 ${foreign.slice(0, 5).join('、').slice(0, 100)}；请删去或改正列名`] };
  if (ofEntries) {
    const { entries, faults } = readEntries(ofEntries, table);
    return faults.length > 0 ? { faults: faultsOf(faults) } : { entries };
  }
  const { items, faults } = readItems(ofItems!, table);
  return faults.length > 0 ? { faults: faultsOf(faults) } : { items };
}
