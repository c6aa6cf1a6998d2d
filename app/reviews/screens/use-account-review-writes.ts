import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AccountReviewView, CommitmentView, MeasureView } from "../account-review-view.ts";

/** Readings that a review changes. */
export const REVIEW_READS = [
  "/account-reviews",
  "/review-rounds",
  "/reviews-today",
  "/meetings",
  "/people",
  "/accounts",
  "/touches",
  "/silences",
  "/scorecard",
  "/timeline",
];

export interface ReviewToPlan {
  accountId: string;
  personIds: readonly string[];
  day?: Day;
  time?: string | null;
  meetingId?: string;
}

export function usePlanReview(
  done: (review: AccountReviewView) => void,
): Writing<ReviewToPlan, AccountReviewView> {
  const say = useUndo();
  const back = useTakeBackReview();
  return useWrite(
    (wanted: ReviewToPlan, gesture) => write<AccountReviewView>("POST", "/account-reviews", wanted, gesture),
    {
      refresh: REVIEW_READS,
      done: (review) => {
        say(`The review with ${review.accountName} is planned.`, () => back.sendNow(review.id));
        done(review);
      },
    },
  );
}

export function useTakeBackReview(done?: () => void): Writing<string, unknown> {
  return useWrite((id: string, gesture) => write("DELETE", `/account-reviews/${id}`, undefined, gesture), {
    refresh: REVIEW_READS,
    ...(done && { done }),
  });
}

export function useChangeReview(
  id: string,
  done?: () => void,
): Writing<
  { day?: Day; time?: string | null; personIds?: readonly string[]; slotPersonId?: string | null },
  AccountReviewView
> {
  return useWrite(
    (said, gesture) => write<AccountReviewView>("PATCH", `/account-reviews/${id}`, said, gesture),
    { refresh: REVIEW_READS, ...(done && { done }) },
  );
}

/** It was held, with the way back. */
export function useHoldReview(
  review: Pick<AccountReviewView, "id" | "accountName">,
  done?: () => void,
): Writing<{ cameIds?: readonly string[]; day?: Day }, AccountReviewView> {
  const say = useUndo();
  const path = `/account-reviews/${review.id}/held`;
  const back = useWrite(
    (_: undefined, gesture) => write<AccountReviewView>("DELETE", path, undefined, gesture),
    { refresh: REVIEW_READS },
  );
  return useWrite((said, gesture) => write<AccountReviewView>("PUT", path, said, gesture), {
    refresh: REVIEW_READS,
    done: () => {
      say(`The review with ${review.accountName} was held.`, () => back.sendNow(undefined));
      done?.();
    },
  });
}

/** Ticked off, or not after all. */
export function useTick(): Writing<CommitmentView, CommitmentView> {
  const say = useUndo();
  const back = useWrite(
    ({ id, done }: { id: string; done: boolean }, gesture) => sendTick(id, done, gesture),
    {
      refresh: REVIEW_READS,
    },
  );
  return useWrite(({ id, doneOn }: CommitmentView, gesture) => sendTick(id, doneOn === null, gesture), {
    refresh: REVIEW_READS,
    done: ({ id, doneOn, words }) =>
      say(doneOn === null ? `Open again: ${words}` : `Done: ${words}`, () =>
        back.sendNow({ id, done: doneOn === null }),
      ),
  });
}

function sendTick(id: string, done: boolean, gesture: string): Promise<CommitmentView> {
  const path = `/review-commitments/${id}/done`;
  return write<CommitmentView>(done ? "PUT" : "DELETE", path, done ? {} : undefined, gesture);
}

export function useTakeBackCommitment(): Writing<string, unknown> {
  return useWrite((id: string, gesture) => write("DELETE", `/review-commitments/${id}`, undefined, gesture), {
    refresh: REVIEW_READS,
  });
}

export interface MeasureToName {
  name: string;
  unit: string | null;
  target: number | null;
  better: "more" | "less";
}

export function useNameMeasure(accountId: string, done: () => void): Writing<MeasureToName, MeasureView> {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/account-measures/${id}`, undefined, gesture),
    { refresh: REVIEW_READS },
  );
  return useWrite(
    (said, gesture) => write<MeasureView>("POST", `/accounts/${accountId}/measures`, said, gesture),
    {
      refresh: REVIEW_READS,
      done: (measure) => {
        say(`“${measure.name}” is measured from now on.`, () => back.sendNow(measure.id));
        done();
      },
    },
  );
}

export function useReadMeasure(
  measure: MeasureView,
  done: () => void,
): Writing<{ value: number; day: Day }, MeasureView> {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/account-measure-values/${id}`, undefined, gesture),
    { refresh: REVIEW_READS },
  );
  return useWrite(
    (said, gesture) => write<MeasureView>("POST", `/account-measures/${measure.id}/values`, said, gesture),
    {
      refresh: REVIEW_READS,
      done: (after) => {
        const made = after.values.find(({ id }) => !measure.values.some((value) => value.id === id));
        say(`${measure.name}: noted.`, made && (() => back.sendNow(made.id)));
        done();
      },
    },
  );
}
