import type { Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { addDays } from "#lib/kernel/days.ts";
import {
  arrangeMeeting,
  holdSalesMeeting,
  seeMeeting,
  teamsToMeet,
  unholdSalesMeeting,
} from "./sales-meeting-actions.ts";
import {
  ofWeek,
  ofWeekIn,
  salesMeetingOf,
  salesMeetingView,
  teamsToMeetView,
  wantedArranged,
  wantedHeldOn,
} from "./sales-meeting-view.ts";

export function salesMeetingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/sales-meetings/teams",
      summary:
        "The teams whose sales meeting the caller may open, their own first, and the week that is told of next.",
      scope: "read",
      answer: teamsToMeetView,
    },
    async ({ tx, actor }) => teamsToMeet(tx, actor),
  );
  api.route(
    {
      method: "get",
      path: "/teams/{id}/sales-meeting",
      summary:
        "A team's week as its sales meeting tells it: promises kept, scoreboard, best ask, introductions, loops closed, chain, wins, praise, a skill to rehearse, promises for the next week.",
      scope: "read",
      params: idParam,
      query: ofWeekIn,
      answer: salesMeetingView,
    },
    async ({ tx, actor, params, query }) => {
      const asked = { teamId: params.id, day: query.week, language: query.language };
      const pack = await seeMeeting(tx, actor, asked);
      return salesMeetingOf(pack, addDays(pack.week, 6));
    },
  );
  api.route(
    {
      method: "patch",
      path: "/teams/{id}/sales-meeting",
      summary:
        "Settle what the meeting tells and rehearses. What is not named stays; null gives it back to the rules.",
      scope: "write",
      params: idParam,
      query: ofWeek,
      body: wantedArranged,
    },
    async ({ tx, actor, params, query, body }) =>
      arrangeMeeting(tx, actor, { teamId: params.id, day: query.week }, body),
  );
  api.route(
    {
      method: "put",
      path: "/teams/{id}/sales-meeting/held",
      summary: "The team met over that week.",
      scope: "write",
      params: idParam,
      query: ofWeek,
      body: wantedHeldOn,
    },
    async ({ tx, actor, params, query, body }) =>
      holdSalesMeeting(tx, actor, { teamId: params.id, day: query.week, heldOn: body.day ?? actor.today }),
  );
  api.route(
    {
      method: "delete",
      path: "/teams/{id}/sales-meeting/held",
      summary: "It was not held after all.",
      scope: "write",
      params: idParam,
      query: ofWeek,
    },
    async ({ tx, actor, params, query }) =>
      unholdSalesMeeting(tx, actor, { teamId: params.id, day: query.week }),
  );
}
