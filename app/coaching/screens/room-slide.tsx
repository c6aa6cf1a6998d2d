import { useEffect, useState } from "react";
import { nowMs } from "#lib/web/clock.ts";
import { SaidLine } from "#people/screens/timeline.tsx";
import { goalText, KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import type { Me } from "#team/me-view.ts";
import { leftText } from "../sales-meeting-timer.ts";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import type { Part } from "../sales-meeting.ts";
import { THAN_WORDS } from "./coaching-words.ts";
import { belowOf, repsOn, type StoryLine } from "./meeting-story.ts";
import { askSoft, DRILL_STEPS, shortWords, whyDrill } from "./meeting-words.ts";
import css from "./meeting-room.module.css";

interface SlideProps {
  pack: SalesMeetingView;
  me: Me;
}

/** What a part shows in the room: large, and nothing that needs to be pressed. */
export function RoomSlide({
  part,
  lines,
  page,
  pack,
  me,
}: SlideProps & { part: Part; lines: readonly StoryLine[]; page: number }) {
  const below = belowOf(part, pack);
  return (
    <>
      {part === "scoreboard" ? (
        <Scoreboard pack={pack} page={page} />
      ) : part === "best-ask" ? (
        <BestAsk pack={pack} me={me} />
      ) : part === "skill" ? (
        <Drill pack={pack} />
      ) : (
        <Lines lines={lines} me={me} />
      )}
      {below !== null && <p className={css.soft}>{below}</p>}
    </>
  );
}

function Lines({ lines, me }: { lines: readonly StoryLine[]; me: Me }) {
  const weight = lines.reduce((sum, { items }) => sum + 1 + items.length, 0);
  return (
    <ul className={`${css.lines} ${weight > 9 ? css.beside : css.few}`}>
      {lines.map(({ key, name, words, items, soft, fact }) => (
        <li key={key}>
          <p>
            {name !== null && <strong>{name}</strong>} <span>{words}</span>
          </p>
          {items.length > 0 && (
            <ul className={css.items}>
              {items.map(({ mark, text }, at) => (
                // Two may promise the same.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${at} ${text}`}>
                  <span aria-hidden="true" className={css.mark}>
                    {mark}
                  </span>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          )}
          {fact !== null && (
            <p className={css.soft}>
              <SaidLine line={fact} me={me} />
            </p>
          )}
          {soft !== null && <p className={css.soft}>{soft}</p>}
        </li>
      ))}
    </ul>
  );
}

function Scoreboard({ pack: { scoreboard, ended }, page }: { pack: SalesMeetingView; page: number }) {
  const reps = repsOn(scoreboard.reps, page);
  const lines = KPI_LINES.flatMap((line) => {
    const found = scoreboard.kpis.find(({ kpi }) => kpi === line.kpi);
    return found === undefined ? [] : [{ ...line, ...found }];
  });
  return (
    <>
      {page === 1 && (
        <dl className={css.figures}>
          {lines.map(({ kpi, label, count, goal, than }) => (
            <div key={kpi}>
              <dt>{label}</dt>
              <dd>
                <span className={css.figure}>{count}</span>
                {goal !== null && <span className={css.soft}> of {goalText(goal)}</span>}
              </dd>
              {ended && <dd className={css.soft}>{THAN_WORDS[than]}</dd>}
            </div>
          ))}
        </dl>
      )}
      {reps.length > 0 && (
        <table className={css.reps}>
          <thead>
            <tr>
              <th scope="col">
                <span className="only-heard">who</span>
              </th>
              {lines.map(({ kpi, short }) => (
                <th key={kpi} scope="col">
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reps.map(({ id, name, away, counts }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {away && <span className={css.soft}> away</span>}
                </th>
                {lines.map(({ kpi }) => (
                  <td key={kpi}>{counts.find((each) => each.kpi === kpi)?.count ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function BestAsk({ pack: { bestAsk }, me }: SlideProps) {
  if (bestAsk === null) return null;
  const { said, notes } = bestAsk;
  return (
    <>
      {said.length + notes.length === 0 && (
        <p>The words are not written down: let {bestAsk.member.name} say them.</p>
      )}
      {said.map((each) => (
        <blockquote key={each} className={css.quote}>
          {shortWords(each)}
        </blockquote>
      ))}
      {notes.map((each) => (
        <p key={each}>
          <span className={css.soft}>Noted:</span> {shortWords(each)}
        </p>
      ))}
      <p className={css.soft}>{askSoft(bestAsk, me.today)}</p>
    </>
  );
}

function Drill({ pack: { drill } }: { pack: SalesMeetingView }) {
  if (drill === null) return null;
  const { scenario, points } = drill;
  return (
    <div className={css.drill}>
      <div className={css.stack}>
        <p>{whyDrill(drill)}</p>
        <p>
          <strong>{scenario.who}</strong>
        </p>
        <p>{scenario.situation}</p>
        <blockquote className={css.quote}>{scenario.opening}</blockquote>
        <TwoMinutes />
      </div>
      <div className={css.stack}>
        <ul className={css.items}>
          {points.map(({ key, act }) => (
            <li key={key}>
              <span aria-hidden="true" className={css.mark}>
                ○
              </span>
              <span>{act}</span>
            </li>
          ))}
        </ul>
        <p className={css.soft}>{DRILL_STEPS.join(" ")}</p>
      </div>
    </div>
  );
}

const DRILL_MINUTES = 2;

/** Counts the two minutes down; pressed again they begin anew. */
function TwoMinutes() {
  const [since, setSince] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return undefined;
    const ticking = setInterval(() => setNow(nowMs(0)), 250);
    return () => clearInterval(ticking);
  }, [since]);
  const begin = () => {
    setSince(nowMs(0));
    setNow(nowMs(0));
  };
  const left = since === null ? null : leftText(now - since, DRILL_MINUTES);
  return (
    <p className={css.two}>
      <button type="button" onClick={begin}>
        {since === null ? "Start two minutes" : "Begin again"}
      </button>
      {left !== null && (
        <span className={left.over ? css.over : css.figure} role="timer">
          {left.over ? "Stop, and say yes or no" : left.text}
        </span>
      )}
    </p>
  );
}
