import { explorerAssets } from '../gateway/explorer/build.ts';
import { ensurePortalBuilt } from '../portal/build.ts';

// What processes would otherwise build at their first start is built into the image, whose file system is read-only.
await ensurePortalBuilt();
await explorerAssets();
