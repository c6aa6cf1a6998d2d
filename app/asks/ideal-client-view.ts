import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import type { IdealClientRow } from "./ideal-client-store.ts";
import { SCOPES, scopeOf } from "./ideal-client.ts";

export const author = z
  .object({
    id: z.uuid(),
    name: z.string(),
    teamId: z.uuid().nullable().describe("The team they are in now"),
  })
  .openapi("WrittenBy");

export const idealClientView = z
  .object({
    id: z.uuid(),
    scope: z.enum(SCOPES),
    memberId: z.uuid().nullable(),
    memberName: z.string().nullable(),
    teamId: z.uuid().nullable(),
    teamName: z.string().nullable(),
    name: z.string(),
    level: z.string().nullable(),
    company: z.string().nullable().describe("The kind of company"),
    industry: z.string().nullable().describe("One or several, with commas between; null: any"),
    situation: z.string().nullable().describe("Or what triggers the need"),
    says: z.string().nullable().describe("What they say when they need us"),
    notWho: z.string().nullable().describe("Who looks like it and is not"),
    day,
    by: author,
    retiredOn: day.nullable(),
    retiredBy: z.string().nullable(),
  })
  .openapi("IdealClient");
export type IdealClientView = z.infer<typeof idealClientView>;

const text = z.string().nullable().optional();

export const idealClientFacts = z.object({
  name: z.string(),
  level: text,
  company: text,
  industry: text,
  situation: text,
  says: text,
  notWho: text,
});

export function viewOf({ at: _at, ...row }: IdealClientRow): IdealClientView {
  return { ...row, scope: scopeOf(row) };
}
