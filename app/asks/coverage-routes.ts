import { CHANNELS } from "#people/channel.ts";
import { handoverView } from "#accounts/handover-view.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { BUYING_ROLES, MET_HOWS } from "#people/standing.ts";
import { WHY_NOT } from "#people/protection.ts";
import { BUDGET_RULES, OUTCOMES } from "./ask.ts";
import {
  coverageBy,
  coverageFile,
  coverageOfAccount,
  coverageOverTime,
  coveredContacts,
  remindersOf,
  type CoveredPerson,
} from "./coverage-actions.ts";
import { COVERAGE_BY, COVERAGE_WHO } from "./coverage-reader.ts";
import { COVERAGE_STATES } from "./coverage.ts";

const day = z.iso.date();
const named = z.object({ id: z.uuid(), name: z.string() });

const hindrance = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("do-not-ask"),
      why: z.enum(WHY_NOT),
      words: z.string().nullable(),
      day,
      byName: z.string(),
    }),
    z.object({
      kind: z.literal("serious-issue"),
      what: z.string(),
      ofAccount: z.boolean(),
      day,
      byName: z.string(),
    }),
  ])
  .describe("Why they cannot be asked");

export const coveredView = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    title: z.string().nullable(),
    accountId: z.uuid(),
    accountName: z.string(),
    left: z.boolean().describe("They were met there, and have left"),
    holder: named.nullable().describe("Of the person; where nobody holds them, of the account"),
    role: z.enum(BUYING_ROLES).nullable(),
    met: z.object({ day, how: z.enum(MET_HOWS), byName: z.string().nullable() }).nullable(),
    metSince: day.nullable(),
    right: z
      .object({ earned: z.boolean(), words: z.string().nullable(), day, byName: z.string() })
      .nullable()
      .describe("Whether the right to ask was earned, in the client's words"),
    ask: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        day,
        lastDay: day,
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES).nullable(),
        untilDay: day.nullable(),
        settledOn: day.nullable(),
      })
      .nullable()
      .describe("The last one, of whomever"),
    state: z.enum(COVERAGE_STATES),
    hindrance: hindrance.nullable(),
    refusal: z
      .object({ rule: z.enum(BUDGET_RULES), sentence: z.string(), mayFrom: day.nullable() })
      .nullable()
      .describe("What stands against you asking them today"),
  })
  .openapi("CoveredPerson");
export type CoveredView = z.infer<typeof coveredView>;

const sum = {
  known: z.int().describe("Everybody who works there and stands for themselves"),
  asked: z.int(),
  can: z.int().describe("Who can be asked or has been: the share is asked of these"),
};
const met = z.int();

export const accountCoverageView = z
  .object({
    accountId: z.uuid(),
    accountName: z.string(),
    holder: named.nullable(),
    handover: handoverView.nullable(),
    sum: z.object({ ...sum, met }),
    rolesLeftOut: z.array(z.enum(BUYING_ROLES)).describe("Parts in buying of whom nobody was asked"),
    people: z
      .array(coveredView)
      .describe("Never asked first; who has left comes last, and is not in the sum"),
  })
  .openapi("AccountCoverage");
export type AccountCoverageView = z.infer<typeof accountCoverageView>;

export const coverageLineView = z
  .object({
    id: z.uuid().nullable().describe("Null: nobody holds them, or of the whole company"),
    name: z.string().nullable(),
    ...sum,
    met,
  })
  .openapi("CoverageLine");
export type CoverageLineView = z.infer<typeof coverageLineView>;

export const coveragePeriodView = z.object({ from: day, to: day, ...sum }).openapi("CoveragePeriod");
export type CoveragePeriodView = z.infer<typeof coveragePeriodView>;

export const handedOverView = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    holderId: z.uuid().nullable(),
    holderName: z.string().nullable(),
    day,
    toMemberId: z.uuid().nullable(),
    toName: z.string(),
    note: z.string().nullable(),
    lastAskDay: day.nullable().describe("When anybody there was last asked"),
    reminder: z
      .object({ since: day, from: day, due: z.boolean() })
      .nullable()
      .describe("When the relationship holder is reminded that nobody there was asked for a quarter"),
  })
  .openapi("HandedOver");
export type HandedOverView = z.infer<typeof handedOverView>;

const scope = {
  account: z.uuid().optional(),
  holder: z.uuid().optional().describe("Who holds the relationship"),
  team: z.uuid().optional().describe("The holder's team today"),
};
const by = z.enum(COVERAGE_BY).default("account");

export function coverageRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/coverage",
      summary:
        "Everybody met or known at an account: who was asked, who not yet, who cannot be asked and why.",
      scope: "read",
      params: idParam,
      answer: accountCoverageView,
    },
    async ({ tx, actor, params }) => {
      const coverage = await coverageOfAccount(tx, actor, params.id);
      return { ...coverage, people: coverage.people.map(viewOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/coverage",
      summary: "How many client contacts were asked, of those who can be; the largest hole first.",
      scope: "read",
      query: listQuery.extend({ by, ...scope }),
      answer: pageOf(coverageLineView),
    },
    async ({ tx, actor, query }) => coverageBy(tx, actor, query.by, scopeOf(query), pageFrom(query)),
  );
  api.route(
    {
      method: "get",
      path: "/coverage.csv",
      summary: "The same as a file for a spreadsheet.",
      scope: "read",
      query: z.object({ by, ...scope }),
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, actor, query }) =>
      new Response(await coverageFile(tx, actor, query.by, scopeOf(query)), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="coverage-by-${query.by}-${actor.today}.csv"`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      }),
  );
  api.route(
    {
      method: "get",
      path: "/coverage/periods",
      summary: "How many had been asked by the end of each of the last periods, of those known then.",
      scope: "read",
      query: z.object({
        every: z.enum(["week", "month", "quarter"]).default("quarter"),
        count: z.coerce.number().int().min(1).max(26).default(6),
        ...scope,
      }),
      answer: z.object({ items: z.array(coveragePeriodView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => ({
      items: await coverageOverTime(tx, actor, scopeOf(query), query),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "get",
      path: "/coverage/people",
      summary:
        "The client contacts behind a number, by name: whom nobody has asked, unless another kind is wanted.",
      scope: "read",
      query: listQuery.extend({
        who: z
          .enum(COVERAGE_WHO)
          .default("unasked")
          .describe("unasked: can be and was not; cannot: never was, and is not to be"),
        role: z.enum(BUYING_ROLES).optional(),
        met: z.stringbool().optional(),
        ...scope,
      }),
      answer: pageOf(coveredView),
    },
    async ({ tx, actor, query }) => {
      const { who, role, met: wasMet } = query;
      const filter = { who, role, met: wasMet, ...scopeOf(query) };
      const page = await coveredContacts(tx, actor, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/handovers",
      summary:
        "Accounts that others look after, and when their relationship holder is reminded to ask there.",
      scope: "read",
      query: z.object({
        member: z.uuid().optional().describe("Who holds the relationship"),
        due: z.stringbool().default(false).describe("Only those of which a reminder is due"),
      }),
      answer: z.object({ items: z.array(handedOverView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => ({
      items: await remindersOf(tx, actor, { holderId: query.member, dueOnly: query.due }),
      nextCursor: null,
    }),
  );
}

function viewOf(person: CoveredPerson): CoveredView {
  const { holderId, holderName, met: lastMet, right, refusal, ...rest } = person;
  return {
    ...rest,
    holder: holderId === null ? null : { id: holderId, name: holderName ?? "" },
    met: lastMet && { day: lastMet.day, how: lastMet.how, byName: lastMet.by?.name ?? null },
    right: right && { earned: right.earned, words: right.words, day: right.day, byName: right.by.name },
    refusal: refusal && {
      rule: refusal.rule,
      sentence: refusal.sentence,
      mayFrom: refusal.facts.mayFrom,
    },
  };
}

function scopeOf(query: {
  account?: string | undefined;
  holder?: string | undefined;
  team?: string | undefined;
}) {
  return { accountId: query.account, holderId: query.holder, teamId: query.team };
}

function pageFrom({ cursor, limit }: { cursor?: string | undefined; limit: number }) {
  return { cursor, limit };
}
