import { listenAndAnnounce, readSetup } from '../measure/target.ts';
import { jsonServer } from './http-json.ts';
import { openPool, openRegisters } from './registers.ts';

interface Body {
  variables: { after: string; first: number } | { id: string };
}

const { databaseUrl, form } = readSetup();

// What the database and HTTP cost by themselves: the same statements by hand, without GraphQL.
function byThreeStatements() {
  const registers = openRegisters(databaseUrl);
  const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
  const appsWithUnits = async (ids: readonly string[]) => {
    const apps = await registers.apps(ids);
    const units = byId(await registers.units([...new Set(apps.map(({ unitId }) => unitId))]));
    return { apps, unitOf: (id: string) => units.get(id)! };
  };
  return async ({ variables }: Body) => {
    if ('id' in variables) {
      const { apps, unitOf } = await appsWithUnits([variables.id]);
      const { unitId, ...app } = apps[0]!;
      const { id, name, level, region } = unitOf(unitId);
      return JSON.stringify({ data: { app: { ...app, unit: { id, name, level, region } } } });
    }
    const rows = await registers.incidents(variables.after, variables.first);
    const { apps, unitOf } = await appsWithUnits([...new Set(rows.map(({ appId }) => appId))]);
    const known = byId(apps);
    const incidents = rows.map(({ appId, ...incident }) => {
      const { unitId, downloads: _, ...app } = known.get(appId)!;
      const { kind: __, ...unit } = unitOf(unitId);
      return { ...incident, app: { ...app, unit } };
    });
    return JSON.stringify({ data: { incidents } });
  };
}

const LIST = `select coalesce(json_agg(row_to_json(page)), '[]')::text as json from (
  select i.id, i.code, i.title, i.severity, i.status, i.description, i.reporter, (select row_to_json(a) from (
    select a.id, a.name, a.version, a.category, a.status, a.summary, (select row_to_json(u) from (
      select u.id, u.name, u.level, u.region, u.contact, u.phone from unit u where u.id = a.unit_id) u) as unit
    from app a where a.id = i.app_id) a) as app
  from incident i where i.id < $1 order by i.id desc limit $2) page`;
const ONE = `select row_to_json(one)::text as json from (
  select a.id, a.name, a.version, a.category, a.status, a.summary, a.downloads, (select row_to_json(u) from (
    select u.id, u.name, u.level, u.region from unit u where u.id = a.unit_id) u) as unit
  from app a where a.id = $1) one`;

function byOneStatement() {
  const pool = openPool(databaseUrl);
  const json = async (name: string, text: string, values: unknown[]) =>
    (await pool.query<{ json: string }>({ name, text, values })).rows[0]!.json;
  return async ({ variables }: Body) =>
    'id' in variables
      ? `{"data":{"app":${await json('one', ONE, [variables.id])}}}`
      : `{"data":{"incidents":${await json('list', LIST, [variables.after, variables.first])}}}`;
}

listenAndAnnounce(jsonServer(form === 'one statement' ? byOneStatement() : byThreeStatements()));
