import { createHash } from "node:crypto";
import type { IncomingMail } from "./incoming.ts";

/** By which a message that comes twice is known: its Message-ID; of one without, what it says. */
export function mailKey({
  messageId,
  from,
  date,
  subject,
  text,
}: Pick<IncomingMail, "messageId" | "from" | "date" | "subject" | "text">): string {
  const said = messageId ?? JSON.stringify([from?.address, date?.toISOString(), subject, text]);
  return createHash("sha256").update(said).digest("base64url");
}
