import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import type { Tx } from "#lib/storage/database.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { cardFor } from "./card-actions.ts";
import { addTouchKind, changeTouchKind, touchKinds } from "./kind-actions.ts";
import { occasionRoutes } from "./occasion-routes.ts";
import { postalAddressRoutes } from "./postal-address-routes.ts";
import {
  pauseTouches,
  sayOwnRhythm,
  sayTier,
  takeBackOwnRhythm,
  takeBackPause,
  takeBackTier,
} from "./rhythm-actions.ts";
import { changeRhythm, rhythmsHere } from "./rhythm-setting-actions.ts";
import { GROUPS, TIERS, WHY_PAUSED } from "./rhythm.ts";
import {
  accountStanding,
  contactsWith,
  lastWordTo,
  listBySilence,
  STAGES,
  standingOf,
  touchesForToday,
} from "./silence-actions.ts";
import { tellThanks } from "./told-thanks-actions.ts";
import { getTouch, logTouch, takeBackTouch } from "./touch-actions.ts";
import { listTouches } from "./touch-store.ts";
import {
  accountRhythmView,
  cardView,
  changedRhythm,
  contactOf,
  contactView,
  kindView,
  lastWordView,
  rhythmsView,
  silenceOf,
  silenceView,
  toldThanks,
  toldThanksView,
  touchOf,
  touchView,
  wantedTouch,
} from "./touch-view.ts";

const silent = pageOf(silenceView);
const ofPerson = { params: idParam, answer: silenceView } as const;
const ofAccount = { params: idParam, answer: accountRhythmView } as const;

export function touchRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/touches",
      summary:
        "Touches that were written down as such, the latest first. See /people/{id}/contacts for all there is.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        kind: z.string().max(60).optional(),
      }),
      answer: pageOf(touchView),
    },
    async ({ tx, query }) => {
      const filter = {
        memberId: query.member,
        personIds: query.person ? await samePersonIds(tx, query.person) : undefined,
        accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        kind: query.kind,
      };
      const page = await listTouches(tx, filter, query.cursor, query.limit);
      const kinds = await kindsById(tx);
      return { ...page, items: page.items.map((row) => touchOf(row, kinds)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/touches",
      summary:
        "Log a touch that has no other home: a call, a note by hand, a visit. What is there already is answered as it is.",
      scope: "write",
      body: wantedTouch,
      answer: touchView,
      status: 201,
    },
    async ({ tx, actor, body }) => touchOf(await logTouch(tx, actor, body), await kindsById(tx)),
  );
  api.route(
    {
      method: "post",
      path: "/told-thanks",
      summary:
        "Say that you thanked somebody: the thanks that you owe them are done by it; where none are owed, it is a touch.",
      scope: "write",
      body: toldThanks,
      answer: toldThanksView,
      status: 201,
    },
    async ({ tx, actor, body }) => tellThanks(tx, actor, body),
  );
  api.route(
    {
      method: "get",
      path: "/touches/{id}",
      summary: "One touch.",
      scope: "read",
      params: idParam,
      answer: touchView,
    },
    async ({ tx, params }) => touchOf(await getTouch(tx, params.id), await kindsById(tx)),
  );
  api.route(
    {
      method: "delete",
      path: "/touches/{id}",
      summary: "Take a touch back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackTouch(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/contacts",
      summary: "Every contact with somebody, in whatever room it is written down, the latest first.",
      scope: "read",
      params: idParam,
      query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
      answer: z.object({ items: z.array(contactView) }),
    },
    async ({ tx, params, query }) => {
      const kinds = await kindsById(tx);
      const contacts = await contactsWith(tx, params.id, query.limit);
      return { items: contacts.map((row) => contactOf(row, kinds)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/last-word",
      summary: "When somebody last heard from us, for a line in a list.",
      scope: "read",
      params: idParam,
      answer: lastWordView,
    },
    async ({ tx, params }) => lastWordTo(tx, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/card",
      summary: "A card by hand: what to write about, and what stands on the envelope.",
      scope: "read",
      params: idParam,
      answer: cardView,
    },
    async ({ tx, actor, params }) => cardFor(tx, actor, params.id),
  );
  occasionRoutes(api);
  postalAddressRoutes(api);
  silenceRoutes(api);
  rhythmRoutes(api);
  kindRoutes(api);
}

function silenceRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/silences",
      summary:
        "Who has not heard from us: silent, whoever waited longest first; coming within two weeks; or left in peace.",
      scope: "read",
      query: listQuery.extend({
        stage: z.enum(STAGES).default("silent"),
        member: z.uuid().optional().describe("Who looks after them"),
        team: z.uuid().optional(),
        nobodys: z.stringbool().optional().describe("Whom nobody looks after"),
        group: z.enum(GROUPS).optional(),
      }),
      answer: silent,
    },
    async ({ tx, actor, query }) => {
      const { stage, member: memberId, team: teamId, nobodys, group } = query;
      const filter = { stage, memberId, teamId, nobodys, group };
      const page = await listBySilence(tx, actor, filter, query.cursor, query.limit);
      const kinds = await kindsById(tx);
      return { ...page, items: page.items.map((each) => silenceOf(each, kinds)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/touches-today",
      summary: "Whom to touch today: at most three, with those already dealt with today; none on a day off.",
      scope: "read",
      answer: z.object({ items: z.array(silenceView) }),
    },
    async ({ tx, actor }) => {
      const kinds = await kindsById(tx);
      return { items: (await touchesForToday(tx, actor)).map((each) => silenceOf(each, kinds)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/rhythm",
      summary: "When somebody last heard from us, how often they should, and when they are due.",
      scope: "read",
      ...ofPerson,
    },
    async ({ tx, actor, params }) => silenceOf(await standingOf(tx, actor, params.id), await kindsById(tx)),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/rhythm",
      summary: "A rhythm of their own instead of their kind's; days null leaves them to come by themselves.",
      scope: "write",
      body: z.object({ days: z.int().nullable(), words: z.string().nullable().optional() }),
      ...ofPerson,
    },
    async ({ tx, actor, params, body }) => {
      await sayOwnRhythm(tx, actor, params.id, body);
      return silenceOf(await standingOf(tx, actor, params.id), await kindsById(tx));
    },
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/rhythm",
      summary:
        "Take back what was last said of their rhythm; what was said before holds again, or else their kind's.",
      scope: "write",
      ...ofPerson,
    },
    async ({ tx, actor, params }) => {
      await takeBackOwnRhythm(tx, actor, params.id);
      return silenceOf(await standingOf(tx, actor, params.id), await kindsById(tx));
    },
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/touch-pause",
      summary: "Not now: nobody is reminded of them until that day, and why.",
      scope: "write",
      body: z.object({
        untilDay: day,
        why: z.enum(WHY_PAUSED).default("later"),
        words: z.string().nullable().optional(),
      }),
      ...ofPerson,
    },
    async ({ tx, actor, params, body }) => {
      await pauseTouches(tx, actor, params.id, body);
      return silenceOf(await standingOf(tx, actor, params.id), await kindsById(tx));
    },
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/touch-pause",
      summary: "Take back that they were put off.",
      scope: "write",
      ...ofPerson,
    },
    async ({ tx, actor, params }) => {
      await takeBackPause(tx, actor, params.id);
      return silenceOf(await standingOf(tx, actor, params.id), await kindsById(tx));
    },
  );
}

function rhythmRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/rhythms",
      summary: "How often each kind of person hears from us here.",
      scope: "read",
      answer: rhythmsView,
    },
    async ({ tx }) => ({ rhythms: await rhythmsHere(tx) }),
  );
  api.route(
    {
      method: "patch",
      path: "/rhythms/{group}",
      summary: "Change the rhythm of one kind of person; what is not named stays. Clocks go by it at once.",
      scope: "admin",
      params: z.object({ group: z.enum(GROUPS) }),
      body: changedRhythm,
      answer: rhythmsView,
    },
    async ({ tx, actor, params, body }) => ({ rhythms: await changeRhythm(tx, actor, params.group, body) }),
  );
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/rhythm",
      summary: "How much an account matters to us, and when its next review is due.",
      scope: "read",
      ...ofAccount,
    },
    async ({ tx, actor, params }) => accountStanding(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/accounts/{id}/tier",
      summary: "How much an account matters from today on; null: it has no tier any more.",
      scope: "write",
      body: z.object({ tier: z.enum(TIERS).nullable() }),
      ...ofAccount,
    },
    async ({ tx, actor, params, body }) => {
      await sayTier(tx, actor, params.id, body.tier);
      return accountStanding(tx, actor, params.id);
    },
  );
  api.route(
    {
      method: "delete",
      path: "/accounts/{id}/tier",
      summary: "Take back the tier that was said last; the one before holds again.",
      scope: "write",
      ...ofAccount,
    },
    async ({ tx, actor, params }) => {
      await takeBackTier(tx, actor, params.id);
      return accountStanding(tx, actor, params.id);
    },
  );
}

function kindRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/touch-kinds",
      summary: "Every kind of contact as it weighs here, the trade's first.",
      scope: "read",
      answer: z.object({ items: z.array(kindView) }),
    },
    async ({ tx }) => ({ items: await touchKinds(tx) }),
  );
  api.route(
    {
      method: "post",
      path: "/touch-kinds",
      summary: "One more kind of touch of the workspace's own.",
      scope: "admin",
      body: z.object({ name: z.string(), weight: z.int() }),
      answer: kindView,
      status: 201,
    },
    async ({ tx, actor, body }) => addTouchKind(tx, actor, body),
  );
  api.route(
    {
      method: "patch",
      path: "/touch-kinds/{kind}",
      summary: "What a kind weighs, and of one's own its name and whether it is still offered.",
      scope: "admin",
      params: z.object({ kind: z.string().max(60) }),
      body: z.object({
        weight: z.int().optional(),
        name: z.string().optional(),
        ended: z.boolean().optional(),
      }),
      answer: kindView,
    },
    async ({ tx, actor, params, body }) => changeTouchKind(tx, actor, params.kind, body),
  );
}

async function kindsById(tx: Tx) {
  return new Map((await touchKinds(tx)).map((kind) => [kind.id, kind]));
}
