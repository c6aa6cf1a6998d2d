import { useState } from "react";
import type { ReactNode } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useReadAll, useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { balanceCount } from "../balance.ts";
import type { BalanceView } from "../balance-view.ts";
import type { GivenView } from "../given-view.ts";
import type { ProposalView } from "../meet-view.ts";
import { GivenLine } from "./given-line.tsx";
import { LogGivenSheet } from "./log-given-sheet.tsx";
import { ShouldMeet } from "./should-meet.tsx";
import css from "./giving.module.css";

/** Whom we could introduce, whom we did, and what came of it. */
export function GivingPage() {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const balance = useRead<BalanceView>("/balance", { member: me?.member.id });
  const add = (
    <Button tone="primary" onClick={() => setLogging(true)}>
      I introduced …
    </Button>
  );
  return (
    <>
      <PageHeading below={balance.data && balanceCount(balance.data.mine)} action={add}>
        {headingOf(balance.data)}
      </PageHeading>
      {me === undefined ? <Loading /> : <Giving me={me} action={add} />}
      <LogGivenSheet opened={logging} onClose={() => setLogging(false)} />
    </>
  );
}

function headingOf(balance: BalanceView | undefined): string {
  if (balance === undefined) return "Give to receive";
  const { given, received } = balance.mine.ever;
  return given === 0 && received === 0 ? "Give to receive" : `You gave ${given} and received ${received}`;
}

/** `by`: "" is oneself, "all" is everybody, otherwise a member. */
const givingFilters = { by: text() };

function Giving({ me, action }: { me: Me; action: ReactNode }) {
  const [filters, setFilters] = useFilters(givingFilters);
  const member = filters.by === "all" ? undefined : filters.by === "" ? me.member.id : filters.by;
  return (
    <>
      <Proposals me={me} />
      <Section title="Introductions given">
        <div className={css.filters}>
          <MemberFilter me={me} label="Given by" value={filters.by} onChange={(by) => setFilters({ by })} />
        </div>
        <List key={member ?? "all"} member={member} me={me} action={action} />
      </Section>
    </>
  );
}

function Proposals({ me }: { me: Me }) {
  const proposals = useRead<{ items: ProposalView[] }>("/should-meet");
  if (proposals.problem) return <Trouble problem={proposals.problem} again={proposals.again} />;
  if (proposals.data === undefined) return <Loading lines={4} />;
  const { items } = proposals.data;
  return (
    <Section title="These two should meet">
      {items.length === 0 && (
        <Empty>
          Nobody just now. Note on people&rsquo;s pages what they need and offer, and who fits shows here.
        </Empty>
      )}
      {items.map((proposal) => (
        <ShouldMeet key={`${proposal.to.personId} ${proposal.whom.personId}`} proposal={proposal} me={me} />
      ))}
    </Section>
  );
}

function List({ member, me, action }: { member: string | undefined; me: Me; action: ReactNode }) {
  const [all, setAll] = useState(false);
  const first = useRead<Page<GivenView>>("/given", { member, limit: 20 });
  const rest = useReadAll<GivenView>(all ? "/given" : undefined, { member });
  if (first.problem) return <Trouble problem={first.problem} again={first.again} />;
  if (first.data === undefined) return <Loading lines={4} />;
  if (first.data.items.length === 0)
    return <Empty action={action}>None yet. Who gives first is introduced sooner.</Empty>;
  const items = rest.data ?? first.data.items;
  return (
    <>
      <ul className={css.lines}>
        {items.map((given) => (
          <GivenLine key={given.id} given={given} me={me} named={member === undefined} />
        ))}
      </ul>
      {first.data.nextCursor !== null && rest.data === undefined && (
        <div>
          <Button busy={all} onClick={() => setAll(true)}>
            Show all
          </Button>
        </div>
      )}
    </>
  );
}
