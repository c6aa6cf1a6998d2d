import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Query } from "#lib/web/api.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { moneyText } from "#lib/web/words.ts";
import { REPORTED_WORDS, type OriginFacts, type Reported } from "../origin.ts";
import type { OriginFactView } from "../origins-view.ts";
import { FactLine, FactPages } from "./fact-pages.tsx";
import { FACT_TITLES } from "./origins-words.ts";
import figures from "./figures.module.css";

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
export function OriginFactsSheet({ opened, query, today, onClose }: OriginFactsProps) {
  return (
    <Sheet title={opened === null ? "" : FACT_TITLES[opened.what]} opened={opened !== null} onClose={onClose}>
      {opened !== null && (
        <>
          <p className={figures.soft}>{opened.about}</p>
          <FactPages<OriginFactView>
            path="/results/origins/facts"
            query={{
              ...query,
              what: opened.what,
              origins: opened.origins?.join(","),
              currency: opened.currency,
            }}
            empty="There is none in these weeks."
            render={(fact) => <FactLine {...originFactWords(opened.what, fact, today)} onClose={onClose} />}
          />
        </>
      )}
    </Sheet>
  );
}

function originFactWords(what: OriginFacts, fact: OriginFactView, today: Day) {
  const { kind, id, name, accountName, day, amount, origin, memberName, outcome } = fact;
  const ended = what === "ended" || what === "opened" || what === "open" ? outcome : null;
  return {
    title: [name ?? "Somebody", ...(accountName === null ? [] : [accountName])].join(", "),
    below: [shortDay(day, today), amount && moneyText(amount), REPORTED_WORDS[origin], memberName, ended]
      .filter(Boolean)
      .join(" · "),
    to: kind === "deal" ? `/deals/${id}` : `/meetings/${id}`,
  };
}
