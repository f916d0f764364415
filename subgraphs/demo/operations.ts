import { seedConduct } from './operations/conduct.ts';
import { seedIncidents } from './operations/incidents.ts';
import { seedSafety } from './operations/safety.ts';
import { seedSupervision } from './operations/supervision.ts';
import type { SeedStep } from './seed.ts';
import { type Cast, type KnownRecords, telling } from './story.ts';

/**
 * Operation and safety as they are met in the middle of their work: half a year of it behind, something late, and an
 * incident running. What happened earlier was taken at its own time.
 */
export async function seedOperations(
  step: SeedStep,
  { parties, known, now }: { parties: Cast; known: KnownRecords; now: Date },
): Promise<void> {
  const tell = telling(step, parties, known, now);
  const { login } = await seedIncidents(tell);
  await seedSupervision(tell, login);
  await seedConduct(tell);
  await seedSafety(tell);
}
