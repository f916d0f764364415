import { announceServer, readSetup } from '../measure/target.ts';
import { openGateway } from './ours.ts';

// Our gateway as a target, as the product serves it.
const gateway = openGateway(readSetup());
await gateway.listen({ host: '127.0.0.1', port: 0 });
announceServer(gateway.server);
