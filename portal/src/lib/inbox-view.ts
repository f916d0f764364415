/// <reference path="../env.d.ts" />
import {
  type InboxRecord,
  loadDone,
  loadWorkItems,
  openEntry,
  type Selected,
  type WorkItem,
} from './inbox.ts';
import { seeOther } from './local-path.ts';
import { loadNames, type Names } from './names.ts';

const PAGE = 20;

/** Everything that the inbox shows. */
export interface InboxView {
  names: Names;
  entries: WorkItem[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  trouble: string | null;
  selected: Selected | null;
  /** The record that has just been decided. */
  done: InboxRecord | null;
  /** A secret that the decision gave, shown this once. */
  secret: string | null;
  /** The entry that the address names no longer awaits this party. */
  gone: boolean;
}

/**
 * The queue with one entry open. A decision that was sent is taken first; then the answer is the address of the queue
 * with the next entry open, so that a reload decides nothing twice.
 */
export async function runInbox(
  locals: App.Locals,
  request: Request,
  url: URL,
): Promise<InboxView | Response> {
  const query = url.searchParams;
  const [names, answer, done] = await Promise.all([
    loadNames(locals),
    loadWorkItems(locals, { first: PAGE, after: query.get('after'), overdueOnly: query.get('late') === '1' }),
    loadDone(locals, query.get('done')),
  ]);
  const view: InboxView = {
    names,
    entries: answer.data?.workItems.edges.map(({ node }) => node) ?? [],
    pageInfo: answer.data?.workItems.pageInfo ?? { hasNextPage: false, endCursor: null },
    trouble: answer.trouble,
    selected: null,
    done,
    secret: null,
    gone: query.get('gone') === '1',
  };
  const wanted = query.get('item');
  const entry = view.entries.find(({ recordId }) => recordId === wanted);
  if (!entry && answer.data && (wanted || request.method === 'POST'))
    return seeOther(`${url.pathname}?gone=1`);
  const open = entry ?? view.entries[0];
  if (!open) return view;
  view.selected = await openEntry(locals, request, open, query.get('action'));
  const outcome = view.selected?.outcome;
  if (outcome?.kind !== 'DONE') return view;
  if (!outcome.secret)
    return seeOther(`${url.pathname}?done=${view.selected!.register.path}/${open.recordId}`);
  return {
    ...view,
    entries: view.entries.filter((known) => known !== open),
    selected: null,
    secret: outcome.secret,
  };
}
