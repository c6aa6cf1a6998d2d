import { useState } from "react";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { daysBetween } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { Button } from "#lib/web/button.tsx";
import { Go } from "#lib/web/go.tsx";
import { capital } from "#lib/web/words.ts";
import { factText, pageOfFact } from "#scorecard/screens/fact-words.tsx";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { ENTRY_WORDS, exactText, MEASURE_WORDS, ruleText, sharedAnewText, sumText } from "../spiff-words.ts";
import type { StatementView } from "../spiff-view.ts";
import css from "./spiffs.module.css";

type Group = StatementView["groups"][number];
type Line = Group["entries"][number];

const SHOWN = 8;

/** What a statement adds up, rule by rule, each line with the fact behind it. */
export function SpiffStatement({ statement, me }: { statement: StatementView; me: Me }) {
  if (statement.groups.length === 0)
    return <p className={css.soft}>Nothing yet. What you log that counts stands here, line by line.</p>;
  return (
    <div className={css.groups}>
      {statement.groups.map((group) => (
        <Rule
          key={[group.corrects?.start, group.spiff?.versionId, group.fromDay, group.sum.currency].join()}
          group={group}
          me={me}
        />
      ))}
      {statement.groups.length > 1 && (
        <p className={css.groupHead}>
          <span className={css.groupName}>Comes to</span>
          <span className={css.sum}>{sumText(statement.totals, me.workspace.currency)}</span>
        </p>
      )}
    </div>
  );
}

function Rule({ group, me }: { group: Group; me: Me }) {
  const [all, setAll] = useState(false);
  const { entries, spiff, sum, corrects } = group;
  const shown = all ? entries : entries.slice(0, SHOWN);
  return (
    <section className={css.group}>
      <header className={css.groupHead}>
        <h3 className={css.groupName}>{nameOf(group, me)}</h3>
        <span className={css.sum}>{exactText(sum)}</span>
      </header>
      {spiff !== null && (
        <p className={css.soft}>
          {corrects !== null && `Corrects what was signed for ${monthOf(corrects.start, me)}. `}
          {ruleText({ ...spiff, currency: sum.currency })}
        </p>
      )}
      <ul className={css.lines}>
        {shown.map((line, at) => (
          <StatementLine key={line.fact?.id ?? `${line.kind} ${at}`} line={line} group={group} me={me} />
        ))}
      </ul>
      {entries.length > shown.length && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          Show all {entries.length} lines
        </Button>
      )}
    </section>
  );
}

function StatementLine({ line, group, me }: { line: Line; group: Group; me: Me }) {
  const money = exactText({ minor: line.minor, currency: group.sum.currency });
  return (
    <li className={css.line}>
      <span className={css.what}>
        <What line={line} group={group} />
        <Small line={line} me={me} />
      </span>
      <span className={css.minor}>{line.kind === "fact" && line.minor === 0 ? "" : money}</span>
    </li>
  );
}

function What({ line, group }: { line: Line; group: Group }) {
  const { kind, fact, step } = line;
  if (kind === "step") return <>{line.minor < 0 ? `${step} reached no more` : `${step} reached`}</>;
  if (kind === "share" && group.corrects !== null)
    return <>{sharedAnewText(line.minor, group.entries.length === 1)}</>;
  if (kind !== "fact") return <>{ENTRY_WORDS[kind]}</>;
  const noun = capital(MEASURE_WORDS[group.spiff?.measure ?? "people-asked"][0]);
  if (fact === null) return <>{noun}</>;
  const named = fact.person !== null || fact.account !== null || fact.what !== null;
  return named ? <>{factText(fact)}</> : <>{noun}</>;
}

/** When it was, when it was written down, and what became of it. */
function Small({ line, me }: { line: Line; me: Me }) {
  const { fact, level, levelFrom, writtenOn, takenBackOn, count } = line;
  if (fact === null) return null;
  const late = writtenOn === null ? 0 : daysBetween(levelFrom ?? fact.day, writtenOn);
  const day = shortDay(fact.day, me.today);
  const said = [
    level === null
      ? null
      : `level ${level}${levelFrom === null ? "" : ` since ${dayText(levelFrom, me.today)}`}`,
    late > 0 ? `written down ${late === 1 ? "a day" : `${late} days`} later` : null,
    count < 0 ? "counts no more" : null,
    takenBackOn !== null ? `taken back on ${dayText(takenBackOn, me.today)}` : null,
  ].filter(Boolean);
  return (
    <small className={css.small}>
      {fact.subject.kind === "duty" || fact.subject.kind === "practice-session" ? (
        day
      ) : (
        <Go to={pageOfFact(fact)}>{day}</Go>
      )}
      {said.length > 0 && ` · ${said.join(" · ")}`}
    </small>
  );
}

function nameOf({ spiff, fromDay, entries }: Group, me: Me): string {
  if (spiff === null)
    return entries.every(({ kind }) => kind === "carried-on") ? "Left for next time" : "Left over";
  if (fromDay === null || spiff.period === "month") return spiff.name;
  const { calendar } = me.workspace;
  return `${spiff.name}, ${periodText(periodOf(fromDay, spiff.period, calendar), calendar, me.today)}`;
}

function monthOf(start: string, me: Me): string {
  const { calendar } = me.workspace;
  return capital(periodText(periodOf(start, "month", calendar), calendar, me.today));
}
