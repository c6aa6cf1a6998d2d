import { useState } from "react";
import { dayIn } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { CreditEntryView, DealCreditView } from "../credit-view.ts";
import { useAmounts, type Amounts } from "./amounts-hidden.ts";
import { byWhat, verdictText } from "./credit-words.ts";
import { DecideForm, RaiseForm } from "./dispute-forms.tsx";
import { FactPages } from "./fact-pages.tsx";
import { useTakeBack } from "./use-credits.ts";
import css from "./credits.module.css";

/** To whom a won deal is credited, and what was said about it; nothing on one that is not won by referral. */
export function DealCredit({ id }: { id: string }) {
  const me = useMe();
  const credit = useRead<DealCreditView>(`/deals/${id}/credit`);
  if (credit.problem) return <Trouble problem={credit.problem} again={credit.again} />;
  if (credit.data === undefined || me === undefined) return <Loading lines={2} />;
  const { state, disputes } = credit.data;
  if ((state === "not-won" || state === "not-by-referral") && disputes.length === 0) return null;
  return <Credit credit={credit.data} me={me} />;
}

function Credit({ credit, me }: { credit: DealCreditView; me: Me }) {
  const [raising, setRaising] = useState(false);
  const amounts = useAmounts();
  const { state, credits, disputes, mayRaise } = credit;
  return (
    <Section
      title="Credit"
      aside={
        mayRaise && (
          <span className={css.actions}>
            <Button tone="quiet" onClick={() => setRaising(true)}>
              This is not right …
            </Button>
          </span>
        )
      }
    >
      <div className={css.block}>
        {state === "no-chain" && (
          <p className={css.plain}>
            It came by referral, and by whose introduction is not said. Say it above, and it is credited.
          </p>
        )}
        {credits.length > 0 && (
          <>
            <FactTable
              caption="To whom this deal is credited, the first source first"
              stays
              columns={[
                {
                  key: "name",
                  head: "Source",
                  main: true,
                  render: ({ sourceId, name }) => <Go to={`/people/${sourceId}`}>{name}</Go>,
                },
                {
                  key: "credited",
                  head: "Credited",
                  number: true,
                  render: ({ credited }) => amounts.text(credited === null ? [] : [credited]),
                },
              ]}
              rows={credits}
              rowKey={({ sourceId }) => sourceId}
            />
            <p className={css.soft}>
              {byWhat(credit)} <Go to="/results/sources">How deals are credited</Go>
            </p>
            {amounts.hidden && (
              <p>
                <Button tone="quiet" onClick={() => amounts.set(false)}>
                  Show amounts
                </Button>
              </p>
            )}
          </>
        )}
        {disputes.map((dispute) => (
          <Dispute key={dispute.id} dispute={dispute} credit={credit} me={me} />
        ))}
        <Entries credit={credit} me={me} amounts={amounts} />
      </div>
      <Sheet title="What is not right" opened={raising} onClose={() => setRaising(false)}>
        <RaiseForm dealId={credit.dealId} onClose={() => setRaising(false)} />
      </Sheet>
    </Section>
  );
}

interface DisputeProps {
  dispute: DealCreditView["disputes"][number];
  credit: DealCreditView;
  me: Me;
}

function Dispute({ dispute, credit, me }: DisputeProps) {
  const [deciding, setDeciding] = useState(false);
  const takeBack = useTakeBack();
  const { id, reason, proposes, day, byName, decision, holds, mayDecide, mayTakeBack } = dispute;
  const isOpen = decision === null;
  return (
    <Card
      title={isOpen ? "To be decided" : `${verdictText(decision)}.`}
      below={`Raised by ${byName}, ${dayText(day, me.today)}`}
      actions={
        <>
          {isOpen && mayDecide && credit.credits.length > 0 && (
            <Button tone="primary" onClick={() => setDeciding(true)}>
              Decide …
            </Button>
          )}
          {isOpen && mayTakeBack && (
            <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(`/credit-disputes/${id}`)}>
              Take the question back
            </Button>
          )}
          {!isOpen && mayDecide && (
            <Button
              tone="quiet"
              busy={takeBack.busy}
              onClick={() => takeBack.send(`/credit-decisions/${decision.id}`)}
            >
              Take the decision back
            </Button>
          )}
        </>
      }
    >
      <p className={css.said}>“{reason}”</p>
      {proposes !== null && <p className={css.said}>Proposed: {proposes}</p>}
      {!isOpen && (
        <p className={css.said}>
          {decision.byName}, {dayText(decision.day, me.today)}: “{decision.reason}”
        </p>
      )}
      {!isOpen && !holds && (
        <p className={css.soft}>
          This does not hold now: the deal is not as it was decided upon, or was decided anew.
          {mayDecide && credit.disputes[0]?.id === id && " Take the decision back to decide anew."}
        </p>
      )}
      {isOpen && credit.credits.length === 0 && (
        <p className={css.soft}>Nobody is credited for this deal now, so there is nothing to decide.</p>
      )}
      {isOpen && credit.credits.length > 0 && !mayDecide && (
        <p className={css.soft}>Whoever leads {dispute.dealMemberName} decides.</p>
      )}
      {takeBack.problem && <FormError problem={takeBack.problem} />}
      <Sheet title="How it is credited" opened={deciding} onClose={() => setDeciding(false)}>
        <DecideForm dispute={dispute} credit={credit} onClose={() => setDeciding(false)} />
      </Sheet>
    </Card>
  );
}

const WHY = {
  won: "credited when it was won",
  "taken-back": "taken back with the deal as it was",
  decided: "by a decision",
  "decision-taken-back": "as a decision was taken back",
} as const;

/** All that was ever written: nothing is changed, only taken back by its mirror image. */
function Entries({ credit, me, amounts }: { credit: DealCreditView; me: Me; amounts: Amounts }) {
  const [opened, setOpened] = useState(false);
  if (credit.written === 0) return null;
  return (
    <details className={css.more} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>Everything that was written</summary>
      {opened && (
        <FactPages<CreditEntryView>
          path={`/deals/${credit.dealId}/credit-entries`}
          query={{}}
          empty="Nothing was written yet."
          render={({ at, why, byName, sourceName, credited, takesBack }) => (
            <>
              <span>
                {sourceName}
                {credited !== null && `: ${amounts.text([credited])}`}
                {credited === null && takesBack && ": taken back"}
              </span>
              <p className={css.soft}>
                {dayText(dayIn(new Date(at), me.workspace.timeZone), me.today)}, {WHY[why]}
                {byName !== null && `, ${byName}`}
              </p>
            </>
          )}
        />
      )}
    </details>
  );
}
