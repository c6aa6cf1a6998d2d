import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import type { Day } from "#lib/kernel/days.ts";
import { OUTCOMES as GIVEN_OUTCOMES } from "#giving/given.ts";
import { MEETING_OUTCOMES } from "#meetings/meeting.ts";
import { TIERS } from "#touches/rhythm.ts";
import { BETTER, REVIEW_STATES, reviewState, ROUND_STAGES } from "./account-review.ts";
import type { Agenda } from "./account-review-agenda-actions.ts";
import type { Round } from "./account-review-round-actions.ts";
import type { AccountReviewRow } from "./account-review-store.ts";

export const accountReviewView = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    memberId: z.uuid().describe("Who holds it"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    day: day.describe("That of its meeting, where it has one"),
    time: z.string().nullable(),
    state: z.enum(REVIEW_STATES).describe("unsaid: its day has come, and nobody said whether it was held"),
    meetingId: z.uuid().nullable(),
    meetingOutcome: z.enum(MEETING_OUTCOMES).nullable(),
    slotPersonId: z.uuid().nullable().describe("Who is asked in the place that was promised for it"),
    slotPersonName: z.string().nullable(),
    heldOn: day.nullable(),
    people: z.array(
      z.object({
        personId: z.uuid(),
        fullName: z.string(),
        title: z.string().nullable(),
        email: z.string().nullable(),
        came: z.boolean().nullable(),
      }),
    ),
  })
  .openapi("AccountReview");
export type AccountReviewView = z.infer<typeof accountReviewView>;

export const commitmentView = z
  .object({
    id: z.uuid(),
    reviewId: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    memberId: z.uuid().nullable().describe("Which of us"),
    memberName: z.string().nullable(),
    personId: z.uuid().nullable().describe("Which of them; neither: theirs, and nobody was named"),
    personName: z.string().nullable(),
    words: z.string(),
    day: day.describe("On which it was promised"),
    dueOn: day,
    doneOn: day.nullable(),
  })
  .openapi("ReviewCommitment");
export type CommitmentView = z.infer<typeof commitmentView>;

export const measureView = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    name: z.string().describe("In the client's words"),
    unit: z.string().nullable(),
    target: z.number().nullable(),
    better: z.enum(BETTER),
    day,
    endedOn: day.nullable(),
    values: z.array(z.object({ id: z.uuid(), value: z.number(), day, byName: z.string() })),
  })
  .openapi("AccountMeasure");
export type MeasureView = z.infer<typeof measureView>;

export const noteView = z.object({
  version: z.int().describe("Send it along with the next; 0: nothing was noted yet"),
  words: z.string(),
  byName: z.string().nullable(),
});
export type NoteView = z.infer<typeof noteView>;

export const pointView = z.object({ id: z.uuid(), name: z.string() });

const promise = z.object({
  seedId: z.uuid(),
  day,
  words: z.string().nullable(),
  personId: z.uuid(),
  personName: z.string(),
  memberName: z.string(),
});

export const agendaView = z
  .object({
    review: accountReviewView,
    since: day.describe("After the last review, or the promise, or else a year ago"),
    promise: promise.nullable().describe("What was promised at the proposal"),
    delivered: z.object({
      won: z.array(z.object({ id: z.uuid(), name: z.string(), day, amount: money.nullable() })),
      handedOver: z.array(z.object({ id: z.uuid(), to: z.string(), day, note: z.string().nullable() })),
      given: z.array(
        z.object({
          id: z.uuid(),
          whom: z.string(),
          to: z.string(),
          day,
          outcome: z.enum(["waits", ...GIVEN_OUTCOMES]),
        }),
      ),
      received: z.array(
        z.object({
          id: z.uuid(),
          source: z.string(),
          contact: z.string(),
          day,
          became: z.enum(["deal", "meeting"]).nullable(),
        }),
      ),
    }),
    measures: z.array(measureView),
    issues: z.array(
      z.object({ id: z.uuid(), what: z.string(), day, byName: z.string(), settledOn: day.nullable() }),
    ),
    commitments: z.array(commitmentView),
    ownPoints: z.array(pointView),
    notes: z.record(z.string(), noteView).describe("By point"),
  })
  .openapi("AccountReviewAgenda");
export type AgendaView = z.infer<typeof agendaView>;

export const roundView = z
  .object({
    accountId: z.uuid(),
    accountName: z.string(),
    holderId: z.uuid().nullable(),
    holderName: z.string().nullable(),
    tier: z.enum(TIERS).nullable(),
    promise: promise.nullable(),
    days: z.int(),
    last: day.nullable(),
    due: day,
    stage: z.enum(ROUND_STAGES),
    planned: accountReviewView.nullable(),
  })
  .openapi("ReviewRound");
export type RoundView = z.infer<typeof roundView>;

export const reviewsTodayView = z.object({
  reviews: z.array(accountReviewView),
  commitments: z.array(commitmentView),
  toPlan: z.array(roundView),
});
export type ReviewsTodayView = z.infer<typeof reviewsTodayView>;

export function reviewOf(
  { madeMeeting: _made, toldMeeting: _told, ...row }: AccountReviewRow,
  today: Day,
): AccountReviewView {
  return { ...row, state: reviewState(row, today) };
}

export function agendaSeen(agenda: Agenda, today: Day): AgendaView {
  const { review, issues, notes } = agenda;
  const noted = notes.map(({ point, version, words, byName }) => [point, { version, words, byName }]);
  return {
    ...agenda,
    review: reviewOf(review, today),
    issues: issues.map(({ id, what, day: on, by, settledOn }) => ({
      id,
      what,
      day: on,
      byName: by.name,
      settledOn,
    })),
    notes: Object.fromEntries(noted),
  };
}

export function roundOf({ standing, planned, stage }: Round, today: Day): RoundView {
  const { id, name, holderId, holderName, tier, days, last, due } = standing;
  return {
    accountId: id,
    accountName: name,
    holderId,
    holderName,
    tier,
    promise: standing.promise,
    days: days ?? 0,
    last,
    due: due ?? today,
    stage,
    planned: planned && reviewOf(planned, today),
  };
}
