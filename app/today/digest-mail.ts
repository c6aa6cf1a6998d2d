import type { TakeMail } from "#lib/mail/incoming.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { Database } from "#lib/storage/database.ts";
import { takeReply } from "./digest-reply-actions.ts";

/**
 * Answers to mails of the day, known by the Message-ID that they answer. What machines, lists and mail servers answer is nothing
 * anybody said; it ends here all the same.
 */
export function takeDigestReply({
  database,
  messageIds,
}: {
  database: Database;
  messageIds: MessageIds;
}): TakeMail {
  return async (mail, { now }) => {
    const known = [...mail.answers, ...(mail.returnedId === null ? [] : [mail.returnedId])].flatMap(
      (id) => messageIds.read(id) ?? [],
    );
    const answered = known.find(({ kind }) => kind === "day");
    if (answered === undefined) return false;
    if (mail.nature === "personal")
      await database.write(answered.workspaceId, (tx) => takeReply(tx, mail, answered.id, now));
    return true;
  };
}
