import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { rateText } from "#lib/web/words.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";
import { isMissed } from "../duty-group.ts";
import type { DutyView } from "../duty-view.ts";
import type { LoopFactView, LoopMeasuresView, LoopPeriodView } from "../loop-measure-view.ts";
import { LoopsBefore } from "./loops-before.tsx";
import { lateText, minutesText } from "./loop-words.ts";
import css from "./loop-figures.module.css";

interface LoopFiguresProps {
  me: Me;
  by: PeriodKind;
  whose: { member?: string; team?: string };
  /** "week of 16 November" */
  named: (period: LoopPeriodView["period"]) => string;
}

/** What became of introductions once they were there: three figures of the period, and what is late now. */
export function LoopFigures({ me, by, whose, named }: LoopFiguresProps) {
  const [opened, setOpened] = useState<LoopPeriodView["period"] | null>(null);
  const found = useRead<LoopMeasuresView>("/loop-measures", { by, ...whose }, { keep: true });
  const owed = useRead<{ items: DutyView[] }>("/duties", {
    responsible: whose.member,
    team: whose.team,
  });
  const at = useNow();
  const now = found.data?.items.at(-1);
  if (now === undefined) return null;
  const late = owed.data?.items.filter((duty) => duty.state === "late" && !isMissed(duty, at)) ?? [];
  return (
    <Section
      title="After an introduction"
      aside={
        now.introductions > 0 && (
          <Button tone="quiet" onClick={() => setOpened(now.period)}>
            What is behind it
          </Button>
        )
      }
    >
      <dl className={css.figures}>
        <div className={css.figure}>
          <dt>First answer</dt>
          <dd>
            {now.response === null
              ? "nothing to tell yet"
              : `half within ${minutesText(now.response.median)}, nine of ten within ${minutesText(now.response.p90)} (n = ${now.response.n})`}
          </dd>
        </div>
        <div className={css.figure}>
          <dt>Thanked in time</dt>
          <dd>{shareText(now.thankedInTime)}</dd>
        </div>
        <div className={css.figure}>
          <dt>Sources who know what came of it</dt>
          <dd>{shareText(now.knows)}</dd>
        </div>
        <div className={css.figure}>
          <dt>Late now</dt>
          <dd>{late.length === 0 ? "nothing" : <Go to="/owed?whose=everybody">{lateText(late)}</Go>}</dd>
        </div>
      </dl>
      <LoopsBefore rows={found.data?.items.slice(0, -1) ?? []} named={named} onOpen={setOpened} />
      <Sheet
        title={opened === null ? "" : `Introductions, ${named(opened)}`}
        opened={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened !== null && <Behind key={opened.start} period={opened} whose={whose} me={me} />}
      </Sheet>
    </Section>
  );
}

function shareText({ count, rate }: LoopPeriodView["knows"]): string {
  return rate.n === 0 ? "nothing to tell yet" : rateText(count, rate);
}

interface BehindProps {
  period: LoopPeriodView["period"];
  whose: LoopFiguresProps["whose"];
  me: Me;
  cursor?: string;
}

/** One page of them, and the next one when it is asked for. */
function Behind({ period, whose, me, cursor }: BehindProps) {
  const [more, setMore] = useState(false);
  const query = { from: period.start, to: period.end, ...whose, limit: 50, cursor };
  const facts = useRead<Page<LoopFactView>>("/loop-measures/facts", query, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = facts.data;
  return (
    <>
      <Facts facts={items} me={me} />
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && <Behind period={period} whose={whose} me={me} cursor={nextCursor} />}
    </>
  );
}

function Facts({ facts, me }: { facts: readonly LoopFactView[]; me: Me }) {
  return (
    <FactTable
      caption="Introductions of this period"
      rows={facts}
      rowKey={({ referralId }) => referralId}
      columns={[
        {
          key: "contact",
          head: "introduction",
          main: true,
          render: (fact) => <Go to={`/referrals/${fact.referralId}`}>{fact.contactName}</Go>,
        },
        { key: "source", head: "by", render: ({ sourceName }) => sourceName },
        { key: "day", head: "day", render: ({ day }) => shortDay(day, me.today) },
        {
          key: "answer",
          head: "answered",
          render: ({ respondMinutes }) => (respondMinutes === null ? "–" : minutesText(respondMinutes)),
        },
        {
          key: "thanks",
          head: "thanked",
          render: ({ thankedInTime }) => yesNo(thankedInTime, "in time", "late"),
        },
        {
          key: "knows",
          head: "knows",
          render: ({ knows, wordDue }) => yesNo(knows, wordDue ? "yes" : "yes, before the day", "no"),
        },
      ]}
    />
  );
}

function yesNo(value: boolean | null, yes: string, no: string): string {
  return value === null ? "–" : value ? yes : no;
}
