import { exportRoute } from '../../../lib/export-route.ts';

/** The list as a XLSX file. */
export const GET = exportRoute('xlsx');
