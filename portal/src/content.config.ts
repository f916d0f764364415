import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Why something is as it is: context, decision, consequences. */
const decisions = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/decisions' }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    status: z.enum(['ACCEPTED', 'SUPERSEDED']),
    articles: z.array(z.number().int().min(1).max(77)).default([]),
  }),
});

/** What changed for those who rely on the API, the standards or the dictionary. */
const changes = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/changes' }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    area: z.enum(['API', 'STANDARD', 'DICTIONARY', 'PORTAL', 'RULE']),
    breaking: z.boolean().default(false),
  }),
});

export const collections = { decisions, changes };
