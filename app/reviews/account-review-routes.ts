import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { agendaOf } from "./account-review-agenda-actions.ts";
import {
  changeReview,
  holdReview,
  planReview,
  takeBackHeld,
  takeBackReview,
} from "./account-review-actions.ts";
import {
  changeMeasure,
  measuresAt,
  nameMeasure,
  readMeasure,
  takeBackMeasure,
  takeBackValue,
} from "./account-review-measure-actions.ts";
import {
  addPoint,
  doCommitment,
  makeCommitment,
  reopenCommitment,
  takeBackCommitment,
  takeBackPoint,
  writeNote,
} from "./account-review-note-actions.ts";
import { reviewsToday, roundsOf } from "./account-review-round-actions.ts";
import { listReviews } from "./account-review-store.ts";
import {
  accountReviewView,
  agendaSeen,
  agendaView,
  commitmentView,
  measureView,
  noteView,
  pointView,
  reviewOf,
  reviewsTodayView,
  roundOf,
  roundView,
} from "./account-review-view.ts";
import { BETTER, REVIEW_STATES } from "./account-review.ts";

const review = { params: idParam, answer: accountReviewView } as const;

export function accountReviewRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/review-rounds",
      summary:
        "Accounts with which reviews are held: those promised one at a proposal, and those of a tier. Planned ones first, then late, due and coming ones.",
      scope: "read",
      query: z.object({
        member: z.uuid().optional().describe("Who holds the relationship"),
        team: z.uuid().optional(),
      }),
      answer: z.object({ items: z.array(roundView) }),
    },
    async ({ tx, actor, query }) => {
      const { member, team } = query;
      const filter = { ...(member && { memberId: member }), ...(team && { teamId: team }) };
      const rounds = await roundsOf(tx, actor, filter);
      return { items: rounds.map((each) => roundOf(each, actor.today)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/reviews-today",
      summary: "What there is to do about account reviews today: at most three lines.",
      scope: "read",
      answer: reviewsTodayView,
    },
    async ({ tx, actor }) => {
      const { reviews, commitments, toPlan } = await reviewsToday(tx, actor);
      return {
        reviews: reviews.map((each) => reviewOf(each, actor.today)),
        commitments,
        toPlan: toPlan.map((each) => roundOf(each, actor.today)),
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/account-reviews",
      summary: "Account reviews, the latest first.",
      scope: "read",
      query: listQuery.extend({
        account: z.uuid().optional(),
        member: z.uuid().optional().describe("Who holds it"),
        state: z.enum(REVIEW_STATES).optional(),
      }),
      answer: pageOf(accountReviewView),
    },
    async ({ tx, actor, query }) => {
      const { account, member: memberId, state } = query;
      const accountIds = account ? await sameAccountIds(tx, account) : undefined;
      const filter = { accountIds, memberId, state, today: actor.today };
      const page = await listReviews(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map((row) => reviewOf(row, actor.today)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/account-reviews",
      summary:
        "Plan a review with an account: in a meeting that is there, or in one that is arranged with it.",
      scope: "write",
      body: z.object({
        accountId: z.uuid(),
        personIds: z.array(z.uuid()).max(30).describe("Who is invited"),
        day: day.optional().describe("Not needed with a meeting"),
        time: z.string().nullable().optional(),
        meetingId: z.uuid().optional(),
        memberId: z.uuid().optional(),
      }),
      answer: accountReviewView,
      status: 201,
    },
    async ({ tx, actor, body }) => reviewOf(await planReview(tx, actor, body), actor.today),
  );
  oneReviewRoutes(api);
  contentRoutes(api);
  measureRoutes(api);
}

function oneReviewRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/account-reviews/{id}",
      summary: "One review with its agenda: what was delivered, measured, promised and noted.",
      scope: "read",
      params: idParam,
      answer: agendaView,
    },
    async ({ tx, actor, params }) => agendaSeen(await agendaOf(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "patch",
      path: "/account-reviews/{id}",
      summary: "Another day, other people, or who is asked in it; its meeting moves with it.",
      scope: "write",
      body: z.object({
        day: day.optional(),
        time: z.string().nullable().optional(),
        personIds: z.array(z.uuid()).max(30).optional(),
        slotPersonId: z.uuid().nullable().optional(),
      }),
      ...review,
    },
    async ({ tx, actor, params, body }) =>
      reviewOf(await changeReview(tx, actor, params.id, body), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/account-reviews/{id}",
      summary: "Take back that a review was planned; not once something is noted in it.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackReview(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/account-reviews/{id}/held",
      summary: "A review was held: whoever came has heard from us, and its meeting was held with it.",
      scope: "write",
      body: z.object({ day: day.optional(), cameIds: z.array(z.uuid()).max(30).optional() }),
      ...review,
    },
    async ({ tx, actor, params, body }) =>
      reviewOf(await holdReview(tx, actor, params.id, body), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/account-reviews/{id}/held",
      summary: "It was not held after all; what was noted stays.",
      scope: "write",
      ...review,
    },
    async ({ tx, actor, params }) => reviewOf(await takeBackHeld(tx, actor, params.id), actor.today),
  );
}

function contentRoutes(api: Api): void {
  api.route(
    {
      method: "put",
      path: "/account-reviews/{id}/notes/{point}",
      summary:
        "Notes at one point of the agenda. Where somebody wrote since the version that is named, nothing changes and the conflict says what stands there.",
      scope: "write",
      params: idParam.extend({ point: z.string().max(60) }),
      body: z.object({ words: z.string(), version: z.int().min(0) }),
      answer: noteView,
    },
    async ({ tx, actor, params, body }) => writeNote(tx, actor, params.id, params.point, body),
  );
  api.route(
    {
      method: "post",
      path: "/account-reviews/{id}/points",
      summary: "One more point of the agenda.",
      scope: "write",
      params: idParam,
      body: z.object({ name: z.string() }),
      answer: pointView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => addPoint(tx, actor, params.id, body.name),
  );
  api.route(
    {
      method: "delete",
      path: "/account-reviews/{id}/points/{pointId}",
      summary: "Take back a point that was added; not once something is noted at it.",
      scope: "write",
      params: idParam.extend({ pointId: z.uuid() }),
    },
    async ({ tx, actor, params }) => takeBackPoint(tx, actor, params.id, params.pointId),
  );
  api.route(
    {
      method: "post",
      path: "/account-reviews/{id}/commitments",
      summary: "Who does what until when: one of us, one of them, or them.",
      scope: "write",
      params: idParam,
      body: z.object({
        words: z.string(),
        dueOn: day,
        memberId: z.uuid().nullable().optional(),
        personId: z.uuid().nullable().optional(),
        day: day.optional(),
      }),
      answer: commitmentView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => makeCommitment(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "put",
      path: "/review-commitments/{id}/done",
      summary: "What was promised is done.",
      scope: "write",
      params: idParam,
      answer: commitmentView,
    },
    async ({ tx, actor, params }) => doCommitment(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/review-commitments/{id}/done",
      summary: "It is not done after all.",
      scope: "write",
      params: idParam,
      answer: commitmentView,
    },
    async ({ tx, actor, params }) => reopenCommitment(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/review-commitments/{id}",
      summary: "It was never promised.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackCommitment(tx, actor, params.id),
  );
}

const measureSaid = {
  name: z.string().describe("In the client's words"),
  unit: z.string().nullable().default(null),
  target: z.number().nullable().default(null),
  better: z.enum(BETTER).default("more"),
};

function measureRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/measures",
      summary: "By what a client measures us, with every value.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(measureView) }),
    },
    async ({ tx, params }) => ({ items: await measuresAt(tx, params.id) }),
  );
  api.route(
    {
      method: "post",
      path: "/accounts/{id}/measures",
      summary: "One more measure that the client named.",
      scope: "write",
      params: idParam,
      body: z.object(measureSaid),
      answer: measureView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => nameMeasure(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "patch",
      path: "/account-measures/{id}",
      summary: "What is not named stays; ended: the client looks at it no longer.",
      scope: "write",
      params: idParam,
      body: z.object({
        name: z.string().optional(),
        unit: z.string().nullable().optional(),
        target: z.number().nullable().optional(),
        better: z.enum(BETTER).optional(),
        ended: z.boolean().optional(),
      }),
      answer: measureView,
    },
    async ({ tx, actor, params, body }) => changeMeasure(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/account-measures/{id}",
      summary: "Take a measure back, with its values.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackMeasure(tx, actor, params.id),
  );
  api.route(
    {
      method: "post",
      path: "/account-measures/{id}/values",
      summary: "How a measure stood on a day.",
      scope: "write",
      params: idParam,
      body: z.object({ value: z.number(), day: day.optional() }),
      answer: measureView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => readMeasure(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/account-measure-values/{id}",
      summary: "Take a value back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackValue(tx, actor, params.id),
  );
}
