import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useSharedRoom } from "#lib/web/shared-room.tsx";
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
  const { reviews = [], commitments = [], toPlan = [] } = today.data ?? {};
  const shown = useSharedRoom("account-reviews", reviews.length + commitments.length + toPlan.length);
  if (me === undefined || shown === 0) return null;
  const promised = Math.max(0, shown - reviews.length);
  const toPlanShown = Math.max(0, promised - commitments.length);
  return (
    <Section title="Account reviews" aside={<Go to="/account-reviews">All</Go>}>
      <Card>
        <ul className={css.lines}>
          {reviews.slice(0, shown).map((review) => (
            <li key={review.id} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/account-reviews/${review.id}`}>{review.accountName}</Go>
                  {review.state === "unsaid" && review.day < me.today && <Pill tone="due">held?</Pill>}
                </p>
                <p className={css.soft}>{`Account review ${reviewWhen(review, me.today)}`}</p>
              </div>
              <GoButton to={`/account-reviews/${review.id}`}>
                Agenda<span className="only-heard">: {review.accountName}</span>
              </GoButton>
            </li>
          ))}
          {commitments.slice(0, promised).map((each) => (
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
          {toPlan.slice(0, toPlanShown).map((round) => (
            <li key={round.accountId} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/accounts/${round.accountId}`}>{round.accountName}</Go>
                  <Pill tone={round.stage === "late" ? "late" : "due"}>review {round.stage}</Pill>
                </p>
                <p className={css.soft}>{roundText(round, me.today)}</p>
              </div>
              <GoButton to={`/account-reviews?plan=${round.accountId}`}>
                Plan it<span className="only-heard">: {round.accountName}</span>
              </GoButton>
            </li>
          ))}
        </ul>
        <FormError problem={tick.problem} />
      </Card>
    </Section>
  );
}
