import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { ReviewsTodayView } from "../account-review-view.ts";
import { reviewWhen, roundText, whoText } from "./account-review-words.ts";
import { useTick } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

/** What there is to do about account reviews: few lines, or nothing at all. */
export function AccountReviewsToday() {
  const me = useMe();
  const today = useRead<ReviewsTodayView>("/reviews-today");
  const tick = useTick();
  if (me === undefined || today.data === undefined) return null;
  const { reviews, commitments, toPlan } = today.data;
  if (reviews.length + commitments.length + toPlan.length === 0) return null;
  return (
    <Section title="Account reviews" aside={<Go to="/account-reviews">All</Go>}>
      <Card>
        <ul className={css.lines}>
          {reviews.map((review) => (
            <li key={review.id} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/account-reviews/${review.id}`}>{review.accountName}</Go>
                  {review.state === "unsaid" && review.day < me.today && <Pill tone="due">held?</Pill>}
                </p>
                <p className={css.soft}>{`Account review ${reviewWhen(review, me.today)}`}</p>
              </div>
              <GoButton to={`/account-reviews/${review.id}`}>Agenda</GoButton>
            </li>
          ))}
          {commitments.map((each) => (
            <li key={each.id} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/account-reviews/${each.reviewId}`}>{each.words}</Go>
                  {each.dueOn < me.today && <Pill tone="late">late</Pill>}
                </p>
                <p className={css.soft}>
                  {`Promised in the review with ${each.accountName}: ${whoText(each, each.accountName, me.today)}`}
                </p>
              </div>
              <Button label={`Done: ${each.words}`} onClick={() => tick.send(each)}>
                Done
              </Button>
            </li>
          ))}
          {toPlan.map((round) => (
            <li key={round.accountId} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/accounts/${round.accountId}`}>{round.accountName}</Go>
                  <Pill tone={round.stage === "late" ? "late" : "due"}>review {round.stage}</Pill>
                </p>
                <p className={css.soft}>{roundText(round, me.today)}</p>
              </div>
              <GoButton to={`/account-reviews?plan=${round.accountId}`}>Plan it</GoButton>
            </li>
          ))}
        </ul>
        <FormError problem={tick.problem} />
      </Card>
    </Section>
  );
}
