import { useState } from "react";
import type { ReactNode } from "react";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { maybeOneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital, countedIn } from "#lib/web/words.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { mayChange, STATES, type ReferralState, STATE_WORDS } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";
import { LogReferralSheet } from "./log-referral-sheet.tsx";
import { LEVEL_WORDS } from "./referral-words.ts";
import { StatePill } from "./state-pill.tsx";
import { useChangeState } from "./use-referral-writes.ts";
import css from "./referrals-page.module.css";

/** `by`: "" is oneself, "all" is everybody, otherwise a member. */
export const referralFilters = {
  by: text(),
  state: maybeOneOf(...STATES),
};

/** Introductions received, and the names still to be turned into one. */
export function ReferralsPage() {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const waiting = useRead<Page<ReferralView>>(me && "/referrals", {
    member: me?.member.id,
    unanswered: true,
    limit: 100,
  });
  const add = (
    <Button tone="primary" onClick={() => setLogging(true)}>
      I was introduced …
    </Button>
  );
  return (
    <>
      <PageHeading below="An introduction is worth most on the day it arrives." action={add}>
        {headingOf(waiting.data)}
      </PageHeading>
      {me === undefined ? <Loading /> : <Referrals me={me} action={add} />}
      <LogReferralSheet opened={logging} onClose={() => setLogging(false)} />
    </>
  );
}

function headingOf(waiting: Page<ReferralView> | undefined): string {
  if (waiting === undefined || waiting.items.length === 0) return "Whom you were introduced to";
  return `${capital(countedIn(waiting, "introduction waits", "introductions wait"))} for your answer`;
}

function Referrals({ me, action }: { me: Me; action: ReactNode }) {
  const [filters, setFilters] = useFilters(referralFilters);
  const member = filters.by === "all" ? undefined : filters.by === "" ? me.member.id : filters.by;
  return (
    <>
      <div className={css.filters}>
        <MemberFilter
          me={me}
          label="Introduced to"
          value={filters.by}
          onChange={(by) => setFilters({ by })}
        />
        <ChoiceField<ReferralState | "">
          label="How far"
          name="state"
          value={filters.state ?? ""}
          options={[
            { value: "", label: "Anywhere" },
            ...STATES.map((state) => ({ value: state, label: capital(STATE_WORDS[state]) })),
          ]}
          onChange={(state) => setFilters({ state: state || undefined })}
        />
      </div>
      <LongTable<ReferralView>
        caption="Introductions, the latest first"
        path="/referrals"
        query={{ member, state: filters.state }}
        rowKey={(referral) => referral.id}
        columns={columnsFor(me, filters.by !== "")}
        empty={
          filters.state === undefined ? (
            <Empty action={action}>
              No introductions yet. They come from asking: tell somebody exactly whom you would like to meet.
            </Empty>
          ) : (
            <Empty action={<Button onClick={() => setFilters({ state: undefined })}>Show all</Button>}>
              None is there just now.
            </Empty>
          )
        }
      />
    </>
  );
}

function columnsFor(me: Me, withRep: boolean): Column<ReferralView>[] {
  const rep: Column<ReferralView> = { key: "rep", head: "introduced to", render: (each) => each.memberName };
  return [
    {
      key: "contact",
      head: "to whom",
      main: true,
      width: "17%",
      render: (each) => <Go to={`/referrals/${each.id}`}>{each.contactName}</Go>,
    },
    { key: "at", head: "at", width: "18%", render: (each) => each.accountName ?? "–" },
    {
      key: "source",
      head: "by",
      render: (each) => (
        <Go to={`/people/${each.sourceId}`} className={css.link}>
          {each.sourceName}
        </Go>
      ),
    },
    { key: "day", head: "when", render: (each) => shortDay(each.day, me.today) },
    { key: "level", head: "level", render: (each) => `${each.level} · ${LEVEL_WORDS[each.level]}` },
    { key: "state", head: "how far", width: "19%", render: (each) => <StatePill state={each.state} /> },
    ...(withRep ? [rep] : []),
    { key: "act", head: "", spoken: "Action", render: (each) => <Answered referral={each} me={me} /> },
  ];
}

/** One tap, on the day it arrives. */
function Answered({ referral, me }: { referral: ReferralView; me: Me }) {
  const change = useChangeState(referral);
  const mine = mayChange(me, { memberId: referral.memberId, teamId: referral.memberTeamId });
  if (!mine || referral.state !== "introduced") return null;
  return (
    <PillButton
      label={`I answered ${referral.contactName}`}
      onClick={() => change.send({ state: "responded" })}
    >
      I answered
    </PillButton>
  );
}
