import { newId } from "#lib/kernel/ids.ts";
import type { IncomingMail, TakeMail } from "#lib/mail/incoming.ts";
import { mailKey } from "#lib/mail/mail-key.ts";
import { addressKey } from "#people/address-key-server.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { Mailer } from "#lib/mail/send.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { bounceIn } from "./bounce.ts";
import { noteBounce } from "./copy-actions.ts";
import { findCopy } from "./copy-store.ts";
import type { CopyRow, NewsletterRow } from "./letter-tables.ts";
import { findNewsletter } from "./newsletter-store.ts";
import { saysNoMore } from "./no-more.ts";
import { insertReply, markPassedOn, replyWithKey } from "./reply-store.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { whoWrites } from "./writer-reader.ts";

export interface LetterMailOptions {
  database: Database;
  messageIds: MessageIds;
  /** By which a reply goes on to the writer's own mailbox; null: this installation sends no mail. */
  mailer: Mailer | null;
  /** Whether a member wants the words of their mail kept. */
  keepsWords?: (tx: Tx, memberId: string) => Promise<boolean>;
}

const LONGEST = { subject: 300, words: 20_000, passedOn: 100_000 } as const;

/**
 * What comes back to letters: reports that one could not be delivered, and answers of people, which are the signal. An automatic
 * answer is none. Told again, the same mail changes nothing, but an answer that could not be passed on is tried again.
 */
export function takeLetterMail(options: LetterMailOptions): TakeMail {
  return async (mail, { now }) => {
    const found = copyMeant(options.messageIds, mail);
    if (found === null) return false;
    const { database } = options;
    if (mail.nature === "report") {
      await database.write(found.workspaceId, (tx) => noteReport(tx, found.id, mail, now));
      return true;
    }
    if (mail.nature !== "personal") return true;
    const reply = await database.write(found.workspaceId, (tx) =>
      receiveReply(tx, found.id, mail, now, options),
    );
    if (reply === "ours") return false;
    if (reply !== null) await passOn(options, found.workspaceId, reply, mail, now);
    return true;
  };
}

function copyMeant(messageIds: MessageIds, mail: IncomingMail): { workspaceId: string; id: string } | null {
  const named = mail.returnedId === null ? mail.answers : [mail.returnedId, ...mail.answers];
  for (const each of named) {
    const found = messageIds.read(each);
    if (found?.kind === "letter") return found;
  }
  return null;
}

async function noteReport(tx: Tx, copyId: string, { reports }: IncomingMail, now: Date): Promise<void> {
  const copy = await findCopy(tx, copyId);
  if (copy === null) return;
  for (const report of reports) {
    // Somebody passed it on, and it came back from there: that says nothing of the address to which it went.
    if (report.recipient !== null && addressKey(tx.workspaceId, report.recipient) !== copy.key) continue;
    const bounce = bounceIn(report);
    if (bounce !== null) await noteBounce(tx, copy, { bounce, says: report.says ?? report.status, at: now });
  }
}

interface NotedReply {
  id: string;
  letter: NewsletterRow;
  /** As the mail that passes it on says who wrote; an address, where that is all that is sure. */
  fromName: string;
  /** What whoever reads it should know of its sender first; null: it comes from whom the letter went to. */
  warning: string | null;
  passedOn: boolean;
}

/** Null: the letter is gone. "ours": a colleague wrote within the team. */
export async function receiveReply(
  tx: Tx,
  copyId: string,
  mail: IncomingMail,
  now: Date,
  { keepsWords }: Pick<LetterMailOptions, "keepsWords">,
): Promise<NotedReply | "ours" | null> {
  const copy = await findCopy(tx, copyId);
  const letter = copy && (await findNewsletter(tx, copy.newsletterId));
  if (!copy || !letter || mail.from === null) return null;
  const who = await whoWrites(tx, mail.from.address);
  if (who.isMember) return "ours";
  const { address } = mail.from;
  const isTheirs =
    addressKey(tx.workspaceId, address) === copy.key ||
    (who.personId !== null && who.personId === copy.personId);
  const personId = isTheirs ? copy.personId : who.personId;
  const isProven = mail.isProven === true;
  const passing = {
    letter,
    fromName: (isTheirs && isProven && copy.personName) || address,
    warning: warningAbout({ isTheirs, isProven, recipientName: copy.personName }),
  };
  const key = mailKey(mail);
  const id = newId(now);
  const keeps = (await keepsWords?.(tx, letter.memberId)) ?? false;
  const isNew = await insertReply(tx, {
    id,
    newsletterId: letter.id,
    copyId: copy.id,
    personId,
    byOther: !isTheirs,
    otherAddress: isTheirs || personId !== null ? null : address,
    isProven,
    saysNoMore: saysNoMore(mail),
    mailKey: key,
    subject: oneLine(mail.subject, LONGEST.subject) || "(no subject)",
    words: keeps ? clean(mail.text, LONGEST.words) : null,
    at: now,
  });
  if (!isNew) {
    const before = await replyWithKey(tx, key);
    return before && { id: before.id, ...passing, passedOn: before.passedOn };
  }
  await noteOnTimeline(tx, { id, personId }, copy, letter, now);
  return { id, ...passing, passedOn: false };
}

function warningAbout({
  isTheirs,
  isProven,
  recipientName,
}: {
  isTheirs: boolean;
  isProven: boolean;
  recipientName: string | null;
}): string | null {
  const said = [
    !isTheirs &&
      `Your letter went to ${recipientName ?? "somebody else"}, who passed it on: this is not their answer.`,
    !isProven && "Nothing proves that it comes from that address.",
  ].filter(Boolean);
  return said.length === 0 ? null : said.join(" ");
}

/** They wrote to us: that is no word from us, and moves no clock. What we answer does. */
async function noteOnTimeline(
  tx: Tx,
  { id, personId }: { id: string; personId: string | null },
  copy: CopyRow,
  letter: NewsletterRow,
  now: Date,
): Promise<void> {
  const { today, workspace } = await speakerFor(tx, { memberId: letter.memberId, personId: null }, now);
  await writeJournal(tx, { now, workspace, member: null }, [
    {
      verb: "newsletter.replied",
      subject: { kind: "letter", id },
      day: today,
      concerns: [personId, letter.memberId, letter.id],
      detail: { newsletterId: letter.id, copyId: copy.id, personId, subject: letter.subject },
    },
  ]);
}

/** The answer itself, to whoever wrote the letter: theirs to read and to answer. It is marked so that no machine answers it. */
async function passOn(
  { database, mailer }: LetterMailOptions,
  workspaceId: string,
  { id, letter, fromName, warning, passedOn }: NotedReply,
  mail: IncomingMail,
  now: Date,
): Promise<void> {
  if (mailer === null || passedOn || mail.from === null) return;
  const alreadyThere = [...mail.to, ...mail.cc].some(
    ({ address }) => address === letter.memberEmail.toLowerCase(),
  );
  if (!alreadyThere)
    await mailer.send({
      to: { name: letter.memberName, address: letter.memberEmail },
      fromName: `${fromName} by Askwell`,
      replyTo: { name: mail.from.name, address: mail.from.address },
      subject: oneLine(mail.subject, LONGEST.subject) || `Answer to “${letter.subject}”`,
      text: [
        `${[mail.from.name, `<${mail.from.address}>`].filter(Boolean).join(" ")} answered your letter “${letter.subject}”.`,
        ...(warning === null ? [] : [warning]),
        "Answer this mail, and your answer goes to them.",
        "",
        clean(mail.text, LONGEST.passedOn),
      ].join("\n"),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  await database.write(workspaceId, (tx) => markPassedOn(tx, id, now));
}

function oneLine(text: string, longest: number): string {
  return clean(text.replaceAll(/\s+/g, " "), longest).trim();
}

function clean(text: string, longest: number): string {
  return text.replaceAll("\0", "").slice(0, longest).toWellFormed();
}
