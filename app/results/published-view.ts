import { z } from "#lib/http/api.ts";
import {
  DENOMINATORS,
  gradeText,
  GRADES,
  isPoor,
  PUBLISHED,
  type PublishedCard,
} from "#scorecard/published.ts";

const cardView = z
  .object({
    key: z.string(),
    claim: z.string(),
    values: z.array(z.object({ whose: z.string().nullable(), low: z.number(), high: z.number() })),
    unit: z.enum(["share", "more", "count"]).describe("Shares from 0 to 1; more: by how much above others"),
    denominator: z.enum(DENOMINATORS),
    of: z.string().describe("The denominator in words"),
    population: z.string(),
    year: z.string().nullable(),
    grade: z.enum(GRADES),
    gradeSays: z.string(),
    isPoor: z.boolean().describe("Off by default on screens"),
    source: z.string(),
    warning: z.string(),
  })
  .openapi("PublishedFigure");

export const publishedView = z.object({ items: z.array(cardView), nextCursor: z.null() });

export function publishedViewOf(): z.infer<typeof publishedView> {
  const items = PUBLISHED.map(({ values, forItsPopulation, ...card }: PublishedCard) => ({
    ...card,
    values: [...values],
    gradeSays: gradeText({ ...card, forItsPopulation }),
    isPoor: isPoor(card),
  }));
  return { items, nextCursor: null };
}
