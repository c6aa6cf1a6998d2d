import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import {
  calibrationOf,
  keepSuggestions,
  refuseSuggestion,
  suggestionsFor,
  takeBackRefusal,
} from "./suggestion-actions.ts";
import {
  calibrationView,
  suggestionOf,
  suggestionsView,
  suggestionView,
  weekOfSuggestions,
} from "./suggestion-view.ts";
import { WHY_REFUSED } from "./suggest.ts";

const one = { params: idParam, answer: suggestionView } as const;

export function suggestionRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/suggestions",
      summary:
        "Three people whom this rep might ask this week, with reasons; without a member, the caller's own.",
      scope: "read",
      query: z.object({ member: z.uuid().optional() }),
      answer: suggestionsView,
    },
    async ({ tx, actor, query }) =>
      weekOfSuggestions(
        await suggestionsFor(tx, actor, query.member ?? actor.member.id),
        await calibrationOf(tx, actor.today),
      ),
  );
  api.route(
    {
      method: "post",
      path: "/suggestions",
      summary: "Write this week's suggestions down, so that they stay; what is written down stays as it is.",
      scope: "write",
      body: z.object({ memberId: z.uuid().optional() }),
      answer: suggestionsView,
    },
    async ({ tx, actor, body }) =>
      weekOfSuggestions(
        await keepSuggestions(tx, actor, body.memberId ?? actor.member.id),
        await calibrationOf(tx, actor.today),
      ),
  );
  api.route(
    {
      method: "get",
      path: "/suggestions/calibration",
      summary: "What has come of suggestions by their score, and whether chances can be told from it.",
      scope: "read",
      answer: calibrationView,
    },
    async ({ tx, actor }) => calibrationOf(tx, actor.today),
  );
  api.route(
    {
      method: "put",
      path: "/suggestions/{id}/refusal",
      summary: "Not this person, and why; somebody else takes their place.",
      scope: "write",
      body: z.object({ why: z.enum(WHY_REFUSED), words: z.string().nullable().optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) =>
      suggestionOf(await refuseSuggestion(tx, actor, params.id, body), await calibrationOf(tx, actor.today)),
  );
  api.route(
    {
      method: "delete",
      path: "/suggestions/{id}/refusal",
      summary: "Take the refusal back: the person stands in their place again.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) =>
      suggestionOf(await takeBackRefusal(tx, actor, params.id), await calibrationOf(tx, actor.today)),
  );
}
