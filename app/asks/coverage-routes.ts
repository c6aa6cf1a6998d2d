import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { BUYING_ROLES } from "#people/standing.ts";
import {
  coverageBy,
  coverageFile,
  coverageOfAccount,
  coverageOverTime,
  coveredContacts,
  remindersOf,
} from "./coverage-actions.ts";
import { COVERAGE_WHO } from "./coverage-reader.ts";
import { dueReminders, putOffReminder, takeUpReminder } from "./handover-reminder-actions.ts";
import {
  coveredView,
  coveredViewOf,
  dueReminderOf,
  accountCoverageView,
  coverageLineView,
  coveragePeriodView,
  dueReminderView,
  handedOverView,
  scope,
  by,
} from "./coverage-view.ts";

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
      return { ...coverage, people: coverage.people.map(coveredViewOf) };
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
          .describe("unasked: can be and was not; cannot: is not to be, asked before or not"),
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
      return { ...page, items: page.items.map(coveredViewOf) };
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
  api.route(
    {
      method: "get",
      path: "/handover-reminders",
      summary:
        "Accounts that others look after and where nobody was asked for a quarter, with whom to talk to there; without a member, the caller's own.",
      scope: "read",
      query: z.object({ member: z.uuid().optional().describe("Who holds the relationship") }),
      answer: z.object({ items: z.array(dueReminderView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => {
      const due = await dueReminders(tx, actor, query.member ?? actor.member.id);
      return {
        items: due.map(dueReminderOf),
        nextCursor: null,
      };
    },
  );
  api.route(
    {
      method: "put",
      path: "/handovers/{id}/put-off",
      summary: "Not now: the relationship holder is reminded again a quarter later.",
      scope: "write",
      params: idParam,
      answer: handedOverView,
    },
    async ({ tx, actor, params }) => putOffReminder(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/handovers/{id}/put-off",
      summary: "Take the last not now back: the reminder stands as before.",
      scope: "write",
      params: idParam,
      answer: handedOverView,
    },
    async ({ tx, actor, params }) => takeUpReminder(tx, actor, params.id),
  );
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
