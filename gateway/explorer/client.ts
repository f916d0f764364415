import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';

const WORKERS: Record<string, string> = { json: 'worker-json', graphql: 'worker-graphql' };

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) =>
      new Worker(`/graphiql/assets/${WORKERS[label] ?? 'worker-editor'}.js`, { type: 'module' }),
  },
});

const fetcher = async (parameters: object) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(parameters),
  });
  return response.json();
};

const root = document.getElementById('explorer');
if (root) createRoot(root).render(createElement(GraphiQL, { fetcher }));
