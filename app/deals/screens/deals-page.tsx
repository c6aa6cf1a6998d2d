import { useState } from "react";
import { ORIGIN_LABELS, ORIGIN_OPTIONS } from "#referrals/origin-words.ts";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { maybeOneOf, oneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { capital, counted, moneyText } from "#lib/web/words.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { DEAL_ORIGINS, type DealOutcome } from "../deal.ts";
import type { DealView } from "../deal-view.ts";
import { DealPill } from "./deal-pill.tsx";
import { LogDealSheet } from "./log-deal-sheet.tsx";
import css from "./deals-page.module.css";

/** `by`: "" is oneself, "all" is everybody, otherwise a member. */
const dealFilters = {
  is: oneOf("open", "won", "lost", "all"),
  from: maybeOneOf(...DEAL_ORIGINS),
  by: text(),
};

const STAGES = [
  { value: "open", label: "Open" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
  { value: "all", label: "All" },
] as const;
const SHOWN = 100;

/** What may be sold, what was, and where it came from. */
export function DealsPage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(dealFilters);
  const [logging, setLogging] = useState(false);
  const open = useRead<Page<DealView>>(me && "/deals", {
    outcome: "open",
    member: me?.member.id,
    limit: SHOWN,
  });
  const add = (
    <Button tone="primary" onClick={() => setLogging(true)}>
      Open a deal
    </Button>
  );
  return (
    <>
      <PageHeading below="What is won through an introduction counts on the scorecard." action={add}>
        {headingOf(open.data)}
      </PageHeading>
      <div>
        <Toggle label="Which" value={filters.is} options={STAGES} onChange={(is) => setFilters({ is })} />
      </div>
      <div className={css.filters}>
        {me !== undefined && (
          <MemberFilter me={me} value={filters.by} onChange={(by) => setFilters({ by })} label="Whose" />
        )}
        <ChoiceField
          label="Came from"
          name="from"
          value={filters.from ?? ""}
          options={[{ value: "", label: "Anywhere" }, ...ORIGIN_OPTIONS]}
          onChange={(from) => setFilters({ from: from || undefined })}
        />
      </div>
      {me === undefined ? (
        <Loading />
      ) : (
        <LongTable<DealView>
          caption="Deals, the latest first"
          path="/deals"
          query={{
            outcome: filters.is === "all" ? undefined : filters.is,
            origin: filters.from,
            member: memberOf(filters.by, me),
          }}
          rowKey={(deal) => deal.id}
          columns={columnsFor(me, filters.by !== "", filters.is)}
          empty={<Empty action={add}>{EMPTY[filters.is]}</Empty>}
        />
      )}
      <LogDealSheet opened={logging} onClose={() => setLogging(false)} />
    </>
  );
}

const EMPTY = {
  open: "No open deal here. The surest way to one is an introduction: whom could you ask today?",
  won: "None won here yet.",
  lost: "None lost here. When one is, its people may still know somebody.",
  all: "No deals here yet. Bring them from your CRM, or open the first.",
};

function headingOf(open: Page<DealView> | undefined): string {
  const count = open?.items.length ?? 0;
  if (open === undefined || count === 0 || open.nextCursor !== null) return "Deals";
  const referred = open.items.filter((deal) => deal.origin === "referral").length;
  const said = capital(counted(count, "deal is open", "deals are open"));
  return referred === 0 ? said : `${said}, ${referred === count ? "all" : referred} through introductions`;
}

function columnsFor(me: Me, withRep: boolean, is: DealOutcome | "all"): Column<DealView>[] {
  const state: Column<DealView> = { key: "is", head: "is", render: (deal) => <DealPill deal={deal} /> };
  const rep: Column<DealView> = { key: "by", head: "whose", render: (deal) => deal.memberName };
  return [
    {
      key: "what",
      head: "what",
      main: true,
      render: (deal) => <Go to={`/deals/${deal.id}`}>{deal.name}</Go>,
    },
    {
      key: "company",
      head: "company",
      render: (deal) => <Go to={`/accounts/${deal.accountId}`}>{deal.accountName}</Go>,
    },
    {
      key: "from",
      head: "came from",
      render: (deal) => deal.sourceName ?? ORIGIN_LABELS[deal.origin],
      deskOnly: true,
    },
    {
      key: "amount",
      head: "amount",
      number: true,
      render: (deal) => (deal.amount === null ? "–" : moneyText(deal.amount)),
    },
    ...(is === "all" ? [state] : []),
    {
      key: "since",
      head: is === "won" || is === "lost" ? `${is} on` : is === "open" ? "open since" : "since",
      number: true,
      render: (deal) => shortDay(deal.closedOn ?? deal.openedOn, me.today),
    },
    ...(withRep ? [rep] : []),
  ];
}

function memberOf(by: string, me: Me): string | undefined {
  if (by === "all") return undefined;
  return by === "" ? me.member.id : by;
}
