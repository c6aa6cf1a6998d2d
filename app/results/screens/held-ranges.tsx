import { useState } from "react";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, numberText } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { HeldView } from "../ahead-view.ts";
import type { FunnelFactView } from "../funnel-view.ts";
import { STEP_NOUNS } from "../step-words.ts";
import { cameWords, heldText, howText, rangeText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { FactLine, FactPages } from "./fact-pages.tsx";
import { NumberButton } from "./number-button.tsx";
import figures from "./figures.module.css";
import ahead from "./ahead.module.css";

type Horizon = HeldView["horizons"][number];
type Line = Horizon["lines"][number];
const SHOWN = 9;
const LOOK_EVERY_MS = 3_000;

/** How often what came lay in what was said before. */
export function Held({ me, whose }: { me: Me; whose: { member?: string; team?: string } }) {
  const [weeks, setWeeks] = useState("4");
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<Line | null>(null);
  const held = useRead<HeldView>("/results/ahead/held", whose, {
    keep: true,
    everyMs: (data) => (data !== undefined && isAtWork(data) ? LOOK_EVERY_MS : false),
  });
  if (held.problem) return <Trouble problem={held.problem} again={held.again} />;
  if (held.data === undefined) return <Loading lines={4} />;
  const horizon = held.data.horizons.find((each) => String(each.weeks) === weeks) ?? held.data.horizons[0]!;
  const { lines } = horizon;
  const name =
    whose.member === undefined
      ? ""
      : ` Kept for teams and the company; these are of ${held.data.whose.name}.`;
  const columns: Column<Line>[] = [
    {
      key: "what",
      head: "what",
      main: true,
      render: ({ step, saidOn, until, how }) => (
        <span className={figures.figure}>
          {capital(STEP_NOUNS[step].many)}
          <span className={figures.doubt}>
            {shortDay(saidOn, me.today)} to {shortDay(until, me.today)}
            {how === "said" ? ", said then" : ""}
          </span>
        </span>
      ),
    },
    {
      key: "said",
      head: "said",
      number: true,
      render: (line) => <span className={figures.range}>{rangeText(line)}</span>,
    },
    {
      key: "came",
      head: "came",
      number: true,
      render: (line) =>
        line.came === null ? (
          "–"
        ) : (
          <NumberButton
            said={numberText(line.came)}
            label={`${capital(STEP_NOUNS[line.step].many)}, ${shortDay(line.saidOn, me.today)} to ${shortDay(line.until, me.today)}, came`}
            onOpen={() => setOpened(line)}
          />
        ),
    },
    {
      key: "held",
      head: "held",
      render: ({ came, low, high }) =>
        came === null ? (
          <Pill tone="quiet">open</Pill>
        ) : low <= came && came <= high ? (
          <Pill tone="good">held</Pill>
        ) : (
          <Pill tone="due">{came < low ? "fewer" : "more"}</Pill>
        ),
    },
  ];
  return (
    <Answer
      title="How far to trust this"
      sentence={`${heldText(horizon)}${name}`}
      file={{ path: "/results/ahead/held", query: whose }}
    >
      <div className={ahead.offPaper}>
        <Toggle
          label="Ranges of how many weeks"
          value={weeks}
          options={held.data.horizons.map((each) => ({
            value: String(each.weeks),
            label: `${each.weeks} weeks`,
          }))}
          onChange={setWeeks}
        />
      </div>
      {horizon.of > 0 && <p className={figures.soft}>{howText(horizon)}.</p>}
      {isAtWork(held.data) && (
        <p role="status" className={figures.soft}>
          The weeks before are being worked back just now; they come by themselves.
        </p>
      )}
      {lines.length > 0 && (
        <FactTable
          caption={`What was said of ${weeks} weeks, and what came`}
          columns={columns}
          rows={all ? lines : lines.slice(0, SHOWN)}
          rowKey={({ saidOn, step }) => `${saidOn} ${step}`}
          stays
        />
      )}
      {lines.length > SHOWN && (
        <button type="button" className={ahead.quiet} onClick={() => setAll(!all)}>
          {all ? "Show the latest" : `Show all ${lines.length}`}
        </button>
      )}
      <Sheet
        title={opened === null ? "" : capital(STEP_NOUNS[opened.step].many)}
        opened={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened !== null && (
          <>
            <p className={figures.soft}>
              {held.data.whose.name}, what came from {dayText(opened.saidOn, me.today)} to{" "}
              {dayText(opened.until, me.today)}; {rangeText(opened)} was said.
            </p>
            <FactPages<FunnelFactView>
              path="/results/ahead/held/facts"
              query={{ ...whose, step: opened.step, saidOn: opened.saidOn, weeks: opened.weeks }}
              empty="None came in these weeks."
              render={(fact) => (
                <FactLine {...cameWords(opened.step, fact, me.today)} onClose={() => setOpened(null)} />
              )}
            />
          </>
        )}
      </Sheet>
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          Each week what is said of the next 4, 8 and 13 is kept, and held against what came once they are
          over. To have something to go by from the first day, it was worked back as well: for weeks before
          that, from nothing but what was known then. Of ranges whose weeks overlap only those are counted
          that do not, as they would tell the same twice. Introductions, meetings and clients of the same
          weeks still hang together, so the interval is somewhat too narrow.
        </p>
      </details>
    </Answer>
  );
}

/** What the night left is of the night, whatever was under way then. */
function isAtWork({ atWork, asOf }: HeldView): boolean {
  return atWork && asOf === null;
}
