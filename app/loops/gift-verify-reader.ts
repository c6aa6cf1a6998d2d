import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

const MOST = 100;

/** What must hold of gifts besides what the database itself holds them to. */
export const giftChecks: readonly Check[] = [
  {
    name: "gifts against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; verb: string; stands: boolean }>`
        with told as (
          select j.subject_id as id, j.verb from journal j
           where j.workspace_id = ${tx.workspaceId} and j.subject_kind in ('gift', 'gift-ban') and j.undoes is null
             and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
        ), kept as (
          select g.id, said.verb
            from gift g
            cross join lateral (values
              ('gift.asked', g.asked_at is not null), ('gift.approved', g.approved_at is not null),
              ('gift.refused', g.refused_at is not null), ('gift.given', g.given_on is not null)) as said (verb, holds)
           where g.workspace_id = ${tx.workspaceId} and g.taken_back_at is null and said.holds
          union all
          select b.id, said.verb
            from gift_ban b
            cross join lateral (values ('gift-ban.noted', true), ('gift-ban.lifted', b.lifted_on is not null)) as said (verb, holds)
           where b.workspace_id = ${tx.workspaceId} and b.taken_back_at is null and said.holds
        )
        select coalesce(k.id, t.id) as id, coalesce(k.verb, t.verb) as verb, k.id is not null as stands
          from kept k full join told t on t.id = k.id and t.verb = k.verb
         where k.id is null or t.id is null
         order by 1, 2 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, verb, stands }) =>
        stands
          ? `${id} says "${verb}" of itself, and the journal does not`
          : `${id} has "${verb}" in the journal, and not in its own record`,
      );
    },
  },
  {
    name: "duties done with a gift against the gift",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; giftId: string }>`
        select d.id, d.gift_id as "giftId"
          from duty_done d
          join gift g on g.workspace_id = d.workspace_id and g.id = d.gift_id
         where d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null
           and (g.taken_back_at is not null or g.given_on is null or g.referral_id is distinct from d.referral_id)
         order by 1 limit ${MOST}`.execute(tx.tables());
      return rows.map(
        ({ id, giftId }) => `the duty ${id} is done with the gift ${giftId}, which was not given`,
      );
    },
  },
];
