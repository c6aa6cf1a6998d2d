import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { MEETING_OUTCOMES } from "./meeting.ts";
import {
  changeMeeting,
  getMeeting,
  recordMeetingOutcome,
  scheduleMeeting,
  takeBackMeeting,
  takeBackMeetingOutcome,
} from "./meeting-actions.ts";
import { meetingOf } from "./meeting-list-actions.ts";
import { listMeetings } from "./meeting-store.ts";
import { meetingView, agreed, toldMeetingView } from "./meeting-view.ts";
import { tellMeeting } from "./tell-meeting-actions.ts";

export function meetingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/meetings",
      summary: "Meetings, the latest first; those ahead with the next one first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        referral: z.uuid().optional(),
        outcome: z.enum(MEETING_OUTCOMES).optional(),
        /** due: its day has come and nobody said how it went. */
        stage: z.enum(["due", "ahead", "ended"]).optional(),
      }),
      answer: pageOf(meetingView),
    },
    async ({ tx, actor, query }) => {
      const { member, person, account, referral, outcome, stage } = query;
      const filter = {
        memberId: member,
        personIds: person === undefined ? undefined : await samePersonIds(tx, person),
        accountIds: account === undefined ? undefined : await sameAccountIds(tx, account),
        referralId: referral,
        outcome,
        stage,
      };
      const page = await listMeetings(tx, filter, actor.today, query.cursor, query.limit);
      return { ...page, items: page.items.map(meetingOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/meetings",
      summary: "Schedule a meeting, or log one that is over.",
      scope: "write",
      body: z.object({
        ...agreed,
        personId: z.uuid(),
        day,
        outcome: z.enum(MEETING_OUTCOMES).optional(),
      }),
      answer: meetingView,
      status: 201,
    },
    async ({ tx, actor, body }) => meetingOf(await scheduleMeeting(tx, actor, body)),
  );
  api.route(
    {
      method: "post",
      path: "/told-meetings",
      summary:
        "Say that somebody was met, did not come or called off: your appointment with them is settled by it, one that stands so already is not counted again, else one is written down. Without an outcome it is one to come.",
      scope: "write",
      body: z.object({
        personId: z.uuid(),
        day: day.nullable().optional().describe("None: that of the appointment, or today"),
        time: z.string().nullable().optional(),
        outcome: z.enum(MEETING_OUTCOMES).nullable().optional(),
        note: z.string().nullable().optional(),
      }),
      answer: toldMeetingView,
      status: 201,
    },
    async ({ tx, actor, body: { personId, day: said = null, outcome = null, time, note } }) => {
      const told = await tellMeeting(tx, actor, { personId, day: said, outcome, time, note });
      return { ...meetingOf(told.meeting), settled: told.settled, already: told.already };
    },
  );
  api.route(
    {
      method: "get",
      path: "/meetings/{id}",
      summary: "One meeting.",
      scope: "read",
      params: idParam,
      answer: meetingView,
    },
    async ({ tx, params }) => meetingOf(await getMeeting(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/meetings/{id}",
      summary: "Change what is agreed; what is not named stays. Another day is not a new appointment.",
      scope: "write",
      params: idParam,
      body: z.object({ ...agreed, day: day.optional() }),
      answer: meetingView,
    },
    async ({ tx, actor, params, body }) => meetingOf(await changeMeeting(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/meetings/{id}",
      summary: "Take a meeting back, as if it had never been arranged.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackMeeting(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/meetings/{id}/outcome",
      summary: "Say how a meeting went.",
      scope: "write",
      params: idParam,
      body: z.object({
        outcome: z.enum(MEETING_OUTCOMES),
        day: day.optional(),
        note: z.string().nullable().optional(),
      }),
      answer: meetingView,
    },
    async ({ tx, actor, params, body }) => meetingOf(await recordMeetingOutcome(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/meetings/{id}/outcome",
      summary: "Take back how a meeting went; it is then still to be held.",
      scope: "write",
      params: idParam,
      answer: meetingView,
    },
    async ({ tx, actor, params }) => meetingOf(await takeBackMeetingOutcome(tx, actor, params.id)),
  );
}
