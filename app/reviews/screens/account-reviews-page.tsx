import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { RoundStage } from "../account-review.ts";
import type { AccountReviewView, RoundView } from "../account-review-view.ts";
import { PlanReviewSheet } from "./account-review-plan.tsx";
import { reviewWhen, roundText, STAGE_WORDS } from "./account-review-words.ts";
import css from "./account-review.module.css";

const FILTERS = { view: oneOf("rounds", "held"), of: text(), plan: text() };
const TONES: Record<RoundStage, Tone> = {
  planned: "plain",
  late: "late",
  due: "due",
  soon: "quiet",
  later: "quiet",
};

/** With whom reviews are held, and where each of them stands. */
export function AccountReviewsPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Reviews me={me} />;
}

function Reviews({ me }: { me: Me }) {
  const [filters, setFilters] = useFilters(FILTERS);
  const { view, of } = filters;
  const members = useReadAll<MemberView>("/members").data ?? [];
  const member = of === "all" ? {} : { member: of === "" ? me.member.id : of };
  const rounds = useRead<{ items: RoundView[] }>("/review-rounds", member, { keep: true });
  if (rounds.problem) return <Trouble problem={rounds.problem} again={rounds.again} />;
  return (
    <>
      <PageHeading below="Whoever was promised one at the proposal, and every account whose tier has them, comes up each quarter.">
        {headingOf(rounds.data?.items, me.today)}
      </PageHeading>
      <div className={css.fields}>
        <ChoiceField
          label="Show"
          name="view"
          value={view}
          options={[
            { value: "rounds", label: "What is coming" },
            { value: "held", label: "What was held" },
          ]}
          onChange={(next) => setFilters({ view: next })}
        />
        <ChoiceField
          label="Of whom"
          name="of"
          value={of}
          options={[
            { value: "", label: "Me" },
            { value: "all", label: "Everybody" },
            ...members
              .filter(({ id }) => id !== me.member.id)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(next) => setFilters({ of: next })}
        />
      </div>
      {view === "held" ? (
        <Card>
          <LongList<AccountReviewView>
            label="Account reviews that were held"
            path="/account-reviews"
            query={{ ...member, state: "held" }}
            rowKey={({ id }) => id}
            empty={<Empty>No review was held yet. The first one is the hardest to plan.</Empty>}
            render={(review) => <HeldLine review={review} today={me.today} />}
          />
        </Card>
      ) : (
        <Rounds items={rounds.data?.items} me={me} planId={filters.plan} />
      )}
    </>
  );
}

function Rounds({ items, me, planId }: { items: readonly RoundView[] | undefined; me: Me; planId: string }) {
  const [planning, setPlanning] = useState<string | null>(planId === "" ? null : planId);
  if (items === undefined) return <Loading />;
  if (items.length === 0)
    return (
      <Empty action={<GoButton to="/accounts?kind=client">Look at the clients</GoButton>}>
        Nobody is promised a review yet. Promise it at the proposal, or give an account a tier: then each
        quarter has its day.
      </Empty>
    );
  const round = items.find(({ accountId }) => accountId === planning);
  return (
    <>
      <Section title="Accounts">
        <Card>
          <ul className={css.lines}>
            {items.map((each) => (
              <li key={each.accountId} className={css.line}>
                <RoundLine round={each} today={me.today} onPlan={() => setPlanning(each.accountId)} />
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      {round !== undefined && (
        <PlanReviewSheet
          account={{ id: round.accountId, name: round.accountName }}
          personId={round.promise?.personId ?? null}
          today={me.today}
          opened
          onClose={() => setPlanning(null)}
        />
      )}
    </>
  );
}

function RoundLine({ round, today, onPlan }: { round: RoundView; today: string; onPlan: () => void }) {
  const { accountId, accountName, stage, planned, due } = round;
  return (
    <>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/accounts/${accountId}`}>{accountName}</Go>
          <Pill tone={planned?.state === "unsaid" ? "due" : TONES[stage]}>
            {planned === null
              ? `${STAGE_WORDS[stage]}${stage === "later" ? "" : `, ${dayText(due, today)}`}`
              : planned.state === "unsaid"
                ? "held?"
                : `planned, ${reviewWhen(planned, today)}`}
          </Pill>
        </p>
        <p className={css.soft}>
          {roundText(round, today)}
          {round.holderName !== null && ` ${round.holderName} looks after them.`}
          {stage === "later" && ` Next one ${dayText(due, today)}.`}
        </p>
      </div>
      {planned === null ? (
        <Button label={`Plan it: the review with ${accountName}`} onClick={onPlan}>
          Plan it
        </Button>
      ) : (
        <GoButton to={`/account-reviews/${planned.id}`}>Agenda</GoButton>
      )}
    </>
  );
}

function HeldLine({ review, today }: { review: AccountReviewView; today: string }) {
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/account-reviews/${review.id}`}>{review.accountName}</Go>
        </p>
        <p className={css.soft}>
          {[
            dayText(review.heldOn ?? review.day, today),
            review.memberName,
            ...review.people.flatMap(({ fullName, came }) => (came === true ? [fullName] : [])),
          ].join(", ")}
        </p>
      </div>
    </div>
  );
}

function headingOf(items: readonly RoundView[] | undefined, today: string): string {
  if (items === undefined) return "Account reviews";
  const due = items.filter(({ stage }) => stage === "late" || stage === "due").length;
  const unsaid = items.filter(({ planned }) => planned !== null && planned.day < today).length;
  if (due > 0) return `${capital(counted(due, "review is", "reviews are"))} due`;
  if (unsaid > 0) return `${capital(counted(unsaid, "review waits", "reviews wait"))} for a word`;
  return "Every review is on its way";
}
