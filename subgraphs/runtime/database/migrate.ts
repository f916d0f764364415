import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './open.ts';

/** Brings one PostgreSQL schema to its newest migration; several processes may call it at once. */
export async function migrateSchema(
  db: Db,
  schema: string,
  migrations: Record<string, Migration>,
): Promise<void> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: schema,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`数据库 ${schema} 迁移失败${failed ? `（${failed}）` : ''}：${String(error)}`, {
      cause: error,
    });
  }
}
