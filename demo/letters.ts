import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { IncomingMail } from "#lib/mail/incoming.ts";
import type { Tx } from "#lib/storage/database.ts";
import { noteCopies } from "#letters/copy-actions.ts";
import { markCopyAccepted, markCopyHanded, nextCopies } from "#letters/copy-store.ts";
import { receiveReply } from "#letters/letter-mail.ts";
import type { CopyRow } from "#letters/letter-tables.ts";
import { beginNewsletter, getNewsletter } from "#letters/newsletter-actions.ts";
import type { Written } from "#letters/newsletter.ts";
import { insertTest, markDone, markTest } from "#letters/newsletter-store.ts";
import { readKnown } from "#letters/recipient-reader.ts";
import { sendNewsletter } from "#letters/sending-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { recordConsent } from "#people/consent-actions.ts";
import { changeSettings } from "#team/workspace-actions.ts";
import { readWorkspace } from "#team/workspace-store.ts";

/** A letter that was sent and has arrived everywhere, as if the mail server had taken each copy; none really leaves. */
export async function sendAsTold(
  tx: Tx,
  actor: Actor,
  written: Partial<Written>,
): Promise<{ id: string; copies: CopyRow[] }> {
  const { id, version } = await beginNewsletter(tx, actor, { ...written, language: "en" });
  const testId = newId(actor.now);
  await insertTest(tx, { id: testId, newsletterId: id, version }, actor);
  await markTest(tx, testId, { acceptedAt: actor.now });
  await sendNewsletter(tx, actor, id, { version });
  const copies = await nextCopies(tx, id, actor.now, 1_000);
  for (const copy of copies) {
    await markCopyHanded(tx, copy.id, actor.now);
    await markCopyAccepted(tx, copy.id, actor.now);
  }
  await noteCopies(tx, actor, await getNewsletter(tx, id));
  await markDone(tx, id, actor.now);
  return { id, copies };
}

/** Somebody answers a copy in words of their own. */
export async function answerAsTold(
  tx: Tx,
  copy: CopyRow,
  said: { subject: string; text: string; keeps?: boolean },
  now: Date,
): Promise<void> {
  const { emails } = copy.personId === null ? { emails: [] } : await getPerson(tx, copy.personId);
  const mail: IncomingMail = {
    messageId: `<${copy.id}@story.example>`,
    answers: [],
    from: { name: copy.personName ?? "", address: emails[0] ?? "somebody@story.example" },
    to: [],
    cc: [],
    recipients: [],
    subject: said.subject,
    text: said.text,
    date: now,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: true,
    carries: null,
  };
  await receiveReply(tx, copy.id, mail, now, { keepsWords: async () => said.keeps ?? false });
}

const MOST_AGREED = 40;
const FIRST = {
  subject: "What three plants learned about shifts",
  text: [
    "This month three of our clients told us the same thing: **the night shift was never the problem.** The handover was.",
    "",
    "## What they changed",
    "",
    "- A sheet of one page, filled in by whoever leaves.",
    "- Ten minutes together at the machine, paid.",
    "- One question at the end: *what will surprise you tonight?*",
    "",
    "One of them has written it up: [the sheet, to copy](https://nordlicht.example/handover).",
    "",
    "> “We lost an hour a night without knowing it.”",
    "",
    "How do you do it? Just answer this letter: I read every one.",
  ].join("\n"),
};
const NEXT = {
  subject: "Before the holidays: who covers whom",
  text: "Two weeks before Christmas the same question comes up everywhere: *who covers whom?*\n\n## Three ways that worked\n\n1. ",
};
const ANSWERS = [
  { subject: `Re: ${FIRST.subject}`, text: "We do it just like that. Come and see it in spring!" },
  { subject: `AW: ${FIRST.subject}`, text: "Can you send me the sheet in German?" },
];

/** One letter that was sent last week and answered by two, and the draft of the next one. */
export async function tellLetters(tx: Tx, leader: Actor, today: Actor["today"]): Promise<void> {
  const { name, timeZone, currency, calendar } = leader.workspace;
  const { defaultCountry } = await readWorkspace(tx);
  await changeSettings(tx, leader, {
    name,
    timeZone,
    currency,
    calendar,
    defaultCountry,
    postalAddress: `${name}, Kai 12, 20457 Hamburg`,
  });
  const known = await readKnown(tx, { today, writerId: leader.member.id });
  const clients = known.filter(
    ({ candidate, to }) =>
      to !== null && candidate.stop === null && candidate.groups.some((group) => group.startsWith("client")),
  );
  const agreed = clients.filter((_, at) => at % 4 === 0).slice(0, MOST_AGREED);
  for (const { id } of agreed)
    await recordConsent(tx, leader, id, {
      how: "call",
      covers: "everything",
      words: "Gladly, once a month.",
    });
  const { copies } = await sendAsTold(tx, leader, FIRST);
  const [first, , second] = copies;
  for (const [at, copy] of [first, second].entries())
    if (copy !== undefined) await answerAsTold(tx, copy, ANSWERS[at] as (typeof ANSWERS)[number], leader.now);
  await beginNewsletter(tx, leader, { ...NEXT, language: "en" });
}
