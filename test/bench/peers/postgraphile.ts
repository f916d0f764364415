import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listenAndAnnounce, readSetup } from '../measure/target.ts';

// PostGraphile makes one schema of the same tables by itself and answers a request by one SQL statement.
const { databaseUrl } = readSetup();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: databaseUrl, poolConfig: { max: 10 } } as never)],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
} as never);
const server = createServer();
await instance.createServ(grafserv).addTo(server);
listenAndAnnounce(server);
