import { CheckField } from "#lib/web/choice-fields.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { capital, counted } from "#lib/web/words.ts";
import {
  GRADE_WORDS,
  GRADES,
  gradeText,
  isPoor,
  PUBLISHED,
  type PublishedCard,
} from "#scorecard/published.ts";
import { Answer } from "./answer.tsx";
import { usePoorFigures } from "./poor-figures.ts";
import { valuesText } from "./published-beside.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import figures from "./figures.module.css";
import css from "./results.module.css";

/** The best grade first. */
const CARDS: readonly PublishedCard[] = PUBLISHED.toSorted(
  (a: PublishedCard, b: PublishedCard) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade),
);

/** The figures that sellers repeat, and what each is worth. */
export function PublishedPage() {
  const [poor, showPoor] = usePoorFigures();
  const off = CARDS.filter(isPoor).length;
  const shown = CARDS.filter((card) => poor || !isPoor(card));
  const sentence = `${capital(counted(CARDS.length, "figure", "figures"))} that sellers repeat, each with who was counted and what it is worth. ${
    poor
      ? `${capital(counted(off, "is", "are"))} marked: nobody counted them, or nobody can look them up.`
      : `${capital(counted(off, "is", "are"))} off until you switch them on: nobody counted them, or nobody can look them up.`
  }`;
  return (
    <div className={css.page}>
      <ResultsTabs />
      <PageHeading below="Your own numbers come first. A figure stands beside one of them only where both speak of the same.">
        Published figures
      </PageHeading>
      <Answer title="What is published" sentence={sentence} file={{ path: "/results/published", query: {} }}>
        <div className={css.act}>
          <CheckField
            label="Show figures of a poor grade"
            hint="C− and D, on this device."
            name="poor"
            value={poor}
            onChange={showPoor}
          />
        </div>
        <FactTable
          caption="Published figures"
          columns={COLUMNS}
          rows={shown}
          rowKey={({ key }) => key}
          stays
        />
        <details className={figures.how}>
          <summary>What the grades mean</summary>
          {GRADES.map((grade) => (
            <p key={grade}>
              {grade.replace("-", "−")}: {GRADE_WORDS[grade]}.
            </p>
          ))}
        </details>
      </Answer>
    </div>
  );
}

const COLUMNS: readonly Column<PublishedCard>[] = [
  {
    key: "claim",
    head: "claim",
    main: true,
    width: "26%",
    render: (card) => (
      <>
        {card.claim.replaceAll(" %", "\u00a0%")} {isPoor(card) && <Pill tone="late">poor grade</Pill>}
        <details className={`${figures.how} ${css.phoneOnly} ${css.worth}`}>
          <summary>Grade {card.grade.replace("-", "−")}: what it is worth</summary>
          <p>{card.warning}</p>
          <p>
            {capital(card.population)}, {card.year ?? "year not said"}. Grade {gradeText(card)} ({card.source}
            ).
          </p>
        </details>
      </>
    ),
  },
  {
    key: "value",
    head: "value",
    width: "20%",
    render: (card) => (
      <span className={figures.figure}>
        {valuesText(card)}
        <span className={figures.doubt}>of {card.of}</span>
      </span>
    ),
  },
  {
    key: "population",
    head: "who was counted",
    width: "18%",
    deskOnly: true,
    render: ({ population, year }) => (
      <span className={figures.figure}>
        {capital(population)}
        <span className={figures.doubt}>{year ?? "year not said"}</span>
      </span>
    ),
  },
  {
    key: "grade",
    head: "grade",
    width: "16%",
    deskOnly: true,
    render: (card) => (
      <span className={figures.figure}>
        {gradeText(card)}
        <span className={figures.doubt}>{card.source}</span>
      </span>
    ),
  },
  { key: "warning", head: "mind", deskOnly: true, render: ({ warning }) => warning },
];
