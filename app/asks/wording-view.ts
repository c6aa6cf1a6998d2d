import { z } from "#lib/http/api.ts";
import { wilson } from "#lib/kernel/rates.ts";
import { MOMENTS } from "./ask.ts";
import { PARTS } from "./talk-part.ts";
import type { RatedWording } from "./wording-actions.ts";
import { isProven } from "./wording-order.ts";
import { LANGUAGE_CODES } from "./wordings/talk-languages.ts";

export const wordingView = z
  .object({
    key: z.string().describe("For POST /asks: the id, or the name of one that every workspace begins with"),
    id: z.uuid().nullable().describe("Null: one that every workspace begins with"),
    moment: z.enum(MOMENTS),
    part: z.enum(PARTS),
    text: z.string().describe("With gaps such as {name}"),
    seed: z.boolean(),
    teamId: z.uuid().nullable(),
    teamName: z.string().nullable(),
    memberId: z.uuid().nullable().describe("Whose own; without it and a team the whole workspace's"),
    memberName: z.string().nullable(),
    byName: z.string().nullable(),
    day: z.iso.date().nullable(),
    retiredOn: z.iso.date().nullable(),
    offered: z.boolean().describe("Whether it is among the choices of your own talks"),
    mayChange: z.boolean(),
    talks: z.int().describe("Standing conversations in which it was said"),
    introductions: z.int().describe("Of those, the ones whose ask brought an introduction"),
    interval: z
      .object({ low: z.number(), high: z.number() })
      .nullable()
      .describe("95 % Wilson interval of introductions per talk; null under 20 talks: too early"),
  })
  .openapi("Wording");
export type WordingView = z.infer<typeof wordingView>;

export const wantedWording = z.object({
  moment: z.enum(MOMENTS),
  part: z.enum(PARTS),
  language: z.enum(LANGUAGE_CODES),
  text: z.string(),
  teamId: z.uuid().nullable().default(null),
  memberId: z.uuid().nullable().default(null),
  replaces: z.uuid().optional().describe("Retires these words at once"),
});

export function wordingViewOf(rated: RatedWording): WordingView {
  const { wording, ...rest } = rated;
  return {
    ...rest,
    id: wording?.id ?? null,
    teamId: wording?.teamId ?? null,
    teamName: wording?.teamName ?? null,
    memberId: wording?.memberId ?? null,
    memberName: wording?.memberName ?? null,
    byName: wording?.byName ?? null,
    day: wording?.day ?? null,
    retiredOn: wording?.retiredOn ?? null,
    interval: isProven(rated) ? wilson(rated.introductions, rated.talks) : null,
  };
}
