import { boxesOf } from "#doors/inbound-actions.ts";
import type { IncomingMail, TakeMail } from "#lib/mail/incoming.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { OurAddress } from "#lib/mail/our-address.ts";
import type { Database } from "#lib/storage/database.ts";
import { takeReply, takeWritten } from "./digest-reply-actions.ts";

interface DigestMailDoor {
  database: Database;
  messageIds: MessageIds;
  /** Where mail to us comes in; null: nowhere. */
  own: OurAddress | null;
}

/**
 * Answers to mails of the day, known by the Message-ID that they answer, and lines that a member writes to their own address alone.
 * What machines, lists and mail servers answer is nothing anybody said; it ends here all the same.
 */
export function takeDigestReply({ database, messageIds, own }: DigestMailDoor): TakeMail {
  return async (mail, { now }) => {
    const known = [...mail.answers, ...(mail.returnedId === null ? [] : [mail.returnedId])].flatMap(
      (id) => messageIds.read(id) ?? [],
    );
    const answered = known.find(({ kind }) => kind === "day");
    if (answered !== undefined) {
      if (mail.nature === "personal")
        await database.write(answered.workspaceId, (tx) => takeReply(tx, mail, answered.id, now));
      return true;
    }
    if (own === null || !isToUsAlone(mail, own)) return false;
    const [box, another] = await boxesOf(database, own, mail);
    if (box === undefined || another !== undefined) return false;
    return database.write(box.workspaceId, (tx) => takeWritten(tx, mail, box.memberId, now));
  };
}

/** Written by a person, to our address and nobody else, about no other message. */
function isToUsAlone({ nature, carries, answers, to, cc }: IncomingMail, own: OurAddress): boolean {
  const others = [...to, ...cc].filter(({ address }) => own.tokenIn(address) === null);
  return nature === "personal" && carries === null && answers.length === 0 && others.length === 0;
}
