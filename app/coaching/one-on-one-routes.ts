import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam } from "#lib/http/shapes.ts";
import { language } from "#practice/practice-view.ts";
import { coachedPeople, dueWith, whoWasCoached } from "./coaching-actions.ts";
import {
  holdOneOnOne,
  notePrivately,
  prepareOneOnOne,
  setRhythm,
  takeBackOneOnOne,
} from "./one-on-one-actions.ts";
import { promiseInWeek, tellCommitment, unpromiseInWeek } from "./one-on-one-promise-actions.ts";
import { oneOnOnePage } from "./one-on-one-page-actions.ts";
import { coachingPageOf, coachingPageView } from "./coaching-page-view.ts";
import {
  coachedOf,
  coachedView,
  dueMemberOf,
  dueView,
  oneOnOneOf,
  oneOnOneView,
  personLineOf,
  promisedView,
  peopleView,
  wantedAhead,
  wantedHeld,
  wantedNote,
  wantedPromise,
  wantedRhythm,
  wantedTold,
} from "./one-on-one-view.ts";

export function oneOnOneRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/coaching/due",
      summary: "The caller's own next 1:1, and whom they coach and should meet now.",
      scope: "read",
      answer: dueView,
    },
    async ({ tx, actor }) => {
      const { mine, people } = await dueWith(tx, actor);
      return { mine: mine && dueMemberOf(mine), people: people.map(dueMemberOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/coaching/people",
      summary:
        "Whom the caller coaches, or a team they lead, each with the one line that matters; who is due first.",
      scope: "read",
      query: z.object({ team: z.uuid().optional() }),
      answer: peopleView,
    },
    async ({ tx, actor, query }) => {
      const { lines, of, due } = await coachedPeople(tx, actor, query.team);
      return { items: lines.map(personLineOf), of, due };
    },
  );
  api.route(
    {
      method: "get",
      path: "/coaching/coached",
      summary:
        "Who was coached, when and on what, and who was not: of everybody for a leader, of their teams for a manager.",
      scope: "read",
      query: z.object({
        from: dayAsked.optional().describe("None: four weeks before the last day"),
        to: dayAsked.optional().describe("None: today"),
      }),
      answer: coachedView,
    },
    async ({ tx, actor, query }) => coachedOf(await whoWasCoached(tx, actor, query)),
  );
  api.route(
    {
      method: "get",
      path: "/members/{id}/coaching",
      summary:
        "The page of a 1:1: numbers beside goals and their own past, promises, asks not made, what is owed, practice, sources, what came of last time, what is prepared.",
      scope: "read",
      params: idParam,
      query: z.object({ language: language.default("en") }),
      answer: coachingPageView,
    },
    async ({ tx, actor, params, query, identity }) =>
      coachingPageOf(await oneOnOnePage(tx, actor, params.id, query.language), actor, identity.via),
  );
  api.route(
    {
      method: "patch",
      path: "/members/{id}/coaching/next",
      summary: "Prepare the next 1:1, as the member or as whoever leads them. What is not named stays.",
      scope: "write",
      params: idParam,
      body: wantedAhead,
      answer: oneOnOneView,
    },
    async ({ tx, actor, params, body }) =>
      oneOnOneOf(await prepareOneOnOne(tx, actor, params.id, body), actor),
  );
  api.route(
    {
      method: "put",
      path: "/members/{id}/coaching/rhythm",
      summary: "How many weeks lie between two 1:1s with this member.",
      scope: "write",
      params: idParam,
      body: wantedRhythm,
    },
    async ({ tx, actor, params, body }) => setRhythm(tx, actor, params.id, body.everyWeeks),
  );
  api.route(
    {
      method: "put",
      path: "/members/{id}/coaching/note",
      summary: "The caller's private note on this member's coaching: nobody else ever reads it.",
      scope: "write",
      params: idParam,
      body: wantedNote,
    },
    async ({ tx, actor, params, body }) => notePrivately(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "post",
      path: "/members/{id}/one-on-ones",
      summary: "Write down that a 1:1 was held, and what was agreed on. Whoever leads the member does.",
      scope: "write",
      params: idParam,
      body: wantedHeld,
      status: 201,
      answer: oneOnOneView,
    },
    async ({ tx, actor, params, body }) => oneOnOneOf(await holdOneOnOne(tx, actor, params.id, body), actor),
  );
  api.route(
    {
      method: "delete",
      path: "/one-on-ones/{id}",
      summary: "It was not held: what was written is a preparation again, unless the next one was begun.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackOneOnOne(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/one-on-ones/{id}/promise",
      summary: "The member takes what they committed to into this week or the next, and whom they will ask.",
      scope: "write",
      params: idParam,
      body: wantedPromise,
      answer: promisedView,
    },
    async ({ tx, actor, params, body }) => promiseInWeek(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/one-on-ones/{id}/promise",
      summary: "Take it out of the week again, as long as its lines can be dropped.",
      scope: "write",
      params: idParam,
      query: z.object({
        own: z
          .enum(["stays"])
          .optional()
          .describe("The line of the commitment stood there before, and stays"),
      }),
    },
    async ({ tx, actor, params, query }) =>
      unpromiseInWeek(tx, actor, params.id, { ownStays: query.own === "stays" }),
  );
  api.route(
    {
      method: "put",
      path: "/one-on-ones/{id}/told",
      summary: "Say what became of a commitment that is no promise of a week.",
      scope: "write",
      params: idParam,
      body: wantedTold,
    },
    async ({ tx, actor, params, body }) => tellCommitment(tx, actor, params.id, body.how),
  );
  api.route(
    {
      method: "delete",
      path: "/one-on-ones/{id}/told",
      summary: "Take back what was said of it.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => tellCommitment(tx, actor, params.id, null),
  );
}
