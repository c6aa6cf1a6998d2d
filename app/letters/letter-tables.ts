import type { Group } from "#touches/rhythm.ts";
import type { LetterLanguage, Whose } from "./newsletter.ts";

export interface NewsletterRow {
  id: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  memberLeft: boolean;
  memberEmail: string;
  subject: string;
  text: string;
  language: LetterLanguage;
  groups: Group[];
  subscribers: boolean;
  whose: Whose;
  version: number;
  at: Date;
  changedAt: Date;
  changedByName: string;
  sentAt: Date | null;
  sentByName: string | null;
  turn: string | null;
  pausedAt: Date | null;
  pausedByName: string | null;
  trouble: string | null;
  stoppedAt: Date | null;
  stoppedByName: string | null;
  doneAt: Date | null;
  takenBack: boolean;
}

export interface CopyRow {
  id: string;
  newsletterId: string;
  personId: string | null;
  personName: string | null;
  accountName: string | null;
  key: string;
  because: string;
  handedAt: Date | null;
  acceptedAt: Date | null;
  refusedAt: Date | null;
  leftOutAt: Date | null;
  doubtedAt: Date | null;
  why: string | null;
  tries: number;
  bouncedAt: Date | null;
  bounce: "hard" | "soft" | null;
  bounceSays: string | null;
}

export interface ReplyRow {
  id: string;
  newsletterId: string;
  newsletterSubject: string;
  writerId: string;
  writerName: string;
  writerTeamId: string | null;
  personId: string | null;
  personName: string | null;
  accountName: string | null;
  /** It is not whom the copy went to who answered: they passed it on. */
  byOther: boolean;
  /** Of such a one, where nobody here has it. */
  otherAddress: string | null;
  /** To whom the copy went. */
  recipientName: string | null;
  /** Whether the sender's domain answers for it. */
  isProven: boolean;
  /** It reads as if they want no more letters: for a person to decide. */
  saysNoMore: boolean;
  subject: string;
  words: string | null;
  at: Date;
  settledAt: Date | null;
  touchId: string | null;
}

export interface SubscriptionRow {
  id: string;
  personId: string | null;
  name: string | null;
  address: string | null;
  key: string;
  language: LetterLanguage;
  at: Date;
  byId: string | null;
  byName: string | null;
  sentAt: Date | null;
  failure: string | null;
  confirmedAt: Date | null;
  words: string | null;
  consentId: string | null;
}

export interface RestingRow {
  id: string;
  key: string;
  why: "hard" | "soft";
  says: string | null;
  at: Date;
  liftedAt: Date | null;
}
