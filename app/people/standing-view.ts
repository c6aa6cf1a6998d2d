import { CHANNELS } from "./channel.ts";
import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { ACQUAINTANCE_KINDS } from "./acquaintance.ts";
import { WHY_NOT } from "./protection.ts";
import { BUYING_ROLES, MET_HOWS } from "./standing.ts";

export const author = z
  .object({ id: z.uuid(), name: z.string(), teamId: z.uuid().nullable() })
  .describe("Who wrote it down, and the team they are in now");

export const doNotAskView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    why: z.enum(WHY_NOT),
    words: z.string().nullable(),
    day,
    liftedOn: day.nullable(),
    by: author,
  })
  .openapi("DoNotAsk");
export type DoNotAskView = z.infer<typeof doNotAskView>;

const named = z.object({ id: z.uuid(), ids: z.array(z.uuid()), name: z.string() });
export const noGoView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    account: named.nullable(),
    person: named.nullable(),
    topic: z.string().nullable(),
    words: z.string().nullable(),
    day,
    liftedOn: day.nullable(),
    by: author,
  })
  .openapi("NoGo");
export type NoGoView = z.infer<typeof noGoView>;

export const issueView = z
  .object({
    id: z.uuid(),
    personId: z.uuid().nullable(),
    accountId: z.uuid().nullable(),
    what: z.string(),
    day,
    by: author,
    settledOn: day.nullable(),
  })
  .openapi("SeriousIssue");
export type IssueView = z.infer<typeof issueView>;

export const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((number) => number as Weekday)
  .describe("1 is Monday");

export const preferenceView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    channel: z.enum(CHANNELS).nullable(),
    mostPerQuarter: z.int().nullable(),
    bestWeekday: z.int().nullable().describe("1 is Monday"),
    approver: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string().nullable(),
    day,
    by: author,
  })
  .openapi("SourcePreference");
export type PreferenceView = z.infer<typeof preferenceView>;

const met = z.object({
  id: z.uuid(),
  day,
  how: z.enum(MET_HOWS),
  becauseId: z.uuid().nullable().describe("The meeting that says so"),
  by: author.nullable(),
});
const right = z.object({
  id: z.uuid(),
  earned: z.boolean(),
  words: z.string().nullable().describe("The client's own"),
  day,
  by: author,
});
const role = z.object({ id: z.uuid(), role: z.enum(BUYING_ROLES).nullable(), since: day, by: author });

const standing = {
  met: met.nullable().describe("The last time"),
  metSince: day.nullable(),
  right: right.nullable(),
  role: role.nullable(),
};
export const standingShort = z.object(standing).openapi("StandingShort");

export const saidStanding = standingShort.extend({
  saidId: z.uuid().describe("What was said just now: the id to take it back by"),
});
export type SaidStanding = z.infer<typeof saidStanding>;

export const acquaintanceView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    kind: z.enum(ACQUAINTANCE_KINDS),
    day,
  })
  .openapi("Acquaintance");

const remembered = z.object({ id: z.uuid(), fullName: z.string(), accountName: z.string().nullable() });
export const rememberedView = z
  .object({
    person: remembered,
    known: z.boolean().describe("They were written down before"),
    acquaintanceId: z.uuid().nullable().describe("Null: you had said so before"),
    namesakes: z.array(remembered).describe("Others of the same name, at other companies"),
  })
  .openapi("Remembered");
export type RememberedView = z.infer<typeof rememberedView>;

export const standingView = z
  .object({
    personId: z.uuid(),
    ...standing,
    doNotAsk: doNotAskView.nullable(),
    issues: z.array(issueView).describe("Open ones, those of their account too"),
    preference: preferenceView.nullable(),
    noGos: z.array(noGoView),
    acquaintances: z.array(acquaintanceView),
    holderIds: z.array(z.uuid()).describe("Who holds the relationship, with them or with their account"),
  })
  .openapi("Standing");
export type StandingView = z.infer<typeof standingView>;
