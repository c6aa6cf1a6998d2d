import type { MyWeekView } from "#commitments/week-view.ts";
import type { MailQuestionsView } from "#doors/mail-view.ts";
import { useRepliesWaiting } from "#letters/screens/use-replies-waiting.ts";
import { useRead } from "#lib/web/queries.ts";
import type { ReviewsTodayView } from "#reviews/account-review-view.ts";
import type { CardsTodayView } from "#reviews/report-view.ts";
import { waitingBelow } from "../below.ts";

/**
 * How many more things wait that Today shows below the card. Null: not known yet. Read by the same addresses as the parts that show
 * them, so once.
 */
export function useOthersWaiting(): number | null {
  const news = useRead<{ items: unknown[] }>("/page-news").data;
  const answers = useRepliesWaiting().data;
  const cards = useRead<CardsTodayView>("/report-cards-today").data;
  const touches = useRead<{ items: unknown[] }>("/touches-today").data;
  const reviews = useRead<ReviewsTodayView>("/reviews-today").data;
  const mail = useRead<MailQuestionsView>("/mail-questions").data;
  const week = useRead<MyWeekView>("/my-week").data;
  if (!week || !news || !answers || !cards || !touches || !reviews || !mail) return null;
  return waitingBelow({
    news: news.items,
    answers: answers.items,
    cards,
    reviews,
    touches: touches.items,
    mail: mail.waiting,
    week: {
      tell: week.invitation?.to === "check-in",
      promise: week.invitation?.to === "plan",
      wanted: week.partners.wanted.length,
    },
  });
}
