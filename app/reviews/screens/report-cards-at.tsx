import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { CardStandingView, ReportCardView, ResultsView } from "../report-view.ts";
import { ReportLine } from "./report-line.tsx";
import { dueText } from "./report-words.ts";
import { SendCard } from "./send-card.tsx";
import css from "./reports.module.css";

const SHOWN = 5;

/** On a client's page: what its contacts said on report cards, and to whom the next one goes. */
export function ReportCardsAt({ id }: { id: string }) {
  const me = useMe();
  const results = useRead<ResultsView>("/report-results", { account: id });
  const cards = useRead<Page<ReportCardView>>("/report-cards", { account: id, limit: SHOWN });
  const due = useRead<{ items: CardStandingView[] }>(`/accounts/${id}/report-cards-due`);
  if (due.problem) return <Trouble problem={due.problem} again={due.again} />;
  if (me === undefined || !results.data || !cards.data || !due.data) return <Loading lines={2} />;
  const { items } = cards.data;
  if (items.length + due.data.items.length === 0) return null;
  const { n } = results.data.year;
  return (
    <Section title="Report cards" aside={items.length > 0 && <Go to={`/report-cards?account=${id}`}>All</Go>}>
      <Card>
        {n > 0 && (
          <p>
            {n === 1 ? "One contact has" : `${n} contacts have`} answered within a year.{" "}
            <Go to={`/report-cards?account=${id}`}>What they say</Go>
          </p>
        )}
        <ul className={css.lines}>
          {items.map((card) => (
            <li key={card.id}>
              <ReportLine card={card} today={me.today} of="person" />
            </li>
          ))}
        </ul>
        <ul className={css.lines}>
          {due.data.items.slice(0, SHOWN).map((standing) => (
            <li key={standing.personId}>
              <Next standing={standing} today={me.today} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Next({ standing, today }: { standing: CardStandingView; today: string }) {
  const [sending, setSending] = useState(false);
  const { personId, personName, personTitle, isOut, inPeace } = standing;
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/people/${personId}`}>{personName}</Go>
        </p>
        <p className={css.soft}>
          {personTitle !== null && `${personTitle} · `}
          {dueText(standing, today)}.
        </p>
      </div>
      {!isOut && !inPeace && (
        <Button label={`Send a card to ${personName}`} onClick={() => setSending(true)}>
          Send a card
        </Button>
      )}
      <SendCard
        whom={standing}
        occasion={standing.card?.occasion ?? "half-yearly"}
        opened={sending}
        onClose={() => setSending(false)}
      />
    </div>
  );
}
