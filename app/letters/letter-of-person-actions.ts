import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { rhythmsHere } from "#touches/rhythm-setting-actions.ts";
import { GROUPS } from "#touches/rhythm.ts";
import { hadBy, newsletterStopOf, type Had } from "./had-reader.ts";
import type { RestingRow, SubscriptionRow } from "./letter-tables.ts";
import { verdictText, whoGetsIt, type Judged } from "./recipient-actions.ts";
import { restingOf } from "./rest-actions.ts";
import { listSubscriptions } from "./subscription-store.ts";

export interface LettersOfPerson {
  personId: string;
  judged: Judged | null;
  says: string;
  subscription: SubscriptionRow | null;
  /** The id of the stop that says that they want no newsletter. */
  wantsNone: string | null;
  resting: (RestingRow & { address: string })[];
  had: Had[];
}

/** How it stands between somebody and the letters, as the workspace's rhythms would send one today. Throws Problem not-found. */
export async function lettersOf(tx: Tx, actor: Actor, anyId: string): Promise<LettersOfPerson> {
  const { id } = await getPerson(tx, anyId);
  const ids = await samePersonIds(tx, id);
  const rhythms = await rhythmsHere(tx);
  const meant = {
    memberId: actor.member.id,
    groups: GROUPS.filter((group) => rhythms[group].getsLetters),
    subscribers: true,
    whose: "all",
  } as const;
  const [judged = null] = await whoGetsIt(tx, { ...meant, groups: [...meant.groups] }, actor.today, [id]);
  const [subscription = null] = await listSubscriptions(tx, { personIds: ids });
  return {
    personId: id,
    judged,
    says: judged === null ? "is not on the lists" : verdictText(judged),
    subscription,
    wantsNone: await newsletterStopOf(tx, ids, actor.today),
    resting: await restingOf(tx, id),
    had: await hadBy(tx, ids),
  };
}
