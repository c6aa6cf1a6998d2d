import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { getSeed, plantSeed, rewordSeed, takeBackSeed } from "./seed-actions.ts";
import { listSeeds } from "./seed-store.ts";
import { SEED_MOMENTS } from "./seed.ts";
import { words, seedView } from "./seed-view.ts";

export function seedRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/seeds",
      summary: "What was said early, when nothing was asked yet, the latest first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        harvested: z.stringbool().optional().describe("Whether they were asked since"),
      }),
      answer: pageOf(seedView),
    },
    async ({ tx, query }) => {
      const { member: memberId, person, account, harvested } = query;
      const personIds = person ? await samePersonIds(tx, person) : undefined;
      const accountIds = account ? await sameAccountIds(tx, account) : undefined;
      return listSeeds(tx, { memberId, personIds, accountIds, harvested }, query.cursor, query.limit);
    },
  );
  api.route(
    {
      method: "post",
      path: "/seeds",
      summary:
        "Plant a seed: said early that introductions matter, or at a proposal that the review comes each quarter. It counts as no ask.",
      scope: "write",
      body: z.object({
        personId: z.uuid(),
        day: day.optional(),
        words,
        moment: z.enum(SEED_MOMENTS).optional(),
        memberId: z.uuid().optional(),
      }),
      answer: seedView,
      status: 201,
    },
    async ({ tx, actor, body }) => plantSeed(tx, actor, body),
  );
  api.route(
    {
      method: "get",
      path: "/seeds/{id}",
      summary: "One seed.",
      scope: "read",
      params: idParam,
      answer: seedView,
    },
    async ({ tx, params }) => getSeed(tx, params.id),
  );
  api.route(
    {
      method: "patch",
      path: "/seeds/{id}",
      summary: "Write down other words.",
      scope: "write",
      params: idParam,
      body: z.object({ words: z.string().nullable() }),
      answer: seedView,
    },
    async ({ tx, actor, params, body }) => rewordSeed(tx, actor, params.id, body.words),
  );
  api.route(
    {
      method: "delete",
      path: "/seeds/{id}",
      summary: "Take back a seed that was not planted.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackSeed(tx, actor, params.id),
  );
}
