import { type Kysely, sql } from 'kysely';

/** In which app contents stand, and of which regime it is: a risk to public opinion is judged by it (articles 28 and 45). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into runtime.standing (organization_id, kind, state, scope, valid_until, updated_at)
    select content.organization_id, 'CONTENT:' || content.id, content.state,
      jsonb_build_object('appId', app.id, 'appName', app.name, 'serviceClass', app.service_class), null, content.updated_at
    from apps.content_item as content join apps.app on app.id = content.app_id
    where content.published_at is not null`.execute(db);
}
