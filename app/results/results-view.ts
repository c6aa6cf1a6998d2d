import { z } from "#lib/http/api.ts";
import { day, dayAsked } from "#lib/http/shapes.ts";

/** Whose results, and of which weeks; the twelve months until now and the company unless said otherwise. */
export const askedResults = z.object({
  from: dayAsked.optional(),
  to: dayAsked.optional().describe("Weeks that share a day with the stretch are taken whole"),
  member: z.uuid().optional(),
  team: z.uuid().optional(),
});
export type AskedResults = z.output<typeof askedResults>;

/** What the night reckons of a large company is answered as it was then, unless asked for as of now. */
export const orNow = {
  now: z
    .stringbool()
    .optional()
    .describe("Reckoned now, also where the night has reckoned it; may take seconds"),
};
export const asOf = z.iso
  .datetime()
  .nullable()
  .describe("When the night reckoned it, of a large company; null: it was reckoned now");

export const stretchView = z.object({ from: day, to: day }).openapi("Stretch");
export const whoseView = z.object({
  kind: z.enum(["member", "team", "company"]),
  id: z.uuid(),
  name: z.string(),
});
export const rangeView = z.object({ value: z.number(), low: z.number(), high: z.number() });
