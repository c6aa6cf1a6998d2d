import { z } from "#lib/http/api.ts";
import { day, listQuery, rate } from "#lib/http/shapes.ts";
import type { SaidWords } from "./willing-actions.ts";

export const willingView = z
  .object({
    since: day,
    telling: z.int().describe("What was said, sorted by somebody, and says something of it"),
    unsorted: z.int(),
    themes: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        own: z.boolean().describe("A theme of the team's own"),
        signs: z.array(z.string()).describe("Words by which it is proposed"),
        words: z.int(),
        share: rate,
      }),
    ),
    mayAddThemes: z.boolean(),
  })
  .openapi("Willing");
export type WillingView = z.infer<typeof willingView>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const saidView = z
  .object({
    key: z.string().describe("Where the words stand"),
    kind: z.enum(["card", "review"]),
    recordId: z.uuid().describe("Of the report card, or of the account review"),
    words: z.string(),
    question: z.string().nullable().describe("Of a report card"),
    day,
    person: named.nullable(),
    account: named.nullable(),
    notedBy: z.string().nullable().describe("Who wrote it down in a review"),
    themes: z.array(z.string()).describe("As somebody sorted them; none: nobody has"),
    proposed: z.array(z.string()).describe("By its words, until somebody sorts it"),
  })
  .openapi("SaidWords");
export type SaidView = z.infer<typeof saidView>;

export const wordsQuery = listQuery.extend({
  theme: z.string().max(60).optional().describe("A theme's key; or “unsorted”"),
});

export const wantedTheme = z.object({ name: z.string(), signs: z.array(z.string()).default([]) });

export const themeView = z
  .object({ key: z.uuid(), name: z.string(), signs: z.array(z.string()) })
  .openapi("WillingTheme");

export function saidViewOf(row: SaidWords): SaidView {
  const { key, kind, recordId, words, question, day, notedBy, themes, proposed } = row;
  const person = row.personId === null ? null : { id: row.personId, name: row.personName ?? "" };
  const account = row.accountId === null ? null : { id: row.accountId, name: row.accountName ?? "" };
  return { key, kind, recordId, words, question, day, person, account, notedBy, themes, proposed };
}
