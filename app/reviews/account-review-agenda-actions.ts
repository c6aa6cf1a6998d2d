import { sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { issuesOfAccount } from "#people/issue-actions.ts";
import type { SeriousIssue } from "#people/protection.ts";
import { reviewStandingOf, type Promised } from "#touches/reviewed-actions.ts";
import { getReview } from "./account-review-actions.ts";
import { deliveredBetween, lastReviewBefore, type Delivered } from "./account-review-agenda-reader.ts";
import { commitmentsFor, type CommitmentRow } from "./account-review-commitment-store.ts";
import { measuresOf, type MeasureRow } from "./account-review-measure-store.ts";
import { notesOf, ownPointsOf, type NoteRow, type OwnPoint } from "./account-review-note-store.ts";
import type { AccountReviewRow } from "./account-review-store.ts";

export interface Agenda {
  review: AccountReviewRow;
  /** After the last review, or the promise, or else a year ago. */
  since: Day;
  promise: Promised | null;
  delivered: Delivered;
  measures: MeasureRow[];
  /** Open then, or settled since the last review. */
  issues: SeriousIssue[];
  commitments: CommitmentRow[];
  ownPoints: OwnPoint[];
  notes: NoteRow[];
}

const A_YEAR = 365;

/** A review with all that it goes through. Throws Problem not-found. */
export async function agendaOf(tx: Tx, actor: Actor, id: string): Promise<Agenda> {
  const review = await getReview(tx, id);
  const accountIds = await sameAccountIds(tx, review.accountId);
  const until = review.heldOn ?? actor.today;
  const { promise } = await reviewStandingOf(tx, actor, review.accountId);
  const before = review.heldOn ?? (review.day < actor.today ? review.day : addDays(actor.today, 1));
  const last = await lastReviewBefore(tx, accountIds, before);
  const promisedBefore = promise !== null && promise.day < until ? promise.day : null;
  const since = last ?? promisedBefore ?? addDays(until, -A_YEAR);
  const issues = await issuesOfAccount(tx, review.accountId);
  return {
    review,
    since,
    promise,
    delivered: await deliveredBetween(tx, { accountIds, since, until }),
    measures: (await measuresOf(tx, { accountIds }, until)).filter(
      ({ endedOn }) => endedOn === null || endedOn > until,
    ),
    issues: issues.filter(({ day, settledOn }) => day <= until && (settledOn === null || settledOn > since)),
    commitments: await commitmentsFor(tx, accountIds, { reviewId: id, since, until }),
    ownPoints: await ownPointsOf(tx, id),
    notes: await notesOf(tx, id),
  };
}
