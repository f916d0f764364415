import { up as registers } from './migrations/001-registers.ts';

/** The migrations of the ecosystem schema; they run in the order of their names. */
export const migrations = { '001-registers': { up: registers } };
