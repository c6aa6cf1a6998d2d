import { useRead } from "#lib/web/queries.ts";
import type { ReviewsTodayView } from "#reviews/account-review-view.ts";
import type { CardsTodayView } from "#reviews/report-view.ts";

/**
 * How many more things wait that Today shows below the card: low numbers to look at, who should hear from us, account reviews and what
 * was promised in them. Null: not known yet. Read by the same addresses as the parts that show them, so once.
 */
export function useOthersWaiting(): number | null {
  const cards = useRead<CardsTodayView>("/report-cards-today").data;
  const touches = useRead<{ items: unknown[] }>("/touches-today").data;
  const reviews = useRead<ReviewsTodayView>("/reviews-today").data;
  if (!cards || !touches || !reviews) return null;
  return cards.low.length + touches.items.length + reviews.reviews.length + reviews.commitments.length;
}
