import type { DeliveryReport } from "#lib/mail/incoming.ts";

/** hard: the address does not work · soft: not now · null: nothing against the address. */
export type Bounce = "hard" | "soft" | null;

/** So many soft bounces in a row, and the address rests. */
export const SOFT_IN_A_ROW = 3;

/**
 * What a report of RFC 3464 says of an address, by its status (RFC 3463). Not every 5 is the address's fault: 5.2.2 is a full
 * mailbox, 5.7 a policy, 5.3 and 5.5 a server, 5.6 the message.
 */
export function bounceIn(report: Pick<DeliveryReport, "action" | "status" | "says">): Bounce {
  if (report.action !== "failed") return null;
  const status = report.status ?? statusIn(report.says);
  if (status === null) return "soft";
  return bounceOf(status);
}

/** What the mail server's refusal of a recipient says of the address; `code` is its reply, 550 say. */
export function refusalOf(code: number, says: string): Bounce {
  const status = statusIn(says);
  if (status !== null) return bounceOf(status);
  // RFC 5321, 4.2.3: these two say that there is no such mailbox, and nothing else.
  return code === 550 || code === 553 || code === 551 ? (isPolicy(says) ? null : "hard") : null;
}

/** "550 5.1.1 no such user" and "smtp; 550 5.1.1 …" hold one. */
export function statusIn(says: string | null): string | null {
  return /(?:^|[\s;(#])([245]\.\d{1,3}\.\d{1,3})(?=$|[\s),;:])/.exec(says ?? "")?.[1] ?? null;
}

function bounceOf(status: string): Bounce {
  const [kind, subject, detail] = status.split(".");
  if (kind === "4") return "soft";
  if (kind !== "5") return null;
  if (subject === "2" && detail === "2") return "soft";
  return subject === "3" || subject === "5" || subject === "6" || subject === "7" ? null : "hard";
}

/** Servers that give no enhanced status say it in words. */
function isPolicy(says: string): boolean {
  return /relay|spam|blocked|blacklist|black list|policy|spf|dkim|dmarc|reputation|denied|not allowed|banned|listed/i.test(
    says,
  );
}
