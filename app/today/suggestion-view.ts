import { z } from "#lib/http/api.ts";
import { day, rate } from "#lib/http/shapes.ts";
import { chanceOf, type Calibration } from "./calibration.ts";
import type { Suggested, WeeksSuggestions } from "./suggestion-actions.ts";
import { offerFor, SUGGEST_PARTS, WHY_REFUSED } from "./suggest.ts";

export const suggestionView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().describe("Who might ask"),
    week: day.describe("Its first day"),
    place: z.int().min(1).max(3),
    personId: z.uuid().describe("Whom"),
    personName: z.string(),
    personTitle: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    reasons: z
      .array(z.object({ part: z.enum(SUGGEST_PARTS), words: z.string() }))
      .min(1)
      .max(3)
      .describe("What speaks for them, what counts most first"),
    say: z.string().describe("A line to begin with"),
    chance: rate.describe("That they name someone, by what came of suggestions like this one in this team"),
    day: day.nullable().describe("Since when it is written down; null: it is shown and may still change"),
    refusal: z.object({ on: day, why: z.enum(WHY_REFUSED), words: z.string().nullable() }).nullable(),
    offer: z
      .enum(["do-not-ask", "serious-issue"])
      .nullable()
      .describe("What else could be noted about this person after the refusal"),
  })
  .openapi("Suggestion");
export type SuggestionView = z.infer<typeof suggestionView>;

export const suggestionsView = z
  .object({
    memberId: z.uuid(),
    week: day,
    kept: z
      .boolean()
      .describe("All of it is written down and stays; otherwise POST /suggestions writes it down"),
    items: z.array(suggestionView),
  })
  .openapi("Suggestions");
export type SuggestionsView = z.infer<typeof suggestionsView>;

export const calibrationView = z
  .object({
    n: z.int().describe("Suggestions that led to an ask at least 60 days ago"),
    base: rate,
    bins: z.array(z.object({ from: z.number(), to: z.number(), n: z.int(), named: z.int(), rate })),
    brier: z
      .number()
      .nullable()
      .describe("Mean squared error of the chances, each made without the ask it judges"),
    baseline: z.number().nullable().describe("The same for saying the whole team's share of everybody"),
    holds: z.boolean().describe("The chances say more than the whole team's share does, and are shown"),
  })
  .openapi("SuggestionCalibration");

export function suggestionOf(row: Suggested, calibration: Calibration): SuggestionView {
  const { id, memberId, week, place, personId, personName, personTitle, accountId, accountName } = row;
  const { reasons, say, refusedOn, refusedWhy, refusedWords } = row;
  return {
    id,
    memberId,
    week,
    place,
    personId,
    personName,
    personTitle,
    accountId,
    accountName,
    reasons,
    say,
    chance: chanceOf(calibration, row.score),
    day: row.day,
    refusal:
      refusedOn === null || refusedWhy === null
        ? null
        : { on: refusedOn, why: refusedWhy, words: refusedWords },
    offer: refusedWhy === null ? null : offerFor(refusedWhy),
  };
}

export function weekOfSuggestions(found: WeeksSuggestions, calibration: Calibration): SuggestionsView {
  return { ...found, items: found.items.map((row) => suggestionOf(row, calibration)) };
}
