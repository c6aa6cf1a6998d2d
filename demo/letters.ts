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
import { sendNewsletter } from "#letters/sending-actions.ts";

/** A letter that was sent and has arrived everywhere, as if the mail server had taken each copy; none really leaves. */
export async function sendAsTold(
  tx: Tx,
  actor: Actor,
  written: Partial<Written>,
): Promise<{ id: string; copies: CopyRow[] }> {
  const { id, version } = await beginNewsletter(tx, actor, written);
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
  const mail: IncomingMail = {
    messageId: `<${copy.id}@story.example>`,
    answers: [],
    from: { name: copy.personName ?? "", address: "somebody@story.example" },
    to: [],
    cc: [],
    recipients: [],
    subject: said.subject,
    text: said.text,
    date: now,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: null,
    carries: null,
  };
  await receiveReply(tx, copy.id, mail, now, { keepsWords: async () => said.keeps ?? false });
}
