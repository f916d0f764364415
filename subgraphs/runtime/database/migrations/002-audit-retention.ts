import { type Kysely, sql } from 'kysely';

/** The least number of years that article 69 commands; the parameter may only lengthen it. */
const LEAST_YEARS = 5;

/** Months of the audit log may go once they are old enough (article 69, duty 69.2); where each lane then begins is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The last entry that was purged from each lane: the chain of what remains starts from its hash.
create table runtime.audit_anchor (
  lane smallint primary key,
  seq bigint not null,
  hash text not null,
  purged_before timestamptz not null,
  purged_at timestamptz not null
);

-- Only the owner of the database may call it. Real time counts: a clock that was set forward purges nothing.
create function runtime.drop_audit_months(before timestamptz) returns setof text
language plpgsql set search_path = pg_catalog as $$
declare
  years integer;
  cut timestamptz;
  part record;
begin
  select greatest(${LEAST_YEARS}, coalesce((select (value #>> '{}')::integer from runtime.rule_parameter
    where name = 'log.retention_years' and effective_from <= now()
    order by effective_from desc, id desc limit 1), ${LEAST_YEARS})) into years;
  if before > now() - make_interval(years => years) then
    raise exception 'audit entries are kept for % years (article 69)', years using errcode = 'ZG069';
  end if;
  lock table runtime.audit_lane in share row exclusive mode;
  cut := date_trunc('month', before at time zone 'UTC') at time zone 'UTC';
  -- Clocks of several processes differ a little: a month ends where no lane has an older entry behind a newer one.
  while exists (select from runtime.audit_entry group by lane
    having max(seq) filter (where at < cut) > min(seq) filter (where at >= cut))
  loop
    cut := (cut at time zone 'UTC' - interval '1 month') at time zone 'UTC';
  end loop;
  insert into runtime.audit_anchor (lane, seq, hash, purged_before, purged_at)
    select distinct on (lane) lane, seq, hash, cut, now() from runtime.audit_entry where at < cut order by lane, seq desc
    on conflict (lane) do update set seq = excluded.seq, hash = excluded.hash,
      purged_before = excluded.purged_before, purged_at = excluded.purged_at;
  for part in
    select inhrelid::regclass::text as name, substring(inhrelid::regclass::text from '(\\d{4}_\\d{2})$') as month
    from pg_inherits where inhparent = 'runtime.audit_entry'::regclass order by 2
  loop
    if make_timestamptz(left(part.month, 4)::integer, right(part.month, 2)::integer, 1, 0, 0, 0, 'UTC') < cut then
      execute 'drop table ' || part.name;
      return next replace(part.month, '_', '-');
    end if;
  end loop;
end $$;
revoke execute on function runtime.drop_audit_months(timestamptz) from public;
`)
    .execute(db);
}
