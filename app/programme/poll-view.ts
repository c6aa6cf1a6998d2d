import { z } from "#lib/http/api.ts";
import { day, rate } from "#lib/http/shapes.ts";
import type { Poll, Polls } from "./poll-actions.ts";
import { ACTIVITIES, AGREEMENT_KINDS } from "./poll.ts";

export const statementView = z.object({ key: z.string().regex(/^[a-z0-9-]{1,40}$/), text: z.string() });

const change = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .nullable()
  .describe(
    "Since the poll before, with an interval in which all five lie at once 19 times of 20; null where one of the two had under ten answers",
  );

const activityResult = z.object({
  activity: z.enum(ACTIVITIES),
  place: z.int().describe("The same for those that lie level"),
  meanRank: z.number().describe("1 is the first; to a half, and by chance a little off, under ten answers"),
  borda: z
    .int()
    .nullable()
    .describe("Borda's points: 4 for a first place to 0 for a last; null under ten answers"),
  change,
});

const statementResult = statementView.extend({
  answers: z.int().describe("0: fewer than five, and nothing is shown"),
  mean: z.number().nullable().describe("1 (not at all) to 5 (wholly)"),
  agree: rate.nullable().describe("Who said 4 or 5; null under ten answers"),
  change,
});

const resultsView = z
  .object({
    answers: z.int(),
    exact: z.boolean().describe("false under ten answers: figures are to a half, and by chance a little off"),
    activities: z.array(activityResult),
    agreement: z.object({
      kind: z.enum(AGREEMENT_KINDS),
      w: z
        .number()
        .nullable()
        .describe("Kendall's coefficient of concordance, 0 to 1; null under ten answers"),
      chance: z.number().nullable().describe("How often chance alone would bring as much"),
    }),
    statements: z.array(statementResult),
  })
  .openapi("PollResults");
export type PollResultsView = z.infer<typeof resultsView>;
export type ActivityResultView = PollResultsView["activities"][number];
export type StatementResultView = PollResultsView["statements"][number];

export const pollView = z
  .object({
    id: z.uuid(),
    openedOn: day,
    lastDay: day.describe("Open to its end; results come the day after"),
    byName: z.string(),
    state: z.enum(["open", "ended"]),
    statements: z.array(statementView),
    answered: z.boolean().describe("Whether the caller has"),
    answers: z.int().nullable().describe("How many have; null where it ended with fewer than five"),
    results: resultsView
      .nullable()
      .describe("Null until it has ended, and for good where fewer than five answered"),
  })
  .openapi("Poll");
export type PollView = z.infer<typeof pollView>;

export const pollsView = z
  .object({
    items: z.array(pollView),
    nextCursor: z.null(),
    asked: z.int().describe("How many would be asked now: everybody but leaders"),
    nextOpens: day.nullable().describe("The first day of the next one; null: at once, unless one is open"),
  })
  .openapi("Polls");
export type PollsView = z.infer<typeof pollsView>;

export const wantedPoll = z.object({
  lastDay: day.optional().describe("A week from today when it is not said"),
  statements: z
    .array(statementView)
    .optional()
    .describe("For the pulse beside it; four when they are not said"),
});

export const answersGiven = z.object({
  order: z.array(z.enum(ACTIVITIES)).describe("All five, what one would rather do first"),
  agreement: z
    .array(z.int().nullable())
    .describe("One number for each statement, 1 (not at all) to 5 (wholly); null: not said"),
});

export function pollViewOf(poll: Poll): PollView {
  const { id, openedOn, lastDay, byName, state, statements, answered, answers, results } = poll;
  return { id, openedOn, lastDay, byName, state, statements, answered, answers, results };
}

export function pollsViewOf({ polls, asked, nextOpens }: Polls): PollsView {
  return { items: polls.map(pollViewOf), nextCursor: null, asked, nextOpens };
}
