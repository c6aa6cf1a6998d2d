import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { bansOn, giftYearOf, type GiftRule, type GiftStanding } from "./gift.ts";
import { giftBansOf, type GiftBan } from "./gift-ban-store.ts";
import { countedGifts, type CountedGift } from "./gift-reader.ts";
import { giftRuleOf } from "./gift-rule-actions.ts";

/** All that decides whether somebody may get a gift on a day. */
export interface StandingOfGifts extends GiftStanding {
  personId: string;
  personName: string;
  accountId: string | null;
  rule: GiftRule;
  counted: CountedGift[];
  /** Those of the person and of their employer that hold. */
  standing: GiftBan[];
}

/** What was given to those who were merged into them counts, and what their employer of today says. `without` are gifts that are about to go. Throws Problem not-found. */
export async function giftStandingOf(
  tx: Tx,
  actor: Actor,
  anyId: string,
  { day, without = [] }: { day: Day; without?: readonly string[] },
): Promise<StandingOfGifts> {
  const person = await getPerson(tx, anyId);
  const account = person.accountId === null ? null : await getAccount(tx, person.accountId);
  const personIds = await samePersonIds(tx, person.id);
  const accountIds = account === null ? [] : await sameAccountIds(tx, account.id);
  const bans = await giftBansOf(tx, { personIds, accountIds });
  const standing = bans.filter((ban) => bansOn(day, ban));
  return {
    personId: person.id,
    personName: person.fullName,
    accountId: account?.id ?? null,
    rule: await giftRuleOf(tx, actor),
    standing,
    bans: standing.map(({ personId }) => (personId === null ? "employer" : "person")),
    atClient: account?.kind === "client",
    counted: await countedGifts(tx, personIds, giftYearOf(day).year, without),
  };
}
