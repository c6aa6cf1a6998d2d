import { z } from "#lib/http/api.ts";
import { adviceOn } from "./business-reason.ts";
import { author } from "./ideal-client-view.ts";
import type { ReasonRow } from "./reason-store.ts";

export const reasonView = z
  .object({
    id: z.uuid(),
    sentence: z.string(),
    industry: z.string().nullable().describe("One or several, with commas between; null: any"),
    problem: z.string().nullable().describe("What it helps with"),
    advice: z.string().nullable().describe("What would make it easier to say"),
    day: z.iso.date(),
    by: author,
    retiredOn: z.iso.date().nullable(),
    retiredBy: z.string().nullable(),
  })
  .openapi("BusinessReason");
export type ReasonView = z.infer<typeof reasonView>;

export const reasonFacts = z.object({
  sentence: z.string(),
  industry: z.string().nullable().optional(),
  problem: z.string().nullable().optional(),
});

export function viewOf({ at: _at, ...row }: ReasonRow): ReasonView {
  return { ...row, advice: adviceOn(row.sentence) };
}
