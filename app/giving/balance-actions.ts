import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { creditOf } from "#team/credit-actions.ts";
import { YEAR_DAYS, type Spans } from "./balance.ts";
import { exchangeAtAccounts, exchangeOf, exchangeWithPeople } from "./balance-reader.ts";

/** What went each way: of the actor (or the member asked for), and of all of us. */
export interface Balance {
  of: { kind: "person" | "account" | "member"; id: string; name: string | null };
  mine: Spans;
  all: Spans;
}

/** With a person, an account, or of a member. Throws Problem not-found, invalid unless exactly one is asked for. */
export async function balanceOf(
  tx: Tx,
  actor: Actor,
  asked: { personId?: string | undefined; accountId?: string | undefined; memberId?: string | undefined },
): Promise<Balance> {
  const since = addDays(actor.today, -YEAR_DAYS);
  const me = actor.member.id;
  const { personId, accountId, memberId } = asked;
  if ([personId, accountId, memberId].filter((id) => id !== undefined).length !== 1)
    throw invalid("ask for a person, an account or a member", "person");
  if (personId !== undefined) {
    const { id, fullName } = await getPerson(tx, personId);
    const ids = await samePersonIds(tx, id);
    const [mine, all] = await Promise.all([
      exchangeWithPeople(tx, ids, since, me),
      exchangeWithPeople(tx, ids, since, null),
    ]);
    return { of: { kind: "person", id, name: fullName }, mine, all };
  }
  if (accountId !== undefined) {
    const { id, name } = await getAccount(tx, accountId);
    const ids = await sameAccountIds(tx, id);
    const [mine, all] = await Promise.all([
      exchangeAtAccounts(tx, ids, since, me),
      exchangeAtAccounts(tx, ids, since, null),
    ]);
    return { of: { kind: "account", id, name }, mine, all };
  }
  const member = (await creditOf(tx, memberId ?? me, actor.today)).memberId;
  const [mine, all] = await Promise.all([exchangeOf(tx, member, since), exchangeOf(tx, null, since)]);
  return { of: { kind: "member", id: member, name: null }, mine, all };
}
