import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted } from "#lib/web/words.ts";
import { HIGHEST_GOAL } from "#team/goal.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { GoalProposalsView, RepProposalView, ScopeSumView } from "../goal-proposal-view.ts";
import {
  foldedText,
  monthName,
  originText,
  proposalHeading,
  rangeText,
  whyText,
} from "./goal-proposal-words.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { TenReps } from "./ten-reps.tsx";
import { useAcceptGoals, useGoalProposals, useSetAim, useTakeBackAcceptance } from "./use-goal-proposals.ts";
import css from "./goal-proposal.module.css";

/** From what the company aims for to what is fair for each rep, accepted in one press. */
export function GoalProposalPage() {
  const me = useMe();
  const proposals = useGoalProposals();
  if (proposals.problem) return <Trouble problem={proposals.problem} again={proposals.again} />;
  if (proposals.data === undefined || me === undefined) return <Loading />;
  const { data } = proposals;
  const month = monthName(data.month);
  return (
    <>
      <ProgrammeTabs />
      <PageHeading
        below={`Introductions, from ${dayText(data.month.start, me.today)} to ${dayText(data.month.end, me.today)}. Nobody is asked for less than comes anyway, nor for more than their own numbers may reach.`}
        action={<Go to="/settings/goals">All goals</Go>}
      >
        {proposalHeading(data)}
      </PageHeading>
      <div className={css.page}>
        {data.company.reps === 0 ? (
          <Empty action={<Go to="/team">Invite somebody</Go>}>
            No reps yet. Once they are here, their working days and their own pace say what is fair.
          </Empty>
        ) : (
          <>
            <Section title="Company and teams">
              <Scopes proposals={data} />
            </Section>
            <Reps key={data.month.start} proposals={data} month={month} today={me.today} />
          </>
        )}
        <Section title="What it comes to">
          <TenReps ten={data.ten} />
        </Section>
      </div>
    </>
  );
}

function Scopes({ proposals }: { proposals: GoalProposalsView }) {
  const [setting, setSetting] = useState<ScopeSumView | null>(null);
  const rows = [proposals.company, ...proposals.teams.filter(({ reps }) => reps > 0)];
  const columns: Column<ScopeSumView>[] = [
    {
      key: "name",
      head: "who",
      main: true,
      render: ({ teamId, name, reps }) => (
        <>
          {teamId === null ? name : `Team ${name}`}
          <span className={css.below}>{reps === 1 ? "1 rep" : `${reps} reps`}</span>
        </>
      ),
    },
    {
      key: "aim",
      head: "aims for",
      number: true,
      figure: true,
      render: ({ aim, share, teamId }) => (
        <>
          {aim ?? Math.round(share)}
          <span className={css.below}>
            {aim === null ? (teamId === null ? "as its reps do" : "its share") : "as was said"}
          </span>
        </>
      ),
    },
    {
      key: "proposed",
      head: "fair goals add up to",
      number: true,
      figure: true,
      render: ({ proposed }) => proposed,
    },
    { key: "goals", head: "goals that hold", number: true, render: ({ goals }) => goals },
    {
      key: "pace",
      head: "at their own pace",
      number: true,
      soft: true,
      render: ({ pace }) => (pace === null ? "too early to say" : rangeText(pace)),
    },
    {
      key: "set",
      head: "",
      spoken: "set",
      render: (scope) =>
        scope.maySetAim && (
          <PillButton label={`Set what ${scope.name} aims for`} onClick={() => setSetting(scope)}>
            Set
          </PillButton>
        ),
    },
  ];
  return (
    <Card>
      <FactTable
        caption="What is aimed for"
        columns={columns}
        rows={rows}
        rowKey={({ teamId }) => teamId ?? ""}
      />
      <Sheet
        title={setting === null ? "" : `What ${setting.name} aims for`}
        opened={setting !== null}
        onClose={() => setSetting(null)}
      >
        {setting && <AimSheet scope={setting} close={() => setSetting(null)} />}
      </Sheet>
    </Card>
  );
}

function AimSheet({ scope, close }: { scope: ScopeSumView; close: () => void }) {
  const set = useSetAim(scope);
  const draft = useDraft<{ amount: number | null }>({ amount: scope.aim ?? Math.round(scope.share) });
  const send = (amount: number | null) =>
    void set
      .sendNow(amount)
      .then(close)
      .catch(() => undefined);
  return (
    <Form
      problem={set.problem}
      onSubmit={() => send(draft.value.amount)}
      actions={
        <>
          <Button submit tone="primary" busy={set.busy} disabled={draft.value.amount === null}>
            Set it
          </Button>
          {scope.aim !== null && (
            <Button busy={set.busy} onClick={() => send(null)}>
              {scope.teamId === null ? "As its reps aim" : "Its share of the company’s"}
            </Button>
          )}
        </>
      }
    >
      <NumberField
        label="Introductions a month"
        hint="It is shared among the reps by the days they work."
        most={HIGHEST_GOAL}
        {...draft.field("amount")}
      />
    </Form>
  );
}

function Reps({ proposals, month, today }: { proposals: GoalProposalsView; month: string; today: Day }) {
  const [own, setOwn] = useState<ReadonlyMap<string, number>>(new Map());
  const accept = useAcceptGoals(month);
  const back = useTakeBackAcceptance();
  const { reps, teams, accepted } = proposals;
  const amountOf = ({ id, proposal }: RepProposalView) => own.get(id) ?? proposal.amount;
  const change = (rep: RepProposalView, amount: number) => setOwn(new Map(own).set(rep.id, amount));
  const open = reps.filter((rep) => rep.mayAccept && rep.goal !== amountOf(rep));
  const groups = [...Map.groupBy(reps, ({ teamId }) => teamId)].map(([teamId, some]) => ({
    teamId,
    name: teams.find((team) => team.teamId === teamId)?.name ?? null,
    reps: some,
  }));
  if (reps.length === 0) return null;
  return (
    <Section title={`Rep by rep, in ${month}`}>
      <Card
        actions={
          reps.some(({ mayAccept }) => mayAccept) && (
            <>
              <Button
                tone="primary"
                busy={accept.busy}
                disabled={open.length === 0}
                onClick={() => accept.send(open.map((rep) => ({ memberId: rep.id, amount: amountOf(rep) })))}
              >
                {open.length === 0
                  ? "All of these hold"
                  : `Accept ${open.length === 1 ? "this goal" : `these ${open.length} goals`}`}
              </Button>
              {accepted && (
                <Button tone="quiet" busy={back.busy} onClick={() => back.send(accepted.id)}>
                  {`Take back the ${accepted.reps} accepted last`}
                </Button>
              )}
            </>
          )
        }
      >
        {groups.map(({ teamId, name, reps: some }) =>
          groups.length === 1 ? (
            <RepTable key={teamId} reps={some} amountOf={amountOf} change={change} />
          ) : (
            <details key={teamId} className={css.team} open={reps.length <= MOST_AT_ONCE}>
              <summary>{name === null ? "In no team" : `Team ${name}, ${some.length} reps`}</summary>
              <RepTable reps={some} amountOf={amountOf} change={change} />
            </details>
          ),
        )}
        <p className={css.soft}>
          Own pace: introductions since {dayText(proposals.lookedBackFrom, today)}, from clients or not, by
          the days worked. Whoever has few leans on everybody’s. It lies in this range nine times of ten.{" "}
          {proposals.holidays === 0 ? (
            <>
              No day off is on the list for {month}: <Go to="/settings/days-off">add the holidays</Go>, or
              every weekday counts.
            </>
          ) : (
            `Left out: ${counted(proposals.holidays, "day off", "days off")} of ${month}.`
          )}
        </p>
        <FormError problem={accept.problem ?? back.problem} />
      </Card>
    </Section>
  );
}

/** More reps than these: each team opens when it is pressed. */
const MOST_AT_ONCE = 40;

function RepTable({
  reps,
  amountOf,
  change,
}: {
  reps: readonly RepProposalView[];
  amountOf: (rep: RepProposalView) => number;
  change: (rep: RepProposalView, amount: number) => void;
}) {
  const columns: Column<RepProposalView>[] = [
    {
      key: "name",
      head: "rep",
      main: true,
      render: (rep) => (
        <>
          <Go to={`/scorecard?member=${rep.id}`}>{rep.name}</Go>
          <span className={css.below}>{whyText(rep)}</span>
          <details className={css.folded}>
            <summary>What that comes from</summary>
            {foldedText(rep)}
          </details>
        </>
      ),
    },
    {
      key: "proposed",
      head: "proposed",
      number: true,
      width: "18%",
      render: (rep) =>
        rep.mayAccept ? (
          <Stepper name={rep.name} amount={amountOf(rep)} onChange={(amount) => change(rep, amount)} />
        ) : (
          <span className={css.count}>{rep.proposal.amount}</span>
        ),
    },
    {
      key: "goal",
      head: "holds now",
      deskOnly: true,
      number: true,
      soft: true,
      width: "12%",
      render: ({ goal }) => goal ?? "–",
    },
    {
      key: "pace",
      head: "own pace",
      deskOnly: true,
      number: true,
      width: "18%",
      render: ({ proposal: { pace }, received }) => (
        <>
          {pace === null ? "too early to say" : rangeText(pace)}
          <span className={css.below}>
            n = {received}
            {pace?.origin === "team" && ", mostly everybody’s"}
          </span>
        </>
      ),
    },
    {
      key: "asks",
      head: "people to ask a week",
      deskOnly: true,
      number: true,
      width: "20%",
      render: ({ asks, yields }) => (
        <>
          {rangeText(asks)}
          <span className={css.below}>{originText(yields)}</span>
        </>
      ),
    },
  ];
  return <FactTable caption="Proposed goals" columns={columns} rows={reps} rowKey={({ id }) => id} />;
}

function Stepper({
  name,
  amount,
  onChange,
}: {
  name: string;
  amount: number;
  onChange: (amount: number) => void;
}) {
  return (
    <span className={css.stepper}>
      <button
        type="button"
        className={css.step}
        aria-label={`One less for ${name}`}
        disabled={amount === 0}
        onClick={() => onChange(amount - 1)}
      >
        −
      </button>
      <span className={css.count} aria-live="polite">
        {amount}
      </span>
      <button
        type="button"
        className={css.step}
        aria-label={`One more for ${name}`}
        onClick={() => onChange(amount + 1)}
      >
        +
      </button>
    </span>
  );
}
