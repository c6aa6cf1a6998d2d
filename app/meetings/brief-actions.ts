import { getAsk } from "#asks/ask-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { protectionOf } from "#people/protection-actions.ts";
import { sourcesUpTheChain } from "#referrals/chain-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { lastWordsWith } from "./brief-reader.ts";
import { getMeeting } from "./meeting-actions.ts";

const LAST_WORDS = 3;

/** All that one wants to know on the way to a meeting. Throws Problem not-found. */
export async function briefFor(tx: Tx, actor: Actor, meetingId: string) {
  const meeting = await getMeeting(tx, meetingId);
  const contact = await getPerson(tx, meeting.personId);
  const lastWords = await lastWordsWith(tx, await samePersonIds(tx, contact.id), meeting.id, LAST_WORDS);
  const introduction = meeting.referralId ? await introductionFor(tx, meeting.referralId, actor.today) : null;
  return { meeting, contact, introduction, lastWords };
}

async function introductionFor(tx: Tx, id: string, today: Day) {
  const referral = await getReferral(tx, id);
  const source = await getPerson(tx, referral.sourceId);
  const { noGos } = await protectionOf(tx, await samePersonIds(tx, source.id), today);
  const above = (await sourcesUpTheChain(tx, [id])).get(id) ?? [];
  return {
    referral,
    source,
    noGos: noGos.flatMap(({ topic, person, account, words }) => {
      const what = topic ?? person?.name ?? account?.name;
      return what === undefined ? [] : [{ what, words }];
    }),
    above: above.map((each) => ({ id: each.id, name: each.name })).toReversed(),
    asked: referral.askId ? await askedFor(tx, referral.askId) : null,
  };
}

/** For what the source was asked, and what was last written down of it. */
async function askedFor(tx: Tx, askId: string) {
  const { day, forWhom, targetPersonName, targetAccountName, conversations } = await getAsk(tx, askId);
  const note = conversations.findLast((said) => said.note !== null)?.note ?? null;
  return { day, whom: targetPersonName ?? targetAccountName ?? forWhom, note };
}
