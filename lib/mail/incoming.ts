/** A mailbox as it stands in a header; the address in small letters. */
export interface MailName {
  name: string;
  address: string;
}

/** RFC 3464: what became of a message that we sent, for one recipient. */
export interface DeliveryReport {
  /** In small letters; null where the report does not say. */
  recipient: string | null;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** RFC 3463, "5.1.1"; null where the report does not say. */
  status: string | null;
  /** The other server's own words. */
  says: string | null;
}

/** A message that arrived, read once: decoded, bounded in size, with nothing in it that could do harm. */
export interface IncomingMail {
  /** With its brackets, as all of them here. */
  messageId: string | null;
  /** The Message-IDs of In-Reply-To and References, the nearest first. */
  answers: readonly string[];
  from: MailName | null;
  to: readonly MailName[];
  cc: readonly MailName[];
  /** Whom the envelope names, or the headers that a mailbox adds (Delivered-To, X-Original-To): where it came in. */
  recipients: readonly string[];
  subject: string;
  /** The plain words, of the HTML where there is no other; cut at 100,000 characters. */
  text: string;
  /** As its sender says; null where they say nothing that can be. */
  date: Date | null;
  /** Sent by a machine (RFC 3834), a list, or a mail server about a message of ours. */
  nature: "personal" | "automatic" | "list" | "report";
  reports: readonly DeliveryReport[];
  /** Of a report: the Message-ID of what was returned. */
  returnedId: string | null;
  /** Whether the sender's domain answers for it: by SPF or DKIM, aligned with the address in From. Null: nobody looked. */
  isProven: boolean | null;
  /** The first message that it carries whole, as programs forward one as an attachment; not what a report returns. */
  carries: CarriedMail | null;
}

/** A message within another. Nobody vouches for a word of it. */
export type CarriedMail = Pick<
  IncomingMail,
  "messageId" | "from" | "to" | "cc" | "subject" | "text" | "date"
>;

/**
 * What a room does with mail that is for it. Answers whether it was; the first that takes it ends the round. Everything is done in
 * the rooms' own transactions; the same message told twice changes nothing the second time.
 */
export type TakeMail = (mail: IncomingMail, at: { now: Date }) => Promise<boolean>;
