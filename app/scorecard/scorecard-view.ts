import { z } from "#lib/http/api.ts";
import { dayAsked, money, pageOf } from "#lib/http/shapes.ts";

export const BY = ["week", "month", "quarter"] as const;

export const period = z
  .object({
    kind: z.enum(BY),
    start: z.iso.date(),
    end: z.iso.date(),
    year: z.int(),
    number: z.int(),
    weeks: z.int(),
  })
  .openapi("Period");

const named = z.object({ id: z.uuid(), name: z.string() });
export const fact = z
  .object({
    id: z.uuid(),
    measure: z.string(),
    verb: z.string(),
    day: z.iso.date(),
    count: z.int(),
    money: money.nullable(),
    member: named.extend({ teamId: z.uuid().nullable() }),
    team: named.nullable(),
    subject: z.object({ kind: z.string(), id: z.uuid() }),
    what: z.string().nullable(),
    person: named.nullable(),
    account: named.nullable(),
    source: named.nullable(),
    level: z.int().nullable(),
  })
  .openapi("Fact");
export type FactView = z.infer<typeof fact>;

const count = z
  .object({ count: z.int(), goal: z.number().nullable(), facts: z.array(fact).optional() })
  .openapi("Count");
const moneyCount = count.extend({ money: z.array(money) }).openapi("MoneyCount");
const counts = z.object({
  peopleAsked: count,
  referralsReceived: count,
  meetingsScheduled: count,
  meetingsHeld: count,
  dealsClosed: moneyCount,
  touches: count.describe("Beside the five: people who heard from us in another way, once a week each"),
  referralsGiven: count.describe("Beside the five: introductions we made"),
});

export const row = counts.extend({ period }).openapi("ScorecardRow");
export type ScorecardRowView = z.infer<typeof row>;
export const scorecard = pageOf(row)
  .extend({
    whose: z.object({ kind: z.enum(["member", "team", "company"]), id: z.uuid(), name: z.string() }),
  })
  .openapi("Scorecard");
export type ScorecardView = z.infer<typeof scorecard>;

const teamRow = counts.extend({ id: z.uuid(), name: z.string(), closed: z.boolean() });
export const teams = z
  .object({ period, items: z.array(teamRow), teamless: counts, company: counts })
  .openapi("Teams");
export type TeamsView = z.infer<typeof teams>;

const repRow = counts.extend({
  id: z.uuid(),
  name: z.string(),
  teamId: z.uuid().nullable(),
  left: z.boolean(),
});
export const reps = pageOf(repRow).extend({ period, team: counts.nullable() }).openapi("Reps");
export type RepsView = z.infer<typeof reps>;

export const when = { by: z.enum(BY).default("week"), day: dayAsked.optional() };
