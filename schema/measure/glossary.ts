import { ACT_TERMS } from './glossary-acts.ts';
import { THING_TERMS } from './glossary-things.ts';
import type { GlossaryTerm } from './glossary-type.ts';

/** Every term of the measure that the system uses, each with exactly one identifier. */
export const GLOSSARY: readonly GlossaryTerm[] = [...THING_TERMS, ...ACT_TERMS];
