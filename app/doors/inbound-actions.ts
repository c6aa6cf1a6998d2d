import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { IncomingMail, TakeMail } from "#lib/mail/incoming.ts";
import { mailKey } from "#lib/mail/mail-key.ts";
import type { OurAddress } from "#lib/mail/our-address.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { mayChange } from "#referrals/referral.ts";
import { advanceReferral } from "#referrals/step-actions.ts";
import { actorIfHere } from "#team/door-actions.ts";
import { logTouchOnce } from "#touches/touch-actions.ts";
import { emailOfMember, membersByAddress, peopleByAddress, waitingIntroductionsTo } from "./known-reader.ts";
import {
  boxesWith,
  countIdleSince,
  insertEffect,
  insertMail,
  keepsWords,
  updateMailState,
  type Box,
  type MailRow,
  type NewMail,
} from "./mail-store.ts";
import { matchNamed } from "./match-named.ts";
import { inContact, toldBy, whyAsked, whyNotRead, type Named, type Why } from "./member-mail.ts";

const DAY_MS = 86_400_000;
// Beyond that a flood leaves no more lines.
const MOST_IDLE_A_DAY = 100;
const LONGEST_WORDS = 10_000;

/**
 * Mail to a member's own address, in copy or forwarded. Written by the member, provably, it is logged with the people whom we know by
 * their addresses: as a touch, or as the answer to an introduction that waited for one. Anything else is put to the member, and nothing
 * is done before they have said so. Told again, the same message changes nothing.
 */
export function takeMemberMail(database: Database, own: OurAddress): TakeMail {
  return async (mail, { now }) => {
    const boxes = await boxesOf(database, own, mail);
    for (const box of boxes)
      await database.write(box.workspaceId, (tx) => receiveMail(tx, mail, { box, boxes, own, now }));
    return boxes.length > 0;
  };
}

/** Whose own addresses a message came to. */
export function boxesOf(database: Database, own: OurAddress, mail: IncomingMail): Promise<Box[]> {
  const to = [...mail.recipients, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  return boxesWith(database, [...new Set(to.flatMap((address) => own.tokenIn(address) || []))]);
}

/** Whether mail to that address may come in. */
export async function opensTo(database: Database, own: OurAddress, address: string): Promise<boolean> {
  const token = own.tokenIn(address);
  return token === "" || (token !== null && (await boxesWith(database, [token])).length > 0);
}

interface Arrival {
  box: Box;
  /** All that this message came to. */
  boxes: readonly Box[];
  own: OurAddress;
  now: Date;
}

/** One message at one of the addresses that it came to. */
export async function receiveMail(
  tx: Tx,
  mail: IncomingMail,
  { box, boxes, own, now }: Arrival,
): Promise<void> {
  const actor = await actorIfHere(tx, box.memberId, now);
  if (!actor) return;
  const inside = mail.carries;
  const heard = [
    mail.from,
    ...mail.to,
    ...mail.cc,
    inside?.from,
    ...(inside?.to ?? []),
    ...(inside?.cc ?? []),
  ];
  const members = await membersByAddress(tx, [...new Set(heard.flatMap((each) => each?.address ?? []))]);
  const memberEmail = await emailOfMember(tx, box.memberId);
  const writer = members.find(({ address }) => address === mail.from?.address);
  const isWritersOwn = (other: Box) => other.workspaceId === box.workspaceId && other.memberId === writer?.id;
  // It is logged where its writer has it logged.
  if (writer && writer.id !== box.memberId && boxes.some(isWritersOwn)) return;
  const isOurs = (address: string) =>
    own.tokenIn(address) !== null ||
    address === memberEmail ||
    members.some((member) => member.address === address);
  const told = toldBy(mail, isOurs, { now, timeZone: actor.workspace.timeZone });
  const notRead = whyNotRead(mail) ?? (told ? null : "nobody-named");
  const why = notRead ?? whyAsked(mail, memberEmail);
  const row: NewMail = {
    id: newId(now),
    memberId: box.memberId,
    key: mailKey(mail),
    at: now,
    sender: mail.from ? [mail.from.name, `<${mail.from.address}>`].join(" ").trim() : "",
    subject: mail.subject,
    writtenAt: told?.writtenAt ?? now,
    byMember: told?.byMember ?? false,
    named: told?.named ?? [],
    words: (await keepsWords(tx, box.memberId)) ? mail.text.slice(0, LONGEST_WORDS).toWellFormed() : null,
    state: notRead ? "ignored" : why ? "question" : "done",
    why,
  };
  if (why !== null && (await isFlooded(tx, box.memberId, now))) return;
  if ((await insertMail(tx, row)) && why === null) await actOn(tx, actor, row);
}

/** So much came about which nothing was done that more of it leaves no line. */
async function isFlooded(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  return (await countIdleSince(tx, memberId, new Date(now.getTime() - DAY_MS))) >= MOST_IDLE_A_DAY;
}

/** Does what the message tells of, as far as we know whom it names. Throws nothing that the message could cause. */
export async function actOn(tx: Tx, actor: Actor, mail: MailRow): Promise<void> {
  const met = matchNamed(mail.named, await peopleByAddress(tx, addressesOf(mail.named)));
  const contacts = met.flatMap((each) => (each.person && inContact(mail, each) ? [each.person.id] : []));
  await holdPeople(tx, contacts);
  let why: Why | null = contacts.length === 0 ? "nobody-known" : null;
  for (const personId of new Set(contacts)) {
    try {
      await noteContact(tx, actor, mail, personId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      why = "refused";
    }
  }
  await updateMailState(tx, mail.id, { state: why ? "question" : "done", why });
}

/**
 * What we wrote to somebody who was introduced to us is our answer, if none was given yet; else it is a touch. `introducedBy` is the
 * introduction that the same message is: written down now, it was there before.
 */
export async function noteContact(
  tx: Tx,
  actor: Actor,
  mail: Pick<MailRow, "id" | "byMember" | "writtenAt" | "subject">,
  personId: string,
  introducedBy: string | null = null,
): Promise<void> {
  const effect = { mailId: mail.id, personId };
  if (mail.byMember && (await answerIntroductions(tx, actor, mail, personId, introducedBy))) return;
  const day = dayIn(mail.writtenAt, actor.workspace.timeZone);
  const words = mail.subject === "" ? null : mail.subject;
  const { touch, added } = await logTouchOnce(tx, actor, { personId, kind: "e-mail", words, day });
  if (added) await insertEffect(tx, { ...effect, kind: "touch", subjectId: touch.id }, actor.now);
}

async function answerIntroductions(
  tx: Tx,
  actor: Actor,
  { id, writtenAt }: Pick<MailRow, "id" | "writtenAt">,
  personId: string,
  introducedBy: string | null,
): Promise<boolean> {
  const then = { ...actor, now: writtenAt, today: dayIn(writtenAt, actor.workspace.timeZone) };
  let answered = false;
  for (const waiting of await waitingIntroductionsTo(tx, [personId])) {
    const whose = { memberId: waiting.memberId, teamId: waiting.memberTeamId };
    if ((writtenAt < waiting.arrivedBy && waiting.id !== introducedBy) || !mayChange(actor, whose)) continue;
    const { moved } = await advanceReferral(tx, then, waiting.id, "responded", then.today, null);
    if (!moved) continue;
    await insertEffect(tx, { mailId: id, personId, kind: "answer", subjectId: waiting.id }, actor.now);
    answered = true;
  }
  return answered;
}

export function addressesOf(named: readonly Named[]): string[] {
  return named.map(({ address }) => address);
}
