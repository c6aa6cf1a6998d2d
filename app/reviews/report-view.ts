import { z } from "#lib/http/api.ts";
import { day, rate } from "#lib/http/shapes.ts";
import { LETTER_STATES } from "#loops/answer-letter.ts";
import { BUYING_ROLES } from "#people/standing.ts";
import { TIERS } from "#touches/rhythm.ts";
import { CARD_LANGUAGES, OCCASIONS, QUESTION_KINDS } from "./questionnaire.ts";
import { CARD_STATES, WHY_NO_TALK } from "./report-card.ts";

const questionShape = z.object({
  id: z.string().max(40),
  kind: z.enum(QUESTION_KINDS),
  text: z.string(),
  why: z.string().nullable().describe("The open question below the one from 0 to 10"),
  low: z.string().nullable().describe("What the lower end of a score or a scale means"),
  high: z.string().nullable(),
  options: z.array(z.string()).describe("Of a choice"),
});

export const questionnaireShape = z.object({ title: z.string(), questions: z.array(questionShape).max(50) });

export const templateView = questionnaireShape
  .extend({
    occasion: z.enum(OCCASIONS),
    language: z.enum(CARD_LANGUAGES),
    changed: z.object({ at: z.iso.datetime(), byName: z.string() }).nullable().describe("null: as it ships"),
  })
  .openapi("ReportTemplate");
export type TemplateView = z.infer<typeof templateView>;

const answerShape = {
  score: z.int().nullable(),
  choice: z.string().nullable(),
  words: z.string().nullable(),
};

const card = {
  id: z.uuid(),
  personId: z.uuid().nullable().describe("null: they were erased; that they answered stays"),
  personName: z.string().nullable(),
  personTitle: z.string().nullable(),
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
  memberId: z.uuid().describe("Who sent it"),
  memberName: z.string(),
  ownerId: z.uuid().describe("Who sees to it: the account's holder, the person's, or a leader"),
  ownerName: z.string(),
  ownerHolds: z
    .boolean()
    .describe("false: nobody holds the relationship, and it is a leader's for want of somebody"),
  mayHandle: z.boolean(),
  occasion: z.enum(OCCASIONS),
  language: z.enum(CARD_LANGUAGES),
  day,
  untilDay: day,
  state: z.enum(CARD_STATES),
  handedInOn: day.nullable(),
  score: z.int().nullable(),
  role: z.enum(BUYING_ROLES).nullable(),
  answered: z.int(),
  issueId: z.uuid().nullable(),
  issue: z
    .object({ settledOn: day.nullable() })
    .nullable()
    .describe("The serious issue that a number under 7 raised; nobody there is asked while it is open"),
  lookedAt: z.iso.datetime().nullable(),
  lookedBy: z.string().nullable(),
  talk: z.boolean().describe("Whether it suggests a talk"),
};

export const reportCardView = z.object(card).openapi("ReportCard");
export type ReportCardView = z.infer<typeof reportCardView>;

export const reportLetterView = z
  .object({
    id: z.uuid(),
    toAddress: z.string(),
    state: z.enum(LETTER_STATES),
    askedAt: z.iso.datetime(),
    failure: z.string().nullable(),
  })
  .openapi("ReportLetter");
export type ReportLetterView = z.infer<typeof reportLetterView>;

export const wholeCardView = z
  .object({
    ...card,
    asks: questionnaireShape,
    said: z.array(
      z.object({
        questionId: z.string(),
        ...answerShape,
        earned: z.boolean().describe("Marked as the client's word that the right to ask was earned"),
      }),
    ),
    lookDue: z.iso.datetime().nullable().describe("A low number: by when it is to be looked at"),
    link: z.string().nullable().describe("Theirs alone, while it opens; for whoever may send it"),
    draft: z
      .object({ subject: z.string(), text: z.string(), to: z.array(z.string()) })
      .nullable()
      .describe("The letter that brings it, to be looked over"),
    mail: z.boolean().describe("Whether this installation can send it by mail"),
    letters: z.array(reportLetterView),
  })
  .openapi("WholeReportCard");
export type WholeCardView = z.infer<typeof wholeCardView>;

const due = z.object({
  occasion: z.enum(OCCASIONS),
  due: day,
  state: z.enum(["coming", "due", "over"]),
  again: day.nullable().describe("Where it was let go: when it comes again"),
});

export const cardStandingView = z
  .object({
    personId: z.uuid(),
    personName: z.string(),
    personTitle: z.string().nullable(),
    accountId: z.uuid(),
    accountName: z.string(),
    tier: z.enum(TIERS).nullable(),
    holderName: z.string().nullable(),
    last: day.nullable().describe("When the last one went to them"),
    pausedUntil: day.nullable(),
    isOut: z.boolean().describe("One of theirs is out and can be answered"),
    inPeace: z.boolean(),
    card: due.nullable().describe("The next one; null: none goes to them now"),
  })
  .openapi("ReportCardStanding");
export type CardStandingView = z.infer<typeof cardStandingView>;

export const cardsTodayView = z
  .object({
    low: z.array(
      reportCardView.extend({
        why: z.string().nullable().describe("Why this number, in their words"),
        lookDue: z.iso.datetime(),
        late: z.boolean(),
      }),
    ),
    talk: reportCardView.nullable(),
    due: cardStandingView.nullable(),
  })
  .openapi("ReportCardsToday");
export type CardsTodayView = z.infer<typeof cardsTodayView>;

const counts = z.object({ detractor: z.int(), passive: z.int(), promoter: z.int() });
const nps = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-early"), n: z.int(), counts }),
    z.object({
      kind: z.literal("nps"),
      value: z.number(),
      low: z.number(),
      high: z.number(),
      n: z.int(),
      counts,
    }),
  ])
  .describe(
    "Promoters less detractors, -100 to 100, with its 95 % interval; under 20 answers too early to say",
  );

export const resultsView = z
  .object({
    from: day,
    to: day,
    year: nps,
    quarters: z.array(z.object({ start: day, end: day, year: z.int(), number: z.int(), nps })),
    roles: z.array(z.object({ role: z.enum(BUYING_ROLES).nullable(), nps })),
    answered: rate.describe("Of the cards that were sent in the year, how many were handed in"),
  })
  .openapi("ReportResults");
export type ResultsView = z.infer<typeof resultsView>;

/** A card as whoever holds its link reads it. */
export const visitedCardView = z
  .object({
    language: z.enum(CARD_LANGUAGES),
    repName: z.string(),
    workspaceName: z.string(),
    personName: z.string(),
    asks: questionnaireShape,
    said: z.array(z.object({ questionId: z.string(), ...answerShape })),
    handedInOn: day.nullable(),
    mayChange: z.boolean(),
    changeUntil: day,
    untilDay: day,
  })
  .openapi("VisitedReportCard");
export type VisitedCardView = z.infer<typeof visitedCardView>;

export const saidToQuestion = z.object({
  score: z.int().nullable().optional(),
  choice: z.string().max(500).nullable().optional(),
  words: z.string().max(20_000).nullable().optional(),
});
export const whyNoTalk = z.object({ why: z.enum(WHY_NO_TALK) });
