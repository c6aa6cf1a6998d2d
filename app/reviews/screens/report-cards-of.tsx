import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { CardStandingView, ReportCardView } from "../report-view.ts";
import { ReportLine } from "./report-line.tsx";
import { dueText } from "./report-words.ts";
import { SendCard } from "./send-card.tsx";
import css from "./reports.module.css";

/** On the page of a client's contact: their report cards, and when the next is due. */
export function ReportCardsOfPerson({ id }: { id: string }) {
  const me = useMe();
  const [sending, setSending] = useState(false);
  const due = useRead<{ standing: CardStandingView | null }>(`/people/${id}/report-card-due`);
  const cards = useRead<Page<ReportCardView>>("/report-cards", { person: id, limit: 10 });
  if (due.problem) return <Trouble problem={due.problem} again={due.again} />;
  if (me === undefined || due.data === undefined || cards.data === undefined) return <Loading lines={2} />;
  const { standing } = due.data;
  const { items } = cards.data;
  if (standing === null && items.length === 0) return null;
  const mayGo = standing !== null && !standing.isOut && !standing.inPeace;
  return (
    <Section
      title="Report cards"
      aside={
        mayGo && (
          <Button tone="quiet" onClick={() => setSending(true)}>
            Send a report card
          </Button>
        )
      }
    >
      <Card>
        {standing !== null && <p className={css.soft}>{dueText(standing, me.today)}.</p>}
        <ul className={css.lines}>
          {items.map((card) => (
            <li key={card.id}>
              <ReportLine card={card} today={me.today} of="card" />
            </li>
          ))}
        </ul>
      </Card>
      {standing !== null && (
        <SendCard
          whom={standing}
          occasion={standing.card?.occasion ?? "half-yearly"}
          opened={sending}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}
