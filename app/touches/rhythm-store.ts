import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Group, Rhythm, Tier, WhyPaused } from "./rhythm.ts";
import type { KindSaid } from "./touch.ts";
import type { TouchTables } from "./touch-tables.ts";

/** What the workspace has said of kinds of touch; its own in the order in which they came. */
export async function kindsSaid(tx: Tx): Promise<KindSaid[]> {
  const { rows } = await sql<KindSaid>`
    select kind, name, weight, ended_on is not null as ended from touch_kind
     where workspace_id = ${tx.workspaceId} order by kind`.execute(tx.tables());
  return rows;
}

export async function saveKind(
  tx: Tx,
  kind: { kind: string; name: string | null; weight: number; endedOn: Day | null },
  actor: Actor,
): Promise<void> {
  await sql`
    insert into touch_kind (workspace_id, kind, name, weight, ended_on, at, by_id)
    values (${tx.workspaceId}, ${kind.kind}, ${kind.name}, ${kind.weight}, ${kind.endedOn}, ${actor.now}, ${actor.member.id})
    on conflict (workspace_id, kind) do update set
      name = excluded.name, weight = excluded.weight, ended_on = excluded.ended_on, at = excluded.at, by_id = excluded.by_id`.execute(
    tx.tables(),
  );
}

/** As far as the workspace has set them. */
export async function rhythmsSaid(tx: Tx): Promise<({ group: Group } & Rhythm)[]> {
  const { rows } = await sql<{ group: Group } & Rhythm>`
    select group_of as group, days, review_days as "reviewDays", card_days as "cardDays", gets_letters as "getsLetters"
      from rhythm where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows;
}

export async function saveRhythm(
  tx: Tx,
  group: Group,
  { days, reviewDays, cardDays, getsLetters }: Rhythm,
  actor: Actor,
): Promise<void> {
  await sql`
    insert into rhythm (workspace_id, group_of, days, review_days, card_days, gets_letters, at, by_id)
    values (${tx.workspaceId}, ${group}, ${days}, ${reviewDays}, ${cardDays}, ${getsLetters}, ${actor.now}, ${actor.member.id})
    on conflict (workspace_id, group_of) do update set
      days = excluded.days, review_days = excluded.review_days, card_days = excluded.card_days,
      gets_letters = excluded.gets_letters, at = excluded.at, by_id = excluded.by_id`.execute(tx.tables());
}

interface New {
  id: string;
  day: Day;
}

export async function insertTier(
  tx: Tx,
  { id, day, accountId, tier }: New & { accountId: string; tier: Tier | null },
  actor: Actor,
): Promise<void> {
  const row = { ...dated(tx, { id, day }, actor), account_id: accountId, tier };
  await tx.tables<TouchTables>().insertInto("account_tier").values(row).execute();
}

/** What stands; null where nothing was said. */
export async function tierOf(
  tx: Tx,
  accountIds: readonly string[],
): Promise<{ id: string; tier: Tier | null; day: Day; byName: string } | null> {
  const { rows } = await sql<{ id: string; tier: Tier | null; day: Day; byName: string }>`
    select t.id, t.tier, t.day, m.name as "byName" from account_tier t
      join member m on m.workspace_id = t.workspace_id and m.id = t.by_id
     where t.workspace_id = ${tx.workspaceId} and t.account_id = any(${accountIds}::uuid[]) and t.taken_back_at is null
     order by t.id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertOwnRhythm(
  tx: Tx,
  said: New & { personId: string; days: number | null; words: string | null },
  actor: Actor,
): Promise<void> {
  const row = { ...dated(tx, said, actor), person_id: said.personId, days: said.days, words: said.words };
  await tx.tables<TouchTables>().insertInto("own_rhythm").values(row).execute();
}

/** The shortest rhythm that anybody has of their own, or had; null: nobody has one. */
export async function shortestOwn(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select min(days)::int as days from own_rhythm where workspace_id = ${tx.workspaceId} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0]?.days ?? null;
}

export async function insertPause(
  tx: Tx,
  said: New & { personId: string; untilDay: Day; why: WhyPaused; words: string | null },
  actor: Actor,
): Promise<void> {
  const { personId, untilDay, why, words } = said;
  const row = { ...dated(tx, said, actor), person_id: personId, until_day: untilDay, why, words };
  await tx.tables<TouchTables>().insertInto("touch_pause").values(row).execute();
}

export async function takeBackTierRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("account_tier")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackOwnRhythmRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("own_rhythm")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackPauseRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("touch_pause")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function dated(tx: Tx, { id, day }: New, actor: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    day,
    by_id: actor.member.id,
    at: actor.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
