import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Query } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { moneyText } from "#lib/web/words.ts";
import { REPORTED_WORDS, type OriginFacts, type Reported } from "../origin.ts";
import type { OriginFactView } from "../origins-view.ts";
import { FACT_TITLES } from "./origins-words.ts";
import css from "./funnel.module.css";

/** Which number was pressed. */
export interface OpenedOrigin {
  what: OriginFacts;
  /** Null: of all. */
  origins: readonly Reported[] | null;
  currency?: string | undefined;
  /** Whose and where from: "North, cold calls" */
  about: string;
}

interface OriginFactsProps {
  opened: OpenedOrigin | null;
  query: Query;
  today: Day;
  onClose: () => void;
}

/** The meetings or deals behind a number; each leads to its page. */
export function OriginFactsSheet({ opened, ...props }: OriginFactsProps) {
  return (
    <Sheet
      title={opened === null ? "" : FACT_TITLES[opened.what]}
      opened={opened !== null}
      onClose={props.onClose}
    >
      {opened !== null && (
        <>
          <p className={css.soft}>{opened.about}</p>
          <List {...props} opened={opened} />
        </>
      )}
    </Sheet>
  );
}

type ListProps = OriginFactsProps & { opened: OpenedOrigin; cursor?: string };

function List({ opened, query, today, onClose, cursor }: ListProps) {
  const [more, setMore] = useState(false);
  const { what, origins, currency } = opened;
  const asked = { ...query, what, origins: origins?.join(","), currency, limit: 50, cursor };
  const facts = useRead<Page<OriginFactView>>("/results/origins/facts", asked, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = facts.data;
  if (items.length === 0 && cursor === undefined) return <Empty>There is none in these weeks.</Empty>;
  return (
    <>
      <ul className={css.facts}>
        {items.map((fact) => (
          <li key={fact.id} className={css.fact}>
            <Go to={fact.kind === "deal" ? `/deals/${fact.id}` : `/meetings/${fact.id}`} onClick={onClose}>
              {fact.name ?? "Somebody"}
              {fact.accountName !== null && `, ${fact.accountName}`}
            </Go>
            <p className={css.soft}>
              {[
                shortDay(fact.day, today),
                fact.amount && moneyText(fact.amount),
                REPORTED_WORDS[fact.origin],
                fact.memberName,
                what === "ended" || what === "opened" || what === "open" ? fact.outcome : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && (
        <List opened={opened} query={query} today={today} onClose={onClose} cursor={nextCursor} />
      )}
    </>
  );
}
