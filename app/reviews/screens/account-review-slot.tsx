import { GoButton } from "#lib/web/button.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import type { Page } from "#lib/kernel/page.ts";
import { useRead } from "#lib/web/queries.ts";
import type { IdealClientView } from "#asks/ideal-client-view.ts";
import type { PlanView } from "#asks/plan-view.ts";
import { callName } from "#people/call-name.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { AgendaView } from "../account-review-view.ts";
import { useChangeReview } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

/** The place that was promised for it: who is asked, what is planned, and whom we want to meet. */
export function ReferralSlot({ agenda, today }: { agenda: AgendaView; today: string }) {
  const { review, promise } = agenda;
  const { slotPersonId, slotPersonName, people } = review;
  const change = useChangeReview(review.id);
  const plans = useRead<Page<PlanView>>(slotPersonId === null ? undefined : "/plans", {
    person: slotPersonId,
    state: "planned",
    limit: 1,
  });
  const pictures = useRead<Page<IdealClientView>>("/ideal-clients", { mine: true, limit: 3 });
  const plan = plans.data?.items[0];
  return (
    <>
      {promise !== null && (
        <p className={css.soft}>
          {`Promised at the proposal, ${dayText(promise.day, today)}, to ${promise.personName}`}
          {promise.words === null ? "." : `: “${promise.words}”`}
        </p>
      )}
      <ChoiceField
        label="Who is asked"
        name="slotPersonId"
        value={slotPersonId ?? ""}
        options={[
          { value: "", label: "Not decided yet" },
          ...people.map(({ personId, fullName }) => ({ value: personId, label: fullName })),
        ]}
        onChange={(next) => change.send({ slotPersonId: next === "" ? null : next })}
      />
      <FormError problem={change.problem} />
      {plan !== undefined && (
        <p>
          {`Planned for the week of ${dayText(plan.week, today)}`}
          {plan.targetName !== null && `: ${plan.targetName}`}
          {plan.targetName === null && plan.idealClientName !== null && `: ${plan.idealClientName}`}
          {plan.topics !== null && `. “${plan.topics}”`}
        </p>
      )}
      {plan === undefined && pictures.data !== undefined && (
        <p className={css.soft}>
          {pictures.data.items.length === 0 ? (
            <>
              Nobody has written down whom we want to meet. <Go to="/ideal-clients">Draw an ideal client</Go>
            </>
          ) : (
            `Whom we want to meet: ${pictures.data.items.map(({ name }) => name).join("; ")}.`
          )}
        </p>
      )}
      {slotPersonId !== null && slotPersonName !== null && (
        <div className={css.acts}>
          <GoButton to={`/people/${slotPersonId}/ask?moment=account-review`}>
            {`What to say to ${callName(slotPersonName)}`}
          </GoButton>
        </div>
      )}
    </>
  );
}
