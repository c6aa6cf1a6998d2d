import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { AccountRhythmView } from "#touches/touch-view.ts";
import type { AccountReviewView } from "../account-review-view.ts";
import { PlanReviewSheet } from "./account-review-plan.tsx";
import { reviewWhen } from "./account-review-words.ts";
import css from "./account-review.module.css";

const SHOWN = 5;

/** On a client's page: the review that is planned, and those that were held. */
export function AccountReviewsAt({ id }: { id: string }) {
  const me = useMe();
  const account = useRead<AccountView>(`/accounts/${id}`);
  const rhythm = useRead<AccountRhythmView>(`/accounts/${id}/rhythm`);
  const reviews = useRead<Page<AccountReviewView>>("/account-reviews", { account: id, limit: SHOWN });
  const [planning, setPlanning] = useState(false);
  if (me === undefined || account.data === undefined || reviews.data === undefined) return null;
  const { items } = reviews.data;
  if (account.data.kind !== "client" && items.length === 0) return null;
  const open = items.some(({ state }) => state !== "held");
  return (
    <Section title="Account reviews" aside={<Go to="/account-reviews">All</Go>}>
      <Card actions={open ? undefined : <Button onClick={() => setPlanning(true)}>Plan a review</Button>}>
        {items.length === 0 ? (
          <p>No review so far. It is where they see what we delivered, and where we may ask.</p>
        ) : (
          <ul className={css.lines}>
            {items.map((review) => (
              <li key={review.id} className={css.line}>
                <div className={css.words}>
                  <p className={css.name}>
                    <Go to={`/account-reviews/${review.id}`}>
                      {review.heldOn === null
                        ? `Review ${reviewWhen(review, me.today)}`
                        : `Review of ${dayText(review.heldOn, me.today)}`}
                    </Go>
                    <Pill
                      tone={review.state === "held" ? "good" : review.state === "unsaid" ? "due" : "plain"}
                    >
                      {review.state === "unsaid" ? "held?" : review.state}
                    </Pill>
                  </p>
                  <p className={css.soft}>{review.people.map(({ fullName }) => fullName).join(", ")}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <PlanReviewSheet
        account={account.data}
        personId={rhythm.data?.review?.promise?.personId ?? null}
        today={me.today}
        opened={planning}
        onClose={() => setPlanning(false)}
      />
    </Section>
  );
}
