import { dayText, fullDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { POINTS, POINT_WORDS, type Point } from "../account-review.ts";
import type { AgendaView } from "../account-review-view.ts";
import { deliveredLines, measureText, whoText } from "./account-review-words.ts";
import css from "./account-review.module.css";

/** The agenda on one sheet, with room to write. The place for the ask is ours and stays off the paper. */
export function AgendaOnPaper({ agenda, today }: { agenda: AgendaView; today: Day }) {
  const { review, ownPoints, notes } = agenda;
  const points = [
    ...POINTS.filter((point) => point !== "referral").map((point) => ({
      id: point as string,
      name: POINT_WORDS[point],
      lines: linesAt(point, agenda, today),
    })),
    ...ownPoints.map(({ id, name }) => ({ id, name, lines: [] as string[] })),
  ];
  return (
    <div className={css.paper} aria-hidden="true">
      <h1>{`Review with ${review.accountName}`}</h1>
      <p>
        {[fullDay(review.heldOn ?? review.day, today), review.time].filter(Boolean).join(", ")}
        {" · "}
        {[...review.people.map(({ fullName }) => fullName), review.memberName].join(", ")}
      </p>
      {points.map(({ id, name, lines }, at) => (
        <section key={id}>
          <h2>{`${at + 1}. ${name}`}</h2>
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {notes[id]?.words ? <p className={css.noted}>{notes[id].words}</p> : <div className={css.ruled} />}
        </section>
      ))}
    </div>
  );
}

/** So many lines of each kind fit on the sheet. */
const AT_MOST = 6;

function linesAt(point: Point, agenda: AgendaView, today: Day): string[] {
  const { commitments, delivered, measures, issues, review } = agenda;
  const lines: Record<Point, () => string[]> = {
    commitments: () =>
      commitments.map((each) => `${each.words} (${whoText(each, review.accountName, today)})`),
    delivered: () => deliveredLines(delivered, today),
    measures: () => measures.map((measure) => `${measure.name}: ${measureText(measure)}`),
    issues: () =>
      issues.map(
        ({ what, day, settledOn }) =>
          `${what} (${settledOn === null ? `since ${dayText(day, today)}` : `settled ${dayText(settledOn, today)}`})`,
      ),
    "next-quarter": () => [],
    referral: () => [],
  };
  return lines[point]().slice(0, AT_MOST);
}
