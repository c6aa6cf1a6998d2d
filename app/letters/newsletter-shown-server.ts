import type { Tallied } from "./copy-store.ts";
import type { CopyRow, NewsletterRow, ReplyRow } from "./letter-tables.ts";
import type { TestRow } from "./newsletter-store.ts";
import { copyStateOf, newsletterStateOf } from "./newsletter.ts";
import type { CopyView, NewsletterView, RecipientView, ReplyView, WholeView } from "./newsletter-view.ts";
import { verdictText, type Judged } from "./recipient-actions.ts";
import { WHY_NOT_WORDS, type WhyNot } from "./recipient.ts";

const NO_NUMBERS = {
  waiting: 0,
  leaving: 0,
  sent: 0,
  refused: 0,
  leftOut: 0,
  doubtful: 0,
  bouncedHard: 0,
  bouncedSoft: 0,
  replies: 0,
  othersReplies: 0,
  unsubscribed: 0,
};

export function newsletterOf(row: NewsletterRow, tallied: Tallied | undefined): NewsletterView {
  const { leaving, ...numbers } = { ...NO_NUMBERS, ...tallied };
  const waiting = numbers.waiting + leaving;
  const { sent, refused, leftOut, doubtful, bouncedHard, bouncedSoft, replies, othersReplies, unsubscribed } =
    numbers;
  return {
    id: row.id,
    state: newsletterStateOf(row),
    memberId: row.memberId,
    memberName: row.memberName,
    memberTeamId: row.memberTeamId,
    subject: row.subject,
    text: row.text,
    language: row.language,
    groups: row.groups,
    subscribers: row.subscribers,
    whose: row.whose,
    version: row.version,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedByName,
    sentAt: row.sentAt?.toISOString() ?? null,
    sentBy: row.sentByName,
    pausedBy: row.pausedByName,
    stoppedBy: row.stoppedByName,
    doneAt: row.doneAt?.toISOString() ?? null,
    trouble: row.trouble,
    numbers:
      row.sentAt === null
        ? null
        : {
            recipients: waiting + sent + bouncedHard + bouncedSoft + refused + leftOut + doubtful,
            waiting,
            sent,
            refused,
            leftOut,
            doubtful,
            bouncedHard,
            bouncedSoft,
            replies,
            othersReplies,
            unsubscribed,
          },
  };
}

export function testOf(test: TestRow): WholeView["tests"][number] {
  const { id, version, memberId, memberName, at, acceptedAt, failure } = test;
  return {
    id,
    version,
    memberId,
    memberName,
    at: at.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
    failure,
  };
}

export function recipientOf(judged: Judged): RecipientView {
  const { known, verdict } = judged;
  return {
    personId: known.id,
    fullName: known.fullName,
    accountName: known.accountName,
    address: known.to?.address ?? null,
    gets: verdict.gets,
    because: verdict.gets ? verdict.because : null,
    why: verdict.gets ? null : verdict.why,
    says: verdictText(judged),
  };
}

export function copyOf(row: CopyRow): CopyView {
  const state = copyStateOf(row);
  const at = row.acceptedAt ?? row.refusedAt ?? row.leftOutAt ?? row.doubtedAt ?? row.handedAt;
  return {
    id: row.id,
    newsletterId: row.newsletterId,
    personId: row.personId,
    personName: row.personName,
    accountName: row.accountName,
    state,
    at: at?.toISOString() ?? null,
    why:
      state === "left-out" ? (WHY_NOT_WORDS[row.why as WhyNot] ?? "is not on the lists any more") : row.why,
    bounce: row.bounce,
    bounceSays: row.bounceSays,
  };
}

export function replyOf(row: ReplyRow): ReplyView {
  const { id, newsletterId, newsletterSubject, writerId, writerTeamId } = row;
  const {
    personId,
    personName,
    accountName,
    byOther,
    otherAddress,
    recipientName,
    isProven,
    subject,
    words,
  } = row;
  return {
    id,
    newsletterId,
    newsletterSubject,
    writerId,
    writerTeamId,
    personId,
    personName,
    accountName,
    byOther,
    otherAddress,
    recipientName,
    isProven,
    saysNoMore: row.saysNoMore,
    subject,
    words,
    at: row.at.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}
