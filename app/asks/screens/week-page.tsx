import { useState } from "react";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import { RecentPeople } from "#people/screens/recent-people.tsx";
import type { Me } from "#team/me-view.ts";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { day, text } from "#lib/web/filters.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { shortDay, whenText } from "#lib/kernel/day-words.ts";
import type { PlanView } from "../plan-view.ts";
import { answerText } from "../answer-words.ts";
import { PlanCard, PlanFactsText } from "./plan-card.tsx";
import { usePlanAsk, usePlans } from "./use-waiting.ts";
import { WHY_NOT_WORDS } from "../why-not.ts";
import { weekHeading } from "./waiting-words.ts";
import css from "./waiting.module.css";

const weekFilters = { by: text(), week: day() };

/** Whom a rep means to ask this week: theirs to write, and for whoever leads them to read. */
export function WeekPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Week me={me} />;
}

function Week({ me }: { me: Me }) {
  const [filters, setFilters] = useFilters(weekFilters);
  const { firstDay } = me.workspace.calendar;
  const thisWeek = weekOf(me.today, firstDay);
  const week = weekOf(filters.week ?? me.today, firstDay);
  const memberId = filters.by === "" ? me.member.id : filters.by;
  const plans = usePlans(memberId, { week });
  const unasked = usePlans(memberId, { state: "unasked" });
  const problem = plans.problem ?? unasked.problem;
  if (problem)
    return <Trouble problem={problem} again={() => [plans, unasked].forEach((each) => each.again())} />;
  if (plans.data === undefined || unasked.data === undefined) return <Loading />;
  const mine = memberId === me.member.id;
  const byName = plans.data.items.toReversed();
  const left = week === thisWeek ? unasked.data.items.toReversed() : [];
  return (
    <Column>
      <PageHeading
        below={week === thisWeek ? undefined : `The week of ${shortDay(week, me.today)}`}
        action={mine && week >= thisWeek ? <PlanSomebody week={week} planned={byName} /> : undefined}
      >
        {weekHeading(byName)}
      </PageHeading>
      <div className={css.noPrint}>
        {me.member.role !== "rep" && (
          <MemberFilter
            me={me}
            label="Whose week"
            value={filters.by}
            onChange={(by) => setFilters({ by: by === "all" ? "" : by })}
          />
        )}
        <p className={css.line}>
          <Go to={addressOfWeek(filters.by, addDays(week, -7))}>The week before</Go>
          <Go to={addressOfWeek(filters.by, nextWeek(week))}>The week after</Go>
        </p>
      </div>
      {left.length > 0 && (
        <Section title="Planned and not asked">
          {left.map((plan) => (
            <PlanCard key={plan.id} plan={plan} me={me} thisWeek={thisWeek} mine={mine} />
          ))}
        </Section>
      )}
      <WeeksPlans plans={byName} me={me} thisWeek={thisWeek} mine={mine} />
      {mine && week === thisWeek && <Parts on="week" id={memberId} />}
    </Column>
  );
}

function WeeksPlans({
  plans,
  me,
  thisWeek,
  mine,
}: {
  plans: readonly PlanView[];
  me: Me;
  thisWeek: Day;
  mine: boolean;
}) {
  const open = plans.filter(({ state }) => state === "planned");
  const shown = open.filter(({ week }) => week >= thisWeek || !mine);
  const asked = plans.filter(({ state }) => state === "asked");
  const gone = plans.filter(({ state }) => state === "let-go" || state === "expired");
  if (plans.length === 0)
    return (
      <Empty>
        {mine
          ? "Write down names before the week begins: who is planned is asked, who is not is forgotten."
          : "Nobody is planned, as far as you may see it: what was not asked shows once the week is over."}
      </Empty>
    );
  return (
    <>
      {shown.length > 0 && (
        <Section title="To ask">
          {shown.map((plan) => (
            <PlanCard key={plan.id} plan={plan} me={me} thisWeek={thisWeek} mine={mine} />
          ))}
        </Section>
      )}
      {asked.length > 0 && (
        <Section title="Asked">
          <ul className={css.lines}>
            {asked.map((plan) => (
              <li key={plan.id} className={css.line}>
                <Pill tone="good">✓ asked</Pill>
                <span className={css.grow}>
                  <Go to={`/asks/${plan.askId}`}>{plan.personName}</Go>{" "}
                  <span className={css.soft}>{askedText(plan, me.today)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {gone.length > 0 && (
        <Section title="Not asked">
          <ul className={css.lines}>
            {gone.map((plan) => (
              <li key={plan.id} className={css.line}>
                <span className={css.grow}>
                  <Go to={`/people/${plan.personId}`}>{plan.personName}</Go>{" "}
                  <span className={css.soft}>
                    {plan.whyNot === null ? "The plan ended by itself" : WHY_NOT_WORDS[plan.whyNot]}
                  </span>
                </span>
                {!mine && (
                  <div className={css.whole}>
                    <PlanFactsText plan={plan} mine={false} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Two taps: open, and whom. */
function PlanSomebody({ week, planned }: { week: Day; planned: readonly PlanView[] }) {
  const [opened, setOpened] = useState(false);
  const plan = usePlanAsk(() => setOpened(false));
  const choose = (person: { id: string } | null) => {
    if (person !== null) plan.send({ personId: person.id, week });
  };
  return (
    <>
      <Button tone="primary" onClick={() => setOpened(true)}>
        Plan somebody
      </Button>
      <Sheet title="Whom will you ask?" opened={opened} onClose={() => setOpened(false)}>
        <div className={css.stack}>
          <PersonPicker
            label="Somebody you know"
            name="personId"
            value={null}
            onChange={choose}
            without={planned.map(({ personId }) => personId)}
          />
          <RecentPeople onChoose={choose} />
          <FormError problem={plan.problem} />
        </div>
      </Sheet>
    </>
  );
}

function askedText({ askedOn, askOutcome }: PlanView, today: Day): string {
  const when = askedOn === null ? "" : whenText(askedOn, today);
  return `${when}: ${answerText({ outcome: askOutcome, untilDay: null }, today)}`;
}

function addressOfWeek(by: string, week: Day): string {
  return `/asks/week?week=${week}${by === "" ? "" : `&by=${by}`}`;
}
