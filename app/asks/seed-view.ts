import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { SEED_MOMENTS } from "./seed.ts";

export const words = z.string().nullable().optional().describe("What was said");

export const seedView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().describe("Who said it"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    accountId: z.uuid().nullable().describe("Where they worked then"),
    accountName: z.string().nullable(),
    moment: z.enum(SEED_MOMENTS),
    day,
    words: z.string().nullable(),
    askId: z.uuid().nullable().describe("The ask that harvested it"),
    harvestedOn: day.nullable(),
  })
  .openapi("Seed");
export type SeedView = z.infer<typeof seedView>;
