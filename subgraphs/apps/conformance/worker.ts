import { parentPort } from 'node:worker_threads';
import type { CheckSubject, ImportFormat } from '../choices.ts';
import { importContent } from '../standard-import/import-content.ts';
import { judgeDocument } from './check.ts';
import { type Measure, measureBy, type Yardstick } from './yardstick.ts';

/** One document to judge, or one table to read. */
export type Job =
  | { task: 'JUDGE'; kind: CheckSubject; content: string; yardstick: Yardstick }
  | { task: 'IMPORT'; format: ImportFormat; content: string };

/** The measure that was made last; most documents in a row are measured alike. */
let last: { key: string; measure: Measure } | null = null;

function measureOf(yardstick: Yardstick): Measure {
  if (last?.key !== yardstick.key) last = { key: yardstick.key, measure: measureBy(yardstick) };
  return last.measure;
}

parentPort!.on('message', async (job: Job) =>
  parentPort!.postMessage(
    job.task === 'JUDGE'
      ? await judgeDocument(job.kind, job.content, measureOf(job.yardstick))
      : await importContent(job.format, job.content),
  ),
);
parentPort!.postMessage('READY');
