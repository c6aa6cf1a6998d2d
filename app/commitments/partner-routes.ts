import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam } from "#lib/http/shapes.ts";
import {
  agreeToPartner,
  askHowItWent,
  choosePartner,
  comeTogether,
  pairingOf,
  pairUp,
  partnershipsOf,
  partWays,
  takeBackNudge,
  undoPairing,
} from "./partner-actions.ts";
import {
  pairedView,
  pairingView,
  pairingViewOf,
  partnershipOf,
  partnershipView,
  wantedPairs,
} from "./partner-view.ts";

export function partnerRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/partnerships",
      summary: "With whom the caller tells of their weeks this quarter, and what waits for a yes.",
      scope: "read",
      answer: z.object({ items: z.array(partnershipView) }),
    },
    async ({ tx, actor }) => ({
      items: (await partnershipsOf(tx, actor.member.id, actor.today)).map(partnershipOf),
    }),
  );
  api.route(
    {
      method: "post",
      path: "/partnerships",
      summary: "Ask a colleague to be one's partner this quarter; it holds once they say yes.",
      scope: "write",
      body: z.object({ withId: z.uuid() }),
      answer: partnershipView,
      status: 201,
    },
    async ({ tx, actor, body }) => partnershipOf(await choosePartner(tx, actor, body.withId)),
  );
  api.route(
    {
      method: "get",
      path: "/partnerships/pairing",
      summary: "For whoever leads reps: how they are paired in a quarter, and a proposal.",
      scope: "read",
      query: z.object({
        team: z.uuid().optional(),
        day: dayAsked.optional().describe("Any day of the quarter; today's when it is not said"),
      }),
      answer: pairingView,
    },
    async ({ tx, actor, query: { team, day = actor.today } }) =>
      pairingViewOf(await pairingOf(tx, actor, { teamId: team, day })),
  );
  api.route(
    {
      method: "put",
      path: "/partnerships/pairing",
      summary:
        "Pair reps one leads for a quarter; other pairs of theirs end, but not those of several teams or of their own choice.",
      scope: "write",
      body: wantedPairs,
      answer: pairedView.extend({ items: z.array(partnershipView).describe("Of whom the groups name") }),
    },
    async ({ tx, actor, body: { day = actor.today, groups, apart } }) => {
      const mine = new Set(groups.flat());
      const paired = await pairUp(tx, actor, { day, groups, apart });
      const { standing } = await pairingOf(tx, actor, { day });
      const items = standing.filter(({ members }) => members.some(({ id }) => mine.has(id)));
      return { ...paired, items: items.map(partnershipOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/partnerships/pairing/undo",
      summary: "Take a pairing back on its day: what it made ends, and what it ended stands again.",
      scope: "write",
      body: pairedView,
    },
    async ({ tx, actor, body }) => undoPairing(tx, actor, body),
  );
  api.route(
    {
      method: "put",
      path: "/partnerships/{id}/agreement",
      summary: "Say yes to a colleague who wants to be one's partner.",
      scope: "write",
      params: idParam,
      answer: partnershipView,
    },
    async ({ tx, actor, params }) => partnershipOf(await agreeToPartner(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/partnerships/{id}/end",
      summary: "Part ways, or say no.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => partWays(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/partnerships/{id}/end",
      summary: "Be partners again.",
      scope: "write",
      params: idParam,
      answer: partnershipView,
    },
    async ({ tx, actor, params }) => partnershipOf(await comeTogether(tx, actor, params.id)),
  );
  api.route(
    {
      method: "post",
      path: "/weeks/{day}/nudges",
      summary: "Ask a partner how a week went, once; they find it on Today.",
      scope: "write",
      params: z.object({ day: dayAsked }),
      body: z.object({ memberId: z.uuid() }),
      answer: z.object({ id: z.uuid() }),
      status: 201,
    },
    async ({ tx, actor, params, body }) =>
      askHowItWent(tx, actor, { memberId: body.memberId, day: params.day }),
  );
  api.route(
    {
      method: "delete",
      path: "/nudges/{id}",
      summary: "Take back that one asked.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackNudge(tx, actor, params.id),
  );
}
