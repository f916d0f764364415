import { glob, readFile } from 'node:fs/promises';
import { mutationName, type Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { REGISTERS } from './registers.ts';

export interface Implementation {
  kind: 'TRANSITION' | 'DEADLINE' | 'PAGE' | 'CODE' | 'TEST';
  name: string;
  file: string;
}

const CITED = /\b[Aa]rticles? (\d{1,2}(?:(?:, | and | to )\d{1,2})*)/g;
const kebab = (noun: string) =>
  noun.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`);

function numbersOf(text: string): number[] {
  return [...text.matchAll(/(\d{1,2}) to (\d{1,2})|(\d{1,2})/g)].flatMap(([, from, to, single]) =>
    single
      ? [Number(single)]
      : Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
}

function kindOf(file: string): Implementation['kind'] {
  if (file.endsWith('.test.ts')) return 'TEST';
  return file.startsWith('portal/src/pages/') ? 'PAGE' : 'CODE';
}

/** Where each article is carried out: transitions and deadlines from the declarations, the rest where a file cites it. */
export async function implementations(root: string): Promise<Record<string, Implementation[]>> {
  const found = new Map<number, Map<string, Implementation>>();
  const add = (article: number, implementation: Implementation) => {
    if (article < 1 || article > 77) return;
    const known = found.get(article) ?? new Map<string, Implementation>();
    found.set(
      article,
      known.set(`${implementation.kind} ${implementation.file} ${implementation.name}`, implementation),
    );
  };
  for (const { subgraph, noun } of REGISTERS) {
    const { lifecycle } = noun;
    const file = `subgraphs/${subgraph}/${kebab(lifecycle.noun)}/lifecycle.ts`;
    for (const [action, transition] of Object.entries<Transition>(lifecycle.actions)) {
      for (const article of transition.articles)
        add(article, { kind: 'TRANSITION', name: mutationName(lifecycle, action), file });
      for (const rule of transition.starts ?? [])
        for (const article of rule.articles)
          add(article, { kind: 'DEADLINE', name: `${lifecycle.noun} ${rule.name}`, file });
    }
  }
  const files: string[] = [];
  for await (const file of glob('{subgraphs,gateway,portal/src,test}/**/*.{ts,astro}', {
    cwd: root,
    exclude: (path) => /node_modules|\/dist|\.astro$/.test(String(path)) && !String(path).endsWith('.astro'),
  }))
    if (!/node_modules|\/dist\//.test(file)) files.push(file);
  for (const file of files.sort()) {
    const text = await readFile(`${root}/${file}`, 'utf8');
    for (const [, numbers] of text.matchAll(CITED))
      for (const article of numbersOf(numbers!))
        add(article, { kind: kindOf(file), name: file.split('/').at(-1)!, file });
  }
  return Object.fromEntries(
    [...found]
      .sort(([one], [other]) => one - other)
      .map(([article, list]) => [String(article), [...list.values()]]),
  );
}
