import { startClockAt } from '@zgt/runtime/clock.ts';

// Files of one process share the clock: each begins at the machine's own time, wherever the last one left it.
startClockAt(new Date().toISOString());
