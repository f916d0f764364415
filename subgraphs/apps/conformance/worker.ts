import { parentPort } from 'node:worker_threads';
import type { CheckSubject } from '../choices.ts';
import { judgeDocument } from './check.ts';

/** One document to judge. */
export interface Job {
  kind: CheckSubject;
  content: string;
}

parentPort!.on('message', ({ kind, content }: Job) => parentPort!.postMessage(judgeDocument(kind, content)));
parentPort!.postMessage('READY');
