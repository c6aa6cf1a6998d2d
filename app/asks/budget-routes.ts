import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { askableOf } from "./askable-actions.ts";
import {
  askableOfView,
  askableView,
  permitOf,
  permitView,
  referenceOf,
  referenceView,
} from "./budget-view.ts";
import { givePermit, permitsOf, withdrawPermit } from "./permit-actions.ts";
import { noteReference, referencesOf, takeBackReference } from "./reference-actions.ts";

export function budgetRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/askable",
      summary:
        "Whether somebody may be asked today, and if not: whose ask or word stands against it, and from when on.",
      scope: "read",
      params: idParam,
      query: z.object({
        member: z.uuid().optional().describe("Who would ask; none: you"),
        forWhom: z.string().max(500).optional(),
        targetPerson: z.uuid().optional(),
        targetAccount: z.uuid().optional(),
      }),
      answer: askableView,
    },
    async ({ tx, actor, params, query }) => {
      const { member, forWhom, targetPerson, targetAccount } = query;
      const wanted = {
        memberId: member,
        forWhom,
        targetPersonId: targetPerson,
        targetAccountId: targetAccount,
      };
      return askableOfView(await askableOf(tx, actor, params.id, wanted), actor.today);
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/permits",
      summary: "Permits to ask somebody against the rules, the latest first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(permitView) }),
    },
    async ({ tx, actor, params }) => ({
      items: (await permitsOf(tx, params.id)).map((permit) => permitOf(permit, actor.today)),
    }),
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/permits",
      summary:
        "Let a rep ask somebody once within two weeks, though a rule stands against it; with the reason.",
      scope: "write",
      params: idParam,
      body: z.object({
        memberId: z.uuid(),
        reason: z.string(),
        untilDay: z.iso.date().nullable().optional(),
      }),
      answer: permitView,
      status: 201,
    },
    async ({ tx, actor, params, body }) =>
      permitOf(await givePermit(tx, actor, params.id, body), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/permits/{id}",
      summary: "Withdraw a permit that nobody has used.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => withdrawPermit(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/references",
      summary: "References somebody gave, the latest first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(referenceView) }),
    },
    async ({ tx, params }) => ({ items: (await referencesOf(tx, params.id)).map(referenceOf) }),
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/references",
      summary: "Note that a client vouched for us in a sale: no introduction, but they rest after it.",
      scope: "write",
      params: idParam,
      body: z.object({
        forWhom: z.string().describe("The deal or the company they spoke to, in words"),
        note: z.string().nullable().optional(),
        day: z.iso.date().optional(),
        memberId: z.uuid().optional(),
      }),
      answer: referenceView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => referenceOf(await noteReference(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/references/{id}",
      summary: "Take a reference back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackReference(tx, actor, params.id),
  );
}
