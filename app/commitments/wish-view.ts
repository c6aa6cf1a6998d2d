import { z } from "#lib/http/api.ts";

const reckoned = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number().describe("A 90 % range"),
  n: z.int().describe("Own events, or the team's"),
  origin: z.enum(["own", "team", "published"]),
  source: z.string().nullable().describe("Where a published one comes from"),
});

export const wishRatesView = z
  .object({
    close: reckoned.describe("Introductions that become clients"),
    yields: reckoned.describe("Asks that bring an introduction"),
    formula: z.string(),
  })
  .openapi("WishRates");
export type WishRatesView = z.infer<typeof wishRatesView>;
