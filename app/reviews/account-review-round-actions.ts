import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { isWorkday } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { reviewStandings, type ReviewStanding } from "#touches/reviewed-actions.ts";
import { ROUND_STAGES, roundStage, type RoundStage } from "./account-review.ts";
import { dueCommitmentsOf, type CommitmentRow } from "./account-review-commitment-store.ts";
import { openReviews, openReviewsOf, type AccountReviewRow } from "./account-review-store.ts";

/** An account in its round of reviews. */
export interface Round {
  standing: ReviewStanding;
  /** The one that waits; null: none is planned. */
  planned: AccountReviewRow | null;
  stage: RoundStage;
}

/** Accounts with which reviews are held: what is late first, then by the day. One of them, or of a member or team, or all. */
export async function roundsOf(
  tx: Tx,
  actor: Actor,
  filter: { memberId?: string; teamId?: string },
): Promise<Round[]> {
  const standings = await reviewStandings(tx, actor, filter);
  const open = await openReviews(
    tx,
    standings.map(({ id }) => id),
  );
  const planned = new Map(open.map((review) => [review.accountId, review]));
  return standings
    .flatMap((standing) => {
      if (standing.due === null) return [];
      const review = planned.get(standing.id) ?? null;
      return [{ standing, planned: review, stage: roundStage(standing.due, review !== null, actor.today) }];
    })
    .toSorted(
      (a, b) =>
        ROUND_STAGES.indexOf(a.stage) - ROUND_STAGES.indexOf(b.stage) ||
        dayOf(a).localeCompare(dayOf(b)) ||
        a.standing.id.localeCompare(b.standing.id),
    );
}

/** So many lines about reviews stand on one Today. */
const AT_MOST_TODAY = 3;

export interface ReviewsToday {
  /** Today or tomorrow, and those of which nobody said whether they were held. */
  reviews: AccountReviewRow[];
  commitments: CommitmentRow[];
  /** The one that waits longest to be planned, on a workday. */
  toPlan: Round[];
}

/** Few: what is on, then what was promised, then one review to plan. */
export async function reviewsToday(tx: Tx, actor: Actor): Promise<ReviewsToday> {
  const { member, today } = actor;
  const reviews = (await openReviewsOf(tx, member.id, addDays(today, 1))).slice(0, AT_MOST_TODAY);
  const room = AT_MOST_TODAY - reviews.length;
  const commitments = room === 0 ? [] : await dueCommitmentsOf(tx, member.id, today, room);
  const calendar = (await workCalendarsOf(tx, [member.id])).get(member.id);
  const plans = room > commitments.length && calendar !== undefined && isWorkday(today, calendar);
  const rounds = plans ? await roundsOf(tx, actor, { memberId: member.id }) : [];
  const toPlan = rounds.filter(({ stage }) => stage === "late" || stage === "due").slice(0, 1);
  return { reviews, commitments, toPlan };
}

function dayOf({ planned, standing }: Round): string {
  return planned?.day ?? standing.due ?? "";
}
