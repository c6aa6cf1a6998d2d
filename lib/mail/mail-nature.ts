import type { IncomingMail } from "./incoming.ts";

/** All values of a header field, by its name in small letters. */
export type Fields = (name: string) => readonly string[];

const MACHINES =
  /^(?:mailer-daemon|postmaster|mailerd?|bounces?|no-?reply|do-?not-?reply|noanswer)(?:[+@-]|$)/i;

/**
 * Who sent it: a person, a machine (RFC 3834, and what programs wrote before it), a list, or a mail server about a message of ours.
 * Nothing but "personal" is ever answered.
 */
export function natureOf(
  field: Fields,
  { isReport, from }: { isReport: boolean; from: string },
): IncomingMail["nature"] {
  if (isReport) return "report";
  const says = (name: string, what: RegExp) => field(name).some((value) => what.test(value));
  if (says("auto-submitted", /^(?!\s*no\b)\s*\S/i)) return "automatic";
  if (says("x-auto-response-suppress", /\b(?:all|oof|autoreply)\b/i)) return "automatic";
  if (
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-failed-recipients"].some((name) => says(name, /./))
  )
    return "automatic";
  if (says("precedence", /auto_reply/i)) return "automatic";
  if (
    ["list-id", "list-post", "list-unsubscribe", "list-help", "mailing-list"].some((name) => says(name, /./))
  )
    return "list";
  if (says("precedence", /list/i)) return "list";
  if (says("precedence", /bulk|junk/i)) return "automatic";
  // RFC 5321, 4.5.5: what came from nobody is about a message, and gets no answer.
  if (says("return-path", /^\s*<\s*>\s*$/)) return "automatic";
  return MACHINES.test(from) ? "automatic" : "personal";
}
