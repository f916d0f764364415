import { parentPort } from 'node:worker_threads';
import type { CheckSubject } from '../choices.ts';
import { judgeDocument } from './check.ts';

/** One document to judge. */
export interface Job {
  kind: CheckSubject;
  content: string;
}

parentPort!.on('message', async ({ kind, content }: Job) =>
  parentPort!.postMessage(await judgeDocument(kind, content)),
);
parentPort!.postMessage('READY');
