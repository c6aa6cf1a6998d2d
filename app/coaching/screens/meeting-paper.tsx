import { SaidLine } from "#people/screens/timeline.tsx";
import { goalText, KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import type { Me } from "#team/me-view.ts";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import { totalOf, type Part } from "../sales-meeting.ts";
import { belowOf, storyOf } from "./meeting-story.ts";
import {
  askSoft,
  besidePastText,
  DRILL_STEPS,
  meetingWeek,
  partTitle,
  PART_NAMES,
  whyDrill,
} from "./meeting-words.ts";
import css from "./meeting-paper.module.css";

const WIDE: ReadonlySet<Part> = new Set(["promises", "scoreboard"]);

/** The same story on paper, A4, to be handed round or kept. */
export function MeetingPaper({ pack, me }: { pack: SalesMeetingView; me: Me }) {
  return (
    <article className={css.paper} aria-hidden="true">
      <header className={css.head}>
        <h1>{pack.team.name}: sales meeting</h1>
        <p>
          {meetingWeek(pack, me.today)} · {totalOf(pack.minutes, pack.parts)} minutes
        </p>
      </header>
      <div className={css.parts}>
        {pack.parts.map((part) => (
          <section key={part} className={WIDE.has(part) ? css.wide : undefined}>
            <p className={css.label}>
              {PART_NAMES[part]} · {pack.minutes[part]} min
            </p>
            <h2>{partTitle(part, pack)}</h2>
            <Told part={part} pack={pack} me={me} />
            <Below part={part} pack={pack} />
          </section>
        ))}
      </div>
    </article>
  );
}

function Below({ part, pack }: { part: Part; pack: SalesMeetingView }) {
  const below = belowOf(part, pack);
  return below === null ? null : <p className={css.soft}>{below}</p>;
}

function Told({ part, pack, me }: { part: Part; pack: SalesMeetingView; me: Me }) {
  if (part === "scoreboard") return <Scoreboard pack={pack} />;
  if (part === "skill") return <Drill pack={pack} />;
  if (part === "best-ask") return <BestAsk pack={pack} me={me} />;
  return (
    <ul>
      {storyOf(part, pack, me.today).map(({ key, name, words, items, soft, fact }) => (
        <li key={key}>
          {name !== null && <strong>{name}</strong>} {words}
          {items.map(({ mark, text }, at) => (
            // Two may promise the same.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={`${at} ${text}`} className={css.item}>
              {mark} {text}
            </span>
          ))}
          {fact !== null && (
            <span className={css.item}>
              <SaidLine line={fact} me={me} />
            </span>
          )}
          {soft !== null && <span className={css.item}>{soft}</span>}
        </li>
      ))}
    </ul>
  );
}

function Scoreboard({ pack: { scoreboard, ended } }: { pack: SalesMeetingView }) {
  const lines = KPI_LINES.flatMap((line) => {
    const found = scoreboard.kpis.find(({ kpi }) => kpi === line.kpi);
    return found === undefined ? [] : [{ ...line, ...found }];
  });
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col" aria-label="who" />
          {lines.map(({ kpi, label }) => (
            <th key={kpi} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Team, of the goal</th>
          {lines.map(({ kpi, count, goal }) => (
            <td key={kpi}>{goal === null ? count : `${count} of ${goalText(goal)}`}</td>
          ))}
        </tr>
        {ended && (
          <tr>
            <th scope="row">Own past</th>
            {lines.map((row) => (
              <td key={row.kpi}>{besidePastText(row)}</td>
            ))}
          </tr>
        )}
        {scoreboard.reps.map(({ id, name, away, counts }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {away && ", away"}
            </th>
            {lines.map(({ kpi }) => (
              <td key={kpi}>{counts.find((each) => each.kpi === kpi)?.count ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BestAsk({ pack: { bestAsk }, me }: { pack: SalesMeetingView; me: Me }) {
  if (bestAsk === null) return null;
  return (
    <>
      {bestAsk.said.map((words) => (
        <blockquote key={words}>{words}</blockquote>
      ))}
      {bestAsk.notes.map((note) => (
        <p key={note}>Noted: {note}</p>
      ))}
      <p>{askSoft(bestAsk, me.today)}</p>
    </>
  );
}

function Drill({ pack: { drill } }: { pack: SalesMeetingView }) {
  if (drill === null) return null;
  return (
    <>
      <p>
        {whyDrill(drill)} {shortWho(drill)}
      </p>
      <blockquote>{drill.scenario.opening}</blockquote>
      {drill.points.map(({ key, act }) => (
        <span key={key} className={css.item}>
          ○ {act}
        </span>
      ))}
      <p>{DRILL_STEPS.join(" ")}</p>
    </>
  );
}

function shortWho({ scenario }: NonNullable<SalesMeetingView["drill"]>): string {
  return `${scenario.who}. ${scenario.situation}`;
}
