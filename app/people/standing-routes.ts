import { CHANNELS } from "./channel.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { acquaintancesOf } from "./acquaintance-actions.ts";
import { getPerson } from "./person-actions.ts";
import { setPreference } from "./preference-actions.ts";

import { protectionOf } from "./protection-actions.ts";
import { holdersOf } from "./said-actions.ts";
import { BUYING_ROLES, MET_HOWS, NOTHING_STANDS } from "./standing.ts";
import { standingOf } from "./standing-actions.ts";
import {
  preferenceView,
  saidStanding,
  standingShort,
  standingView,
  weekday,
  type StandingView,
} from "./standing-view.ts";
import {
  restoreMet,
  restoreRight,
  sayMet,
  sayRight,
  sayRole,
  takeBackMet,
  takeBackRight,
  takeBackRole,
} from "./word-actions.ts";

const day = z.iso.date().optional();

export function standingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/standing",
      summary:
        "All that stands about a person as a source: may they be asked, met, earned right, role, wishes.",
      scope: "read",
      params: idParam,
      answer: standingView,
    },
    async ({ tx, actor, params }) => allThatStands(tx, actor, params.id),
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/right",
      summary: "Note whether the right to ask was earned, in the client's own words; the last word stands.",
      scope: "write",
      params: idParam,
      body: z.object({ earned: z.boolean(), words: z.string().nullable().optional(), day }),
      answer: saidStanding,
      status: 201,
    },
    async ({ tx, actor, params, body }) => sayRight(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/right-words/{id}",
      summary: "Take a word about the right to ask back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackRight(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/right-words/{id}/restored",
      summary: "Bring back a word that was taken back.",
      scope: "write",
      params: idParam,
      answer: standingShort,
    },
    async ({ tx, actor, params }) => restoreRight(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/role",
      summary: "Their part in the buying process; null: none any more.",
      scope: "write",
      params: idParam,
      body: z.object({ role: z.enum(BUYING_ROLES).nullable(), since: day }),
      answer: standingShort,
    },
    async ({ tx, actor, params, body }) => sayRole(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/role",
      summary: "Take back what was said last of their part in buying; what was said before stands again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => {
      await takeBackRole(tx, actor, params.id);
    },
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/met",
      summary: "Note that somebody was met; a meeting that was held notes it by itself.",
      scope: "write",
      params: idParam,
      body: z.object({ how: z.enum(MET_HOWS).exclude(["meeting"]), day }),
      answer: saidStanding,
      status: 201,
    },
    async ({ tx, actor, params, body }) => sayMet(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/met/{id}",
      summary: "Take back that somebody was met.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackMet(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/met/{id}/restored",
      summary: "Bring that back.",
      scope: "write",
      params: idParam,
      answer: standingShort,
    },
    async ({ tx, actor, params }) => restoreMet(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/preference",
      summary:
        "How they like to be asked, all of it; approverId is for a manager, a leader or the holder to change.",
      scope: "write",
      params: idParam,
      body: z.object({
        channel: z.enum(CHANNELS).nullable().default(null),
        mostPerQuarter: z.int().min(0).max(90).nullable().default(null),
        bestWeekday: weekday.nullable().default(null),
        approverId: z.uuid().nullable().default(null).describe("Who must agree before anybody asks"),
        note: z.string().nullable().default(null),
      }),
      answer: z.object({ preference: preferenceView.nullable() }),
    },
    async ({ tx, actor, params, body }) => ({ preference: await setPreference(tx, actor, params.id, body) }),
  );
}

async function allThatStands(tx: Tx, actor: Actor, anyId: string): Promise<StandingView> {
  const person = await getPerson(tx, anyId);
  const [standings, protection, acquaintances, holderIds] = await Promise.all([
    standingOf(tx, [person.id]),
    protectionOf(tx, [person.id], actor.today),
    acquaintancesOf(tx, person.id),
    holdersOf(tx, person),
  ]);
  const standing = standings.get(person.id) ?? NOTHING_STANDS;
  return { personId: person.id, ...standing, ...protection, acquaintances, holderIds };
}
