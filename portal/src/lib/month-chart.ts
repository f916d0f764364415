import type { Series } from './supervision.ts';

/** A part of a column: where it stands, how high it is, and of which series. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
  series: number;
}

const FILLED = 0.7;

/** Columns of stacked parts, the highest as high as there is room; a value above 0 is always seen. */
export function stackedColumns(
  series: readonly Pick<Series, 'values'>[],
  count: number,
  width: number,
  height: number,
): { columns: Part[]; most: number } {
  const totals = Array.from({ length: count }, (_, index) =>
    series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
  const most = Math.max(0, ...totals);
  const step = width / count;
  const columns = totals.flatMap((_, index) => {
    let top = height;
    return series.flatMap(({ values }, place): Part[] => {
      const value = values[index] ?? 0;
      if (value === 0) return [];
      const tall = Math.max(1, (value / most) * height);
      top -= tall;
      return [
        {
          x: index * step + (step * (1 - FILLED)) / 2,
          y: top,
          width: step * FILLED,
          height: tall,
          series: place,
        },
      ];
    });
  });
  return { columns, most };
}
