import { told, z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { leadersHere } from "#team/leaders-reader.ts";
import { decideGift, noteGiven, takeBackDecision, takeBackGiven } from "./gift-decision-actions.ts";
import { GIFT_STATES, giftYearOf } from "./gift.ts";
import { getGift, giveGift, takeBackGift } from "./gift-actions.ts";
import { giftFile } from "./gift-file-actions.ts";
import { giftsSince, giftSums, listGifts, type GiftFilter, type GiftRow } from "./gift-reader.ts";
import { changeGiftRule, giftRuleOf } from "./gift-rule-actions.ts";
import { giftStandingOf } from "./gift-standing-actions.ts";
import { giftRuleView, giftStandingView, giftSumView, giftView, giftViewOf, saidGift } from "./gift-view.ts";

const one = { params: idParam, answer: giftView } as const;
const year = z.coerce.number().int().min(2000).max(2199);
const which = z.object({
  year: year.optional().describe("Given in this calendar year, or asked for in it"),
  person: z.uuid().optional(),
});
const wanted = saidGift.extend({
  personId: z.uuid(),
  words: z.string().nullable().optional(),
  day: day.optional().describe("Today when it is not said"),
  memberId: z.uuid().optional().describe("Who gives; you, when it is not said"),
});

export function giftRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/gifts",
      summary: "The register of gifts, the latest first.",
      scope: "read",
      query: listQuery.extend({
        ...which.shape,
        state: z
          .enum([...GIFT_STATES, "waits"])
          .optional()
          .describe("waits: asked for or approved"),
      }),
      answer: pageOf(giftView),
    },
    async ({ tx, actor, query }) => {
      const states =
        query.state === "waits" ? (["asked", "approved"] as const) : query.state && [query.state];
      const filter = { ...(await filterOf(tx, query)), states };
      const page = await listGifts(tx, filter, query.cursor, query.limit);
      const leaders = await leadersHere(tx);
      return { ...page, items: page.items.map((gift) => giftViewOf(gift, actor, leaders)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/gifts.csv",
      summary: "The same as a file for a spreadsheet.",
      scope: "read",
      query: which,
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, query }) =>
      new Response(await giftFile(tx, await filterOf(tx, query)), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="gifts${query.year ? `-${query.year}` : ""}.csv"`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      }),
  );
  api.route(
    {
      method: "get",
      path: "/gift-sums",
      summary: "What each person got in a calendar year, with what is asked for, against the cap.",
      scope: "read",
      query: which,
      answer: z.object({
        items: z.array(giftSumView),
        since: day.nullable().describe("The day of the first gift in the register, of any year"),
        nextCursor: z.null(),
      }),
    },
    async ({ tx, actor, query }) => {
      const { cap } = await giftRuleOf(tx, actor);
      const inYear = query.year ?? giftYearOf(actor.today).year;
      const sums = await giftSums(tx, inYear, (await filterOf(tx, query)).personIds);
      return {
        items: sums.map(({ minor, waiting, currency, ...of }) => ({
          ...of,
          sum: { minor, currency },
          waiting: { minor: waiting, currency },
          cap,
        })),
        since: await giftsSince(tx),
        nextCursor: null,
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/gift-standing",
      summary: "What decides today whether somebody may get a gift.",
      scope: "read",
      params: idParam,
      answer: giftStandingView,
    },
    async ({ tx, actor, params }) => {
      const { personId, rule, counted, bans, atClient, standing } = await giftStandingOf(
        tx,
        actor,
        params.id,
        {
          day: actor.today,
        },
      );
      const { year: now } = giftYearOf(actor.today);
      return { personId, year: now, rule, counted: [...counted], bans: [...bans], atClient, standing };
    },
  );
  api.route(
    {
      method: "post",
      path: "/gifts",
      summary: "Note a gift as thanks; above the cap, ask for approval before it is given.",
      scope: "write",
      body: wanted,
      answer: giftView,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, body }) => {
      const { gift, isNew } = await giveGift(tx, actor, body);
      return told(isNew ? 201 : 200, await seen(tx, actor, gift));
    },
  );
  api.route(
    { method: "get", path: "/gifts/{id}", summary: "One gift.", scope: "read", ...one },
    async ({ tx, actor, params }) => seen(tx, actor, await getGift(tx, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/gifts/{id}/decision",
      summary: "Approve a gift above the cap, or refuse it with a reason.",
      scope: "write",
      body: z.object({
        decision: z.enum(["approved", "refused"]),
        why: z.string().nullable().optional().describe("Needed for a refusal"),
      }),
      ...one,
    },
    async ({ tx, actor, params, body }) => seen(tx, actor, await decideGift(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/gifts/{id}/decision",
      summary: "Take back what was decided: it waits again.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => seen(tx, actor, await takeBackDecision(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/gifts/{id}/given",
      summary: "What was approved was given; the thanks that it was meant for are done.",
      scope: "write",
      body: z.object({ day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => seen(tx, actor, await noteGiven(tx, actor, params.id, body.day)),
  );
  api.route(
    {
      method: "delete",
      path: "/gifts/{id}/given",
      summary: "It was not given after all, and may still be.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => seen(tx, actor, await takeBackGiven(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/gifts/{id}",
      summary: "Take a gift back; what was done with it is owed again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackGift(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/gift-rule",
      summary: "What gifts to one person may come to in a year.",
      scope: "read",
      answer: giftRuleView,
    },
    async ({ tx, actor }) => giftRuleOf(tx, actor),
  );
  api.route(
    {
      method: "patch",
      path: "/gift-rule",
      summary: "Change the rule of gifts; what is not named stays.",
      scope: "admin",
      body: giftRuleView.partial(),
      answer: giftRuleView,
    },
    async ({ tx, actor, body }) => changeGiftRule(tx, actor, body),
  );
}

async function seen(tx: Tx, actor: Actor, gift: GiftRow) {
  return giftViewOf(gift, actor, await leadersHere(tx));
}

async function filterOf(
  tx: Tx,
  query: { year?: number | undefined; person?: string | undefined },
): Promise<GiftFilter> {
  return { year: query.year, personIds: query.person ? await samePersonIds(tx, query.person) : undefined };
}
