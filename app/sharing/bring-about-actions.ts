import { recordOutcome } from "#asks/answer-actions.ts";
import { getAsk } from "#asks/ask-actions.ts";
import { isOpen, mayBecome } from "#asks/ask.ts";
import { takeBackConversation } from "#asks/take-back-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Tx } from "#lib/storage/database.ts";
import { consentOf, recordConsent, takeBackConsent } from "#people/consent-actions.ts";
import { changePerson, getPerson } from "#people/person-actions.ts";
import { personNameKey } from "#people/person-key.ts";
import { protectionOf } from "#people/protection-actions.ts";
import { addNoGo, liftNoGo, liftOneDoNotAsk, sayDoNotAsk } from "#people/stop-actions.ts";
import { changeLevel, getReferral, receiveReferral, takeBackReferral } from "#referrals/referral-actions.ts";
import type { Level } from "#referrals/referral.ts";
import type { AnswerRow, Effects } from "./answer-store.ts";
import { becameOf, type Became } from "./became-reader.ts";
import type { PageRow } from "./page-store.ts";
import { LEVEL_OF, type Effort } from "./shared-page.ts";

/** Somebody who is introduced, as they were written down on the page. */
export interface Named {
  name: string;
  company: string | null;
  email: string | null;
  phone: string | null;
}

/** What was said on a page, cleaned. */
export type CleanAnswer =
  | { answer: "introduced"; whom: Named; effort: Effort; words: string | null }
  | { answer: "not-now"; untilDay: string; words: string | null }
  | { answer: "not-them"; words: string | null }
  | { answer: "never"; words: string | null }
  | { answer: "agreed"; whom: Named; words: string | null }
  | { answer: "declined" };

export const NOTHING: Effects = {
  referralId: null,
  raisedId: null,
  raisedFrom: null,
  conversationId: null,
  stopId: null,
  noGoId: null,
};
/** Whoever agreed has read our lines: their source passed them on. */
const AGREED_LEVEL: Level = LEVEL_OF.lines;
const LONGEST_TOPIC = 200;

/** Does here what was said there, in the name of `actor`. Throws what its rooms throw. */
export async function bringAbout(tx: Tx, actor: Actor, page: PageRow, said: CleanAnswer): Promise<Effects> {
  switch (said.answer) {
    case "introduced":
      return introduce(tx, actor, page, said.whom, LEVEL_OF[said.effort], said.words);
    case "agreed": {
      const brought = await introduce(tx, actor, page, said.whom, AGREED_LEVEL, said.words);
      const { contactId } = await getReferral(tx, introductionIn(brought));
      await recordConsent(tx, actor, contactId, { how: "page", words: said.words });
      return brought;
    }
    case "not-now": {
      if (page.askId === null) return NOTHING;
      const { untilDay, words } = said;
      if (!mayBecome((await getAsk(tx, page.askId)).outcome, "not-now")) return rest(tx, actor, page, said);
      const answer = { outcome: "not-now", untilDay, note: words, happened: true } as const;
      const { saidId } = await recordOutcome(tx, actor, page.askId, answer);
      return { ...NOTHING, conversationId: saidId };
    }
    case "not-them": {
      const { id } = await addNoGo(tx, actor, page.sourceId, {
        ...(await ruledOut(tx, page)),
        words: said.words,
      });
      return { ...NOTHING, noGoId: id };
    }
    case "never": {
      const conversationId = await sayNo(tx, actor, page);
      const { id } = await sayDoNotAsk(tx, actor, page.sourceId, { why: "said-stop", words: said.words });
      return { ...NOTHING, conversationId, stopId: id };
    }
    default:
      return NOTHING;
  }
}

/** The undo of it. Throws Problem conflict, not-found where somebody has gone on from there. */
export async function undoBroughtAbout(
  tx: Tx,
  actor: Actor,
  page: Pick<PageRow, "askId">,
  said: AnswerRow,
): Promise<void> {
  const introduction = said.referralId ?? said.raisedId;
  // First: the contact who was only written down with it goes as soon as nothing is known of them.
  if (said.answer === "agreed" && introduction !== null) await takeBackAgreement(tx, actor, introduction);
  if (said.referralId !== null) await takeBackReferral(tx, actor, said.referralId);
  if (said.raisedId !== null && said.raisedFrom !== null)
    await changeLevel(tx, actor, said.raisedId, said.raisedFrom);
  if (said.noGoId !== null) await liftNoGo(tx, actor, said.noGoId);
  if (said.stopId !== null) await liftOneDoNotAsk(tx, actor, said.stopId);
  if (said.conversationId !== null && page.askId !== null)
    await takeBackConversation(tx, actor, page.askId, said.conversationId);
}

async function introduce(
  tx: Tx,
  actor: Actor,
  page: PageRow,
  whom: Named,
  level: Level,
  note: string | null,
): Promise<Effects> {
  const there = await introductionOf(tx, page, whom.name);
  if (there !== null) return raise(tx, actor, there, whom, level);
  const known = await targetCalled(tx, page, whom.name);
  const contact = {
    fullName: whom.name,
    ...(whom.company !== null && { accountName: whom.company }),
    emails: whom.email === null ? [] : [whom.email],
    phones: whom.phone === null ? [] : [whom.phone],
  };
  // An ask counts for whoever made it: somebody who took over from them has an introduction that came unprompted.
  const askId = actor.member.id === page.memberId ? page.askId : null;
  const { id } = await receiveReferral(tx, actor, {
    sourceId: page.sourceId,
    ...(known === null ? { contact } : { contactId: known }),
    askId,
    level,
    note,
  });
  return { ...NOTHING, referralId: id };
}

async function takeBackAgreement(tx: Tx, actor: Actor, referralId: string): Promise<void> {
  const { contactId } = await getReferral(tx, referralId);
  const { consent } = await consentOf(tx, actor, contactId);
  if (consent?.how === "page") await takeBackConsent(tx, actor, consent.id);
}

/** What was brought about has one: a new one, or one that was there. */
function introductionIn({ referralId, raisedId }: Effects): string {
  const id = referralId ?? raisedId;
  if (id === null) throw new Error("an agreement without an introduction");
  return id;
}

/** An introduction, or a name, that this page's ask has brought already: the same person is not written down twice. */
async function introductionOf(tx: Tx, page: PageRow, name: string): Promise<Became | null> {
  const source = page.parentId === null ? page : { ...page, id: page.parentId };
  const key = personNameKey(name);
  const all = await becameOf(tx, source);
  return all.find(({ contactName }) => personNameKey(contactName) === key) ?? null;
}

/** A name becomes an introduction, an introduction one of more effort; how to reach them is added. */
async function raise(tx: Tx, actor: Actor, there: Became, whom: Named, level: Level): Promise<Effects> {
  const { emails, phones } = await getPerson(tx, there.contactId);
  const ways = {
    ...(whom.email !== null && { emails: [...emails, whom.email] }),
    ...(whom.phone !== null && { phones: [...phones, whom.phone] }),
  };
  if (Object.keys(ways).length > 0) await changePerson(tx, actor, there.contactId, ways);
  if (level > there.level) await changeLevel(tx, actor, there.referralId, level);
  return { ...NOTHING, raisedId: there.referralId, raisedFrom: there.level };
}

/** Somebody was named in this ask, which is done; the source is left alone until that day all the same. */
async function rest(
  tx: Tx,
  actor: Actor,
  page: PageRow,
  { untilDay, words }: { untilDay: string; words: string | null },
): Promise<Effects> {
  const { doNotAsk } = await protectionOf(tx, [page.sourceId], actor.today);
  // Whoever is not asked at all has no need of it.
  if (doNotAsk !== null && doNotAsk.liftedOn === null) return NOTHING;
  const said = words ?? `Not now: ask again on ${dayText(untilDay, actor.today)}.`;
  const { id } = await sayDoNotAsk(tx, actor, page.sourceId, { why: "other", words: said, untilDay });
  return { ...NOTHING, stopId: id };
}

/** The person for whom we asked, where that is who they named. */
async function targetCalled(tx: Tx, page: PageRow, name: string): Promise<string | null> {
  if (page.askId === null) return null;
  const { targetPersonId } = await getAsk(tx, page.askId);
  if (targetPersonId === null) return null;
  const target = await getPerson(tx, targetPersonId);
  return personNameKey(target.fullName) === personNameKey(name) ? target.id : null;
}

async function ruledOut(tx: Tx, page: PageRow) {
  const ask = page.askId === null ? null : await getAsk(tx, page.askId);
  if (ask?.targetPersonId) return { personId: ask.targetPersonId };
  if (ask?.targetAccountId) return { accountId: ask.targetAccountId };
  return { topic: (page.whom ?? "").slice(0, LONGEST_TOPIC) };
}

async function sayNo(tx: Tx, actor: Actor, page: PageRow): Promise<string | null> {
  if (page.askId === null) return null;
  const ask = await getAsk(tx, page.askId);
  if (!mayBecome(ask.outcome, "no") || !isOpen(ask, actor.today)) return null;
  const { saidId } = await recordOutcome(tx, actor, page.askId, { outcome: "no" });
  return saidId;
}
