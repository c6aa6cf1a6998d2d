import { useState } from "react";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { day } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import { sumText } from "../spiff-words.ts";
import type { MonthStatementsView, MonthView, SpiffView } from "../spiff-view.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { SpiffForm } from "./spiff-form.tsx";
import { SpiffMonth } from "./spiff-month.tsx";
import { SpiffRule } from "./spiff-rule.tsx";
import { useMonth, useMonths, useSpiffs } from "./use-spiffs.ts";
import css from "./spiffs.module.css";

const filters = { month: day() };

/** What is rewarded for a short while, by which rules, and what each gets. */
export function SpiffsPage() {
  const me = useMe();
  const spiffs = useSpiffs();
  const months = useMonths();
  const problem = spiffs.problem ?? months.problem;
  return (
    <>
      <ProgrammeTabs />
      {problem ? (
        <Trouble problem={problem} again={spiffs.problem ? spiffs.again : months.again} />
      ) : me === undefined || spiffs.data === undefined || months.data === undefined ? (
        <Loading />
      ) : (
        <Spiffs me={me} spiffs={spiffs.data.items} months={months.data.items} />
      )}
    </>
  );
}

function Spiffs({ me, spiffs, months }: { me: Me; spiffs: SpiffView[]; months: MonthView[] }) {
  const [{ month: wanted }] = useFilters(filters);
  const [opening, setOpening] = useState(false);
  const chosen =
    months.find(({ start, end }) => wanted !== undefined && start <= wanted && wanted <= end) ??
    (mayLead(me) ? months.find(({ state }) => state === "to-sign") : undefined) ??
    months[0];
  const month = useMonth(chosen?.start);
  const leads = mayLead(me);
  const over = spiffs.filter(({ state }) => state === "over");
  const now = spiffs.filter(({ state }) => state !== "over");
  return (
    <div className={css.page}>
      <PageHeading
        below="A SPIFF is a reward for a short while, by a rule that everybody can read. What counts is read from what was logged."
        action={leads ? <Button onClick={() => setOpening(true)}>Open a SPIFF</Button> : undefined}
      >
        {headingOf(me, spiffs, month.data)}
      </PageHeading>
      {spiffs.length === 0 ? (
        <Empty
          action={
            leads && (
              <Button tone="primary" onClick={() => setOpening(true)}>
                Open a SPIFF
              </Button>
            )
          }
        >
          {leads
            ? "Reward what your people do, such as asking, for a few weeks. What is rewarded is said before it is done."
            : "Nothing is rewarded at the moment. When a leader opens a SPIFF, its rule stands here."}
        </Empty>
      ) : (
        <>
          {month.problem && <Trouble problem={month.problem} again={month.again} />}
          {month.data !== undefined && <SpiffMonth me={me} month={month.data} months={months} />}
          {now.length > 0 && (
            <Section title="What is rewarded">
              <div className={css.rules}>
                {now.map((spiff) => (
                  <SpiffRule key={spiff.id} spiff={spiff} me={me} />
                ))}
              </div>
            </Section>
          )}
          {over.length > 0 && (
            <Section title="Over">
              <div className={css.rules}>
                {over.map((spiff) => (
                  <SpiffRule key={spiff.id} spiff={spiff} me={me} />
                ))}
              </div>
            </Section>
          )}
        </>
      )}
      <p className={css.soft}>
        Sources are never paid for an introduction: they are thanked.{" "}
        <Go to="/settings/gifts">What a gift may cost</Go>
      </p>
      <Sheet title="Open a SPIFF" opened={opening} onClose={() => setOpening(false)}>
        <SpiffForm me={me} onDone={() => setOpening(false)} />
      </Sheet>
    </div>
  );
}

function headingOf(me: Me, spiffs: readonly SpiffView[], month: MonthStatementsView | undefined): string {
  if (spiffs.length === 0 || month === undefined) return "What is rewarded for a short while";
  const { calendar, currency } = me.workspace;
  const name = capital(periodText(periodOf(month.start, "month", calendar), calendar, me.today));
  const sum = sumText(month.totals, currency);
  if (!mayLead(me) && me.member.role === "rep")
    return month.state === "signed" ? `${sum} for you in ${name}` : `${sum} for you so far in ${name}`;
  const many = counted(
    month.statements.filter(({ totals }) => totals.some(({ minor }) => minor !== 0)).length,
    "person",
    "people",
  );
  const isNothing = month.totals.every(({ minor }) => minor === 0);
  if (isNothing && month.state === "running") return `Nothing earned yet in ${name}`;
  if (month.state === "signed") return `${name} is signed: ${sum} for ${many}`;
  if (month.state === "to-sign") return `${name} waits for a signature: ${sum} for ${many}`;
  return `${sum} so far in ${name}, for ${many}`;
}
