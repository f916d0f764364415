import { exportRoute } from '../../../lib/export-route.ts';

/** The list as a CSV file. */
export const GET = exportRoute('csv');
