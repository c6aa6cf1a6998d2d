import { useState } from "react";
import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { rateText } from "#lib/web/words.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";
import { isMissed } from "../duty-group.ts";
import type { DutyView } from "../duty-view.ts";
import type { LoopMeasuresView, LoopPeriodView } from "../loop-measure-view.ts";
import { lateText, minutesText } from "./loop-words.ts";
import css from "./loop-figures.module.css";

interface LoopFiguresProps {
  me: Me;
  by: PeriodKind;
  whose: { member?: string; team?: string };
}

/** What became of introductions once they were there: three figures of the period, and what is late now. */
export function LoopFigures({ me, by, whose }: LoopFiguresProps) {
  const [opened, setOpened] = useState(false);
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
          <Button tone="quiet" onClick={() => setOpened(true)}>
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
          <dd>
            {shareText(
              now.thankedInTime,
              now.facts.map(({ thankedInTime }) => thankedInTime),
            )}
          </dd>
        </div>
        <div className={css.figure}>
          <dt>Sources who know how it ended</dt>
          <dd>
            {shareText(
              now.knows,
              now.facts.map(({ knows }) => knows),
            )}
          </dd>
        </div>
        <div className={css.figure}>
          <dt>Late now</dt>
          <dd>{late.length === 0 ? "nothing" : <Go to="/owed?whose=everybody">{lateText(late)}</Go>}</dd>
        </div>
      </dl>
      <Sheet title="After an introduction" opened={opened} onClose={() => setOpened(false)}>
        <Behind period={now} me={me} />
      </Sheet>
    </Section>
  );
}

function shareText(rate: LoopPeriodView["knows"], each: readonly (boolean | null)[]): string {
  return rate.n === 0 ? "nothing to tell yet" : rateText(each.filter(Boolean).length, rate);
}

function Behind({ period, me }: { period: LoopPeriodView; me: Me }) {
  return (
    <FactTable
      caption="Introductions of this period"
      rows={period.facts}
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
        { key: "knows", head: "knows", render: ({ knows }) => yesNo(knows, "yes", "no") },
      ]}
    />
  );
}

function yesNo(value: boolean | null, yes: string, no: string): string {
  return value === null ? "–" : value ? yes : no;
}
