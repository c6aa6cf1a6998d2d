import { promiseText } from "#commitments/promise-words.ts";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { rateText } from "#lib/web/words.ts";
import { dutyText } from "#loops/duty-words.ts";
import { callName } from "#people/call-name.ts";
import { KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import type { Me } from "#team/me-view.ts";
import { cameText, whyText } from "../carried.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import { averageText, dueText, holdsTitle, numberText, STATE_TEXTS, THAN_WORDS } from "./coaching-words.ts";
import {
  bearingText,
  missedLately,
  notAskedTitle,
  owedTitle,
  practiceTitle,
  promisesTitle,
  sourcesTitle,
} from "./fact-titles.ts";
import css from "./one-on-one-paper.module.css";

// As many lines of each as leave one sheet of A4 with room to write on.
const MOST = 4;

/** One sheet of paper for the two of them, without anybody's private note. */
export function OneOnOnePaper({ page, me }: { page: CoachingPageView; me: Me }) {
  const { member, due, last, next, holding, practise } = page;
  const skillOf = (key: string | null) => page.skills.find((each) => each.key === key)?.name ?? key ?? "";
  return (
    <article className={css.paper} aria-hidden="true">
      <header className={css.head}>
        <h1>
          {member.name}
          {member.coachName !== null && ` with ${member.coachName}`}
        </h1>
        <p>
          {shortDay(me.today, me.today)} · {dueText(due, me.today)}
        </p>
      </header>
      <table className={css.kpis}>
        <thead>
          <tr>
            {["KPI", "this week", "goal", "four weeks", "goal", "own past", ""].map((head, at) => (
              // The heads repeat.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.kpis.map((kpi) => (
            <tr key={kpi.kpi}>
              <th scope="row">{KPI_LINES.find((each) => each.kpi === kpi.kpi)?.label}</th>
              <td>{kpi.thisWeek}</td>
              <td>{kpi.goalThisWeek ?? "–"}</td>
              <td>{kpi.recent}</td>
              <td>{kpi.goalRecent ?? "–"}</td>
              <td>{averageText(kpi)}</td>
              <td>{THAN_WORDS[kpi.than]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.columns}>
        <section>
          <h2>{holdsTitle(holding)}</h2>
          <p>{holding.reasons.join(" ")}</p>
          {practise !== null && (
            <p>
              Practise “{practise.scenarioName}”. {practise.why}
            </p>
          )}
        </section>
        {page.milestones.length > 0 && (
          <section>
            <h2>Praise this first</h2>
            <Lines lines={page.milestones.map(({ text }) => `${callName(member.name)} ${text}`)} />
          </section>
        )}
        <section>
          <h2>{promisesTitle(page.promises)}</h2>
          <Lines
            lines={missedLately(page.promises).map(
              ({ week, line }) => `Missed: ${promiseText(line)}, week of ${dayText(week, me.today)}`,
            )}
          />
        </section>
        <section>
          <h2>{notAskedTitle(page)}</h2>
          <Lines
            lines={page.unasked.map(
              ({ personName, whyNot }) =>
                `${personName}: ${whyNot === null ? "no reason said" : whyText(whyNot)}`,
            )}
          />
        </section>
        <section>
          <h2>{owedTitle(page.owed)}</h2>
          <Lines
            lines={page.owed.late.map((duty) => {
              const { verb, rest } = dutyText([duty.kind], duty);
              return `${verb} ${duty.sourceName} ${rest}`;
            })}
          />
        </section>
        <section>
          <h2>{practiceTitle(page.practice.weeks)}</h2>
          {page.practice.rusting.length > 0 && (
            <p>
              Due again:{" "}
              {page.practice.rusting
                .slice(0, MOST)
                .map(({ name }) => name)
                .join(" · ")}
            </p>
          )}
        </section>
        <section>
          <h2>{sourcesTitle(page.load)}</h2>
          <p>
            {page.load.asks > 0 &&
              `${bearingText(page.load, MOST)} ${page.load.carrying
                .slice(0, MOST)
                .map(({ name, asks }) => `${name} ${asks}`)
                .join(", ")}. Named somebody: ${rateText(page.load.named, page.load.acceptance)}.`}
          </p>
        </section>
      </div>
      {last !== null && (
        <section className={css.wide}>
          <h2>What came of {dayText(last.agreed.heldOn ?? "", me.today)}</h2>
          <Lines
            lines={[
              ...last.people.map((person) => `${person.name}: ${cameText(person)}`),
              ...(last.agreed.expects === null
                ? []
                : [`Introductions: ${last.introductions} of ${last.agreed.expects} expected`]),
              ...(last.agreed.topics === null ? [] : [`Topics: ${last.agreed.topics}`]),
              ...(last.agreed.number === null
                ? []
                : [`${numberText(last.agreed.number)}: ${last.done ?? 0} of ${last.agreed.number.count}`]),
              ...(last.agreed.skill === null
                ? []
                : [`${skillOf(last.agreed.skill)}: rehearsed ${last.rehearsed ?? 0} times`]),
              ...(last.commitment === null
                ? []
                : [`${last.agreed.commitment}: ${STATE_TEXTS[last.commitment.state]}`]),
            ]}
            most={9}
          />
        </section>
      )}
      <section className={css.wide}>
        <h2>Prepared</h2>
        <dl className={css.prepared}>
          <Prepared name={member.name} words={next?.prepared.memberWords} />
          <Prepared name={member.coachName ?? "Coach"} words={next?.prepared.coachWords} />
        </dl>
      </section>
      <section className={css.wide}>
        <h2>For the next time</h2>
        <dl className={css.ahead}>
          <Ahead name="Who will be asked" said={next?.people.map(({ name }) => name).join(", ")} />
          <Ahead name="What outcomes" said={next?.prepared.expects?.toString()} />
          <Ahead name="What about" said={next?.prepared.topics} />
          <Ahead name="One number" said={next?.prepared.number ? numberText(next.prepared.number) : null} />
          <Ahead name="One skill" said={skillOf(next?.prepared.skill ?? null)} />
          <Ahead name="One commitment" said={next?.prepared.commitment} />
        </dl>
      </section>
    </article>
  );
}

function Lines({ lines, most = MOST }: { lines: readonly string[]; most?: number }) {
  const more = lines.length - most;
  return (
    <ul>
      {lines.slice(0, most).map((line, at) => (
        // Two lines may be alike, and their order stays.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>{line}</li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}

function Prepared({ name, words }: { name: string; words: string | null | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words ?? ""}</dd>
    </div>
  );
}

/** Said already, or room to write it. */
function Ahead({ name, said }: { name: string; said: string | null | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{said ?? ""}</dd>
    </div>
  );
}
