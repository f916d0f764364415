export interface DiagramState {
  name: string;
  label: string;
}

export interface DiagramTransition {
  from: string;
  to: string;
  label: string;
}

export interface PlacedState extends DiagramState {
  x: number;
  y: number;
}

export interface PlacedEdge {
  from: string;
  to: string;
  labels: string[];
  path: string;
}

export const BOX = { width: 104, height: 40, gapX: 44, gapY: 26, margin: 10, lineHeight: 17 } as const;

/** So many characters fit into a line of a box. */
const LINE = 7;

/** The lines of a state's label: a long one is broken after its first comma, or in the middle. */
export function labelLines(label: string): string[] {
  if (label.length <= LINE) return [label];
  const comma = label.search(/[，、]/) + 1;
  const at =
    comma > 0 && comma <= LINE + 1 && label.length - comma <= LINE ? comma : Math.ceil(label.length / 2);
  return [label.slice(0, at), label.slice(at)];
}

/**
 * Places states in columns by the fewest steps from the first state, and draws each pair of states once.
 * Every state is placed, unreachable ones in a last column.
 */
export function layOutStates(
  states: readonly DiagramState[],
  transitions: readonly DiagramTransition[],
): { states: PlacedState[]; edges: PlacedEdge[]; width: number; height: number } {
  const columns = columnsOf(states, transitions);
  const tallest = Math.max(0, ...columns.map((column) => column.length));
  // Room above for the arcs that go back.
  const backRoom = 24;
  const height = tallest * (BOX.height + BOX.gapY) - BOX.gapY + 2 * BOX.margin + 2 * backRoom;
  const placed = columns.flatMap((column, index) => {
    const own = column.length * (BOX.height + BOX.gapY) - BOX.gapY;
    return column.map((state, row) => ({
      ...state,
      x: BOX.margin + index * (BOX.width + BOX.gapX),
      y: (height - own) / 2 + row * (BOX.height + BOX.gapY),
    }));
  });
  const byName = new Map(placed.map((state) => [state.name, state]));
  const edges = new Map<string, PlacedEdge>();
  for (const { from, to, label } of transitions) {
    const [start, end] = [byName.get(from), byName.get(to)];
    if (!start || !end || from === to) continue;
    const key = `${from}>${to}`;
    const edge = edges.get(key) ?? { from, to, labels: [], path: edgePath(start, end) };
    edge.labels.push(label);
    edges.set(key, edge);
  }
  const width = columns.length * (BOX.width + BOX.gapX) - BOX.gapX + 2 * BOX.margin;
  return { states: placed, edges: [...edges.values()], width, height };
}

function columnsOf(
  states: readonly DiagramState[],
  transitions: readonly DiagramTransition[],
): DiagramState[][] {
  const rank = new Map<string, number>();
  let frontier = states.slice(0, 1).map((state) => state.name);
  for (let depth = 0; frontier.length > 0; depth++) {
    for (const name of frontier) rank.set(name, depth);
    const next = transitions.filter((t) => frontier.includes(t.from) && !rank.has(t.to)).map((t) => t.to);
    frontier = [...new Set(next)];
  }
  const last = Math.max(-1, ...rank.values()) + 1;
  const columns: DiagramState[][] = [];
  for (const state of states) {
    const column = rank.get(state.name) ?? last;
    columns[column] = [...(columns[column] ?? []), state];
  }
  return columns;
}

function edgePath(start: PlacedState, end: PlacedState): string {
  const middle = (state: PlacedState) => state.y + BOX.height / 2;
  if (end.x > start.x) {
    const [x1, x2] = [start.x + BOX.width, end.x - 4];
    const bend = Math.min(40, (x2 - x1) / 2);
    return `M${x1} ${middle(start)} C${x1 + bend} ${middle(start)} ${x2 - bend} ${middle(end)} ${x2} ${middle(end)}`;
  }
  if (end.x === start.x) {
    const down = end.y > start.y;
    const x = start.x + BOX.width / 2;
    return down
      ? `M${x} ${start.y + BOX.height} L${x} ${end.y - 4}`
      : `M${x + 12} ${start.y} L${x + 12} ${end.y + BOX.height + 4}`;
  }
  const [x1, x2] = [start.x + BOX.width / 2, end.x + BOX.width / 2];
  const top = Math.min(start.y, end.y) - 20;
  return `M${x1} ${start.y} C${x1} ${top} ${x2} ${top} ${x2} ${end.y - 4}`;
}
