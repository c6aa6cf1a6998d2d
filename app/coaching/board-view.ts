import { z } from "#lib/http/api.ts";
import { lineView, lineViewOf } from "#people/timeline-view.ts";
import { period } from "#scorecard/scorecard-view.ts";
import type { BoardFact } from "./board-actions.ts";
import { BOARD_KINDS, BOARDS } from "./board.ts";
import { THAN } from "./own-past.ts";
import { TIERS } from "./tier.ts";

export const boardName = z.enum(BOARDS);
export const boardKind = z.enum(BOARD_KINDS);

const done = z.object({
  count: z.int(),
  of: z.int().nullable().describe("Of how many promises; null where it is no share"),
  workdays: z.int().describe("On which they were there, by their own calendar"),
});

export const boardView = z
  .object({
    board: boardName,
    period,
    members: z
      .array(
        done.extend({
          memberId: z.uuid(),
          name: z.string(),
          perWeek: z
            .number()
            .nullable()
            .describe("For each five workdays there; null: there on fewer, or it is a share: count of of"),
          place: z.int().nullable().describe("Shared by whoever did the same; null: nobody is told"),
        }),
      )
      .nullable()
      .describe("Null: a leader has switched it off"),
    small: z.boolean().describe("Too few to be placed: only their own past together is shown"),
    past: z
      .array(done.extend({ period, perWeek: z.number().nullable() }))
      .describe("All of them together, the oldest first"),
  })
  .openapi("Board");
export type BoardView = z.infer<typeof boardView>;

export const boardFactView = z.object({
  day: z.iso.date(),
  fact: lineView.nullable(),
  words: z.string().nullable().describe("Of a promise"),
});
export type BoardFactView = z.infer<typeof boardFactView>;

export const boardSwitchView = z.object({
  board: boardKind,
  isOn: z.boolean(),
  offBy: z.string().nullable().describe("For leaders"),
});
export type BoardSwitchView = z.infer<typeof boardSwitchView>;

const stretch = z.object({ start: z.iso.date(), end: z.iso.date() });
const improved = z.object({
  memberId: z.uuid(),
  name: z.string(),
  board: z.enum(["asks", "introductions"]),
  recent: done,
  before: done,
  than: z.enum(THAN).describe("Beside their own past, as far as chance goes"),
  atLeast: z.number().nullable().describe("How many times their own past at least, with 95 % confidence"),
});
export type ImprovedView = z.infer<typeof improved>;

export const improvedView = z
  .object({
    recent: stretch,
    before: stretch,
    items: z.array(improved).nullable().describe("Who did surely more than before; null: switched off"),
    mine: z.array(improved),
  })
  .openapi("MostImproved");
export type MostImprovedView = z.infer<typeof improvedView>;

const tier = z.object({
  memberId: z.uuid(),
  name: z.string(),
  count: z.int(),
  tier: z.enum(TIERS).nullable(),
  goal: z.number().nullable().describe("Of introductions, for the days on which they are there"),
  next: z.object({ tier: z.enum(TIERS), missing: z.int() }).nullable(),
});
export type TierView = z.infer<typeof tier>;

export const tiersView = z
  .object({
    period,
    items: z.array(tier).nullable().describe("Who has one; null: switched off"),
    mine: tier.nullable(),
  })
  .openapi("Tiers");
export type TiersView = z.infer<typeof tiersView>;

export function boardFactOf({ day, fact, words }: BoardFact): z.input<typeof boardFactView> {
  return { day, words, fact: fact && lineViewOf(fact.line, fact.names) };
}
