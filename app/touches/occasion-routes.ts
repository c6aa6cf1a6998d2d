import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import {
  changeOccasion,
  chooseFor,
  getOccasion,
  makeOccasion,
  noteAnswer,
  noteCame,
  noteReaction,
  noteSent,
  noteToldDay,
  offersFor,
  offersTo,
  takeBackOccasion,
  takeBackOffer,
  takeBackSent,
  wordOffer,
} from "./occasion-actions.ts";
import { listOccasions } from "./occasion-store.ts";
import {
  changedOccasion,
  occasionView,
  offeredOf,
  offeredView,
  offerView,
  wantedOccasion,
} from "./occasion-view.ts";
import { OCCASION_KINDS, OFFER_ANSWERS } from "./occasion.ts";

const occasion = { params: idParam, answer: occasionView } as const;
const one = { params: idParam, answer: offeredView } as const;

/** Events and articles, offered to people one by one. */
export function occasionRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/occasions",
      summary: "Events to invite to and articles to share, the newest first.",
      scope: "read",
      query: listQuery.extend({ kind: z.enum(OCCASION_KINDS).optional() }),
      answer: pageOf(occasionView),
    },
    async ({ tx, query }) => listOccasions(tx, { kind: query.kind }, query.cursor, query.limit),
  );
  api.route(
    {
      method: "post",
      path: "/occasions",
      summary: "An event to invite people to, or an article to share with them, one by one.",
      scope: "write",
      body: wantedOccasion,
      answer: occasionView,
      status: 201,
    },
    async ({ tx, actor, body }) => makeOccasion(tx, actor, body),
  );
  api.route(
    { method: "get", path: "/occasions/{id}", summary: "One event or article.", scope: "read", ...occasion },
    async ({ tx, params }) => getOccasion(tx, params.id),
  );
  api.route(
    {
      method: "patch",
      path: "/occasions/{id}",
      summary: "What is not named stays; letters that were changed by hand stay, too.",
      scope: "write",
      body: changedOccasion,
      ...occasion,
    },
    async ({ tx, actor, params, body }) => changeOccasion(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/occasions/{id}",
      summary: "Take it back; not once somebody had it.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackOccasion(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/occasions/{id}/offers",
      summary: "Those it is for, each with what stands against it and what to think of before it goes.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(offeredView) }),
    },
    async ({ tx, actor, params }) => ({ items: (await offersFor(tx, actor, params.id)).map(offeredOf) }),
  );
  api.route(
    {
      method: "post",
      path: "/occasions/{id}/offers",
      summary: "One more of those it is for; whoever is chosen already is answered as they are.",
      scope: "write",
      params: idParam,
      body: z.object({ personId: z.uuid() }),
      answer: offeredView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => offeredOf(await chooseFor(tx, actor, params.id, body.personId)),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/occasions",
      summary: "What was offered to somebody, the latest first.",
      scope: "read",
      params: idParam,
      query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
      answer: z.object({ items: z.array(offerView) }),
    },
    async ({ tx, params, query }) => ({ items: await offersTo(tx, params.id, query.limit) }),
  );
  offerRoutes(api);
}

function offerRoutes(api: Api): void {
  api.route(
    {
      method: "patch",
      path: "/occasion-offers/{id}",
      summary: "Other words for one of them; null: as they are made from the occasion.",
      scope: "write",
      body: z.object({ words: z.string().nullable() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await wordOffer(tx, actor, params.id, body.words)),
  );
  api.route(
    {
      method: "delete",
      path: "/occasion-offers/{id}",
      summary: "It is not for them; not once it was sent.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackOffer(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/occasion-offers/{id}/sent",
      summary: "They had it, from one's own mail: from then on it is a contact.",
      scope: "write",
      body: z.object({ day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await noteSent(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/occasion-offers/{id}/sent",
      summary: "It did not go after all.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => offeredOf(await takeBackSent(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/occasion-offers/{id}/told-day",
      summary: "Which day of the event they know of, after it was moved; the one before takes that back.",
      scope: "write",
      body: z.object({ day }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await noteToldDay(tx, actor, params.id, body.day)),
  );
  api.route(
    {
      method: "put",
      path: "/occasion-offers/{id}/answer",
      summary: "Whether they come.",
      scope: "write",
      body: z.object({ answer: z.enum(OFFER_ANSWERS) }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await noteAnswer(tx, actor, params.id, body.answer)),
  );
  api.route(
    {
      method: "delete",
      path: "/occasion-offers/{id}/answer",
      summary: "They have not answered.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => offeredOf(await noteAnswer(tx, actor, params.id, null)),
  );
  api.route(
    {
      method: "put",
      path: "/occasion-offers/{id}/attendance",
      summary: "Whether they were there; who was had a contact in person on its day.",
      scope: "write",
      body: z.object({ came: z.boolean() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await noteCame(tx, actor, params.id, body.came)),
  );
  api.route(
    {
      method: "delete",
      path: "/occasion-offers/{id}/attendance",
      summary: "Nobody said whether they were there.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => offeredOf(await noteCame(tx, actor, params.id, null)),
  );
  api.route(
    {
      method: "put",
      path: "/occasion-offers/{id}/reaction",
      summary: "A word of theirs, which is a contact.",
      scope: "write",
      body: z.object({ words: z.string(), day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => offeredOf(await noteReaction(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/occasion-offers/{id}/reaction",
      summary: "They said nothing.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => offeredOf(await noteReaction(tx, actor, params.id, null)),
  );
}
