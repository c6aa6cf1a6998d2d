import { z } from "#lib/http/api.ts";
import { GROUPS } from "#touches/rhythm.ts";
import { COPY_STATES, LETTER_LANGUAGES, NEWSLETTER_STATES, WHOSE } from "./newsletter.ts";
import { BECAUSE, WHY_NOT } from "./recipient.ts";
import { ANSWERS } from "./reply.ts";

const instant = z.iso.datetime();

export const written = z.object({
  subject: z.string().max(500).optional(),
  text: z.string().max(200_000).optional().describe("Markdown; HTML in it is text"),
  language: z.enum(LETTER_LANGUAGES).optional().describe("Of what we add at its end"),
  groups: z.array(z.enum(GROUPS)).max(20).optional().describe("Of people, as GET /rhythms names them"),
  subscribers: z.boolean().optional().describe("And whoever subscribed, of whatever group"),
  whose: z.enum(WHOSE).optional().describe("The people whom its writer holds, or everybody's"),
});

export const numbersView = z
  .object({
    recipients: z.int(),
    waiting: z.int(),
    sent: z.int().describe("Of those below each copy is in one number: recipients is their sum"),
    refused: z.int().describe("The mail server never will"),
    leftOut: z.int().describe("It was not to go to them any more when their turn came"),
    doubtful: z.int().describe("Broken off while it was handed over: a person decides"),
    bouncedHard: z.int(),
    bouncedSoft: z.int(),
    replies: z.int().describe("Of those to whom it went"),
    othersReplies: z.int().describe("Of others, to whom they passed it on"),
    unsubscribed: z.int(),
  })
  .openapi("NewsletterNumbers");
export type NumbersView = z.infer<typeof numbersView>;

export const newsletterView = z
  .object({
    id: z.uuid(),
    state: z.enum(NEWSLETTER_STATES),
    memberId: z.uuid().describe("Who wrote it; answers go to them"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    subject: z.string(),
    text: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    groups: z.array(z.enum(GROUPS)),
    subscribers: z.boolean(),
    whose: z.enum(WHOSE),
    version: z.int().describe("One more with every change"),
    changedAt: instant,
    changedBy: z.string(),
    sentAt: instant.nullable(),
    sentBy: z.string().nullable(),
    pausedBy: z.string().nullable(),
    stoppedBy: z.string().nullable(),
    doneAt: instant.nullable(),
    trouble: z.string().nullable().describe("Why it waits, or paused itself"),
    numbers: numbersView.nullable().describe("Null: a draft"),
  })
  .openapi("Newsletter");
export type NewsletterView = z.infer<typeof newsletterView>;

export const wholeView = newsletterView
  .extend({
    waitsUntil: instant
      .nullable()
      .describe("Quiet hours: from then on letters may leave; null: they may now"),
    perMinute: z.int(),
    postalAddress: z.string().nullable(),
    sendsMail: z.boolean().describe("Whether this installation sends any"),
    answersSeen: z
      .boolean()
      .describe("Answers come in here and are passed on; else they go to the writer alone"),
    tests: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        memberId: z.uuid(),
        memberName: z.string(),
        at: instant,
        acceptedAt: instant.nullable(),
        failure: z.string().nullable(),
      }),
    ),
  })
  .openapi("NewsletterWhole");
export type WholeView = z.infer<typeof wholeView>;

export const recipientView = z
  .object({
    personId: z.uuid(),
    fullName: z.string(),
    accountName: z.string().nullable(),
    address: z.string().nullable(),
    gets: z.boolean(),
    because: z.enum(BECAUSE).nullable(),
    why: z.enum(WHY_NOT).nullable(),
    says: z.string().describe("The same in words, after the name"),
  })
  .openapi("NewsletterRecipient");
export type RecipientView = z.infer<typeof recipientView>;

export const dryRunView = z
  .object({
    gets: z.int(),
    because: z.array(z.object({ because: z.enum(BECAUSE), count: z.int() })),
    not: z.array(z.object({ why: z.enum(WHY_NOT), count: z.int() })),
  })
  .openapi("NewsletterDryRun");
export type DryRunView = z.infer<typeof dryRunView>;

export const copyView = z
  .object({
    id: z.uuid(),
    newsletterId: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    accountName: z.string().nullable(),
    state: z.enum(COPY_STATES),
    at: instant.nullable().describe("Of what became of it"),
    why: z.string().nullable(),
    bounce: z.enum(["hard", "soft"]).nullable(),
    bounceSays: z.string().nullable(),
  })
  .openapi("NewsletterCopy");
export type CopyView = z.infer<typeof copyView>;

export const replyView = z
  .object({
    id: z.uuid(),
    newsletterId: z.uuid(),
    newsletterSubject: z.string(),
    writerId: z.uuid(),
    writerTeamId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    accountName: z.string().nullable(),
    byOther: z.boolean().describe("It did not go to whoever answered: somebody passed it on"),
    otherAddress: z.string().nullable().describe("Theirs, where nobody here has it"),
    recipientName: z.string().nullable().describe("To whom it went"),
    saysNoMore: z.boolean().describe("It reads as if they want no more letters: a person decides"),
    isProven: z.boolean().describe("Whether the sender's domain answers for it"),
    subject: z.string(),
    words: z.string().nullable().describe("Only where the writer wants them kept"),
    at: instant,
    settledAt: instant.nullable().describe("It was answered, or needs no answer"),
  })
  .openapi("NewsletterReply");
export type ReplyView = z.infer<typeof replyView>;

export const settled = z.object({ how: z.enum(ANSWERS) });

export const hoursView = z
  .object({
    fromTime: z.string(),
    untilTime: z.string(),
    daysOff: z.boolean().describe("Also on weekends and holidays"),
    perMinute: z.int(),
    timeZone: z.string(),
    signUpLink: z.string().describe("The public page on which anybody may ask for the letters"),
  })
  .openapi("SendingHours");
export type HoursView = z.infer<typeof hoursView>;

export const lettersOfPersonView = z
  .object({
    personId: z.uuid(),
    gets: z.boolean().describe("Whether a letter to their kind, or to subscribers, would go to them"),
    says: z.string(),
    subscription: z
      .object({
        id: z.uuid(),
        at: instant,
        by: z.string().nullable(),
        confirmedAt: instant.nullable(),
        sentAt: instant.nullable(),
        failure: z.string().nullable(),
      })
      .nullable(),
    wantsNone: z.string().nullable().describe("The stop that says so, to lift"),
    resting: z.array(
      z.object({
        id: z.uuid(),
        address: z.string(),
        why: z.enum(["hard", "soft"]),
        says: z.string().nullable(),
        at: instant,
      }),
    ),
    had: z.array(
      z.object({
        id: z.uuid(),
        newsletterId: z.uuid(),
        subject: z.string(),
        at: instant,
        bounce: z.enum(["hard", "soft"]).nullable(),
        replied: z.boolean(),
      }),
    ),
  })
  .openapi("LettersOfPerson");
export type LettersOfPersonView = z.infer<typeof lettersOfPersonView>;

export const monthView = z
  .object({ month: z.string(), letters: z.int(), numbers: numbersView })
  .openapi("NewsletterMonth");
export type MonthView = z.infer<typeof monthView>;
