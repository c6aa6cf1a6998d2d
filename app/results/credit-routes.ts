import type { Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { mayDecide } from "./credit-dispute.ts";
import {
  dealIn,
  decideDispute,
  raiseDispute,
  takeBackDecided,
  withdrawDispute,
} from "./credit-dispute-actions.ts";
import { bookSoon } from "./credit-jobs.ts";
import { creditRules, setCreditRule } from "./credit-rule-actions.ts";
import { HOUSE_RULE } from "./credit-rule.ts";
import {
  creditEntryView,
  creditEntryViewOf,
  dealCreditView,
  dealCreditViewOf,
  disputeView,
  disputeViewOf,
  openDisputeView,
  newDecision,
  newDispute,
  newRule,
  rulesView,
  rulesViewOf,
} from "./credit-view.ts";
import { creditOfDeal, entriesOfDeal } from "./deal-credit-actions.ts";
import { waitingDisputes } from "./dispute-reader.ts";

export function creditRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/credit-rules",
      summary:
        "By which rule won deals are credited to the sources of their chain, and which rules there were.",
      scope: "read",
      answer: rulesView,
    },
    async ({ tx }) => rulesViewOf(await creditRules(tx), HOUSE_RULE),
  );
  api.route(
    {
      method: "post",
      path: "/credit-rules",
      summary: "Set another rule for deals that are won from now on, and say why: a leader does.",
      scope: "write",
      body: newRule,
      answer: rulesView,
      status: 201,
    },
    async ({ tx, actor, body }) => rulesViewOf(await setCreditRule(tx, actor, body), HOUSE_RULE),
  );
  api.route(
    {
      method: "post",
      path: "/credit-bookings",
      summary: "Credit now what was brought in since last night, instead of tonight; it takes a while.",
      scope: "write",
    },
    async ({ tx, actor }) => bookSoon(tx, actor),
  );
  api.route(
    {
      method: "get",
      path: "/deals/{id}/credit",
      summary: "To whom a won deal is credited, by which rule or decision, and what was raised about it.",
      scope: "read",
      params: idParam,
      answer: dealCreditView,
    },
    async ({ tx, actor, params }) => dealCreditViewOf(await creditOfDeal(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/deals/{id}/credit-entries",
      summary:
        "Everything that was ever written of a deal's credit, the latest first; nothing is changed, only taken back.",
      scope: "read",
      params: idParam,
      query: listQuery,
      answer: pageOf(creditEntryView),
    },
    async ({ tx, params, query: { cursor, limit } }) => {
      const page = await entriesOfDeal(tx, params.id, cursor, limit);
      return { ...page, items: page.items.map(creditEntryViewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/deals/{id}/credit-disputes",
      summary: "Say that a deal's credit is not right, and why; whoever leads its rep decides.",
      scope: "write",
      params: idParam,
      body: newDispute,
      answer: disputeView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => disputeViewOf(await raiseDispute(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "get",
      path: "/credit-disputes",
      summary:
        "What was raised about credits and waits for a decision, the oldest first: it is open, or the deal is another than was decided upon.",
      scope: "read",
      query: listQuery,
      answer: pageOf(openDisputeView),
    },
    async ({ tx, actor, query: { cursor, limit } }) => {
      const { items, nextCursor } = await waitingDisputes(tx, cursor, limit);
      const open = items.map((row) => ({
        ...disputeViewOf(row),
        mayDecide: mayDecide(actor, dealIn(row), row.byId),
      }));
      return { items: open, nextCursor };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/credit-disputes/{id}",
      summary: "Take back what was raised, while it is open.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => withdrawDispute(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/credit-disputes/{id}/decision",
      summary:
        "Decide: it stands, or is credited by another shape of the rule, or by shares that add up to the deal.",
      scope: "write",
      params: idParam,
      body: newDecision,
      answer: disputeView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => disputeViewOf(await decideDispute(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/credit-decisions/{id}",
      summary: "Take a decision back: what was credited before is credited again, and the question is open.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackDecided(tx, actor, params.id),
  );
}
