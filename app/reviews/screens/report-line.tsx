import type { ReactNode } from "react";
import { Go } from "#lib/web/go.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import type { Day } from "#lib/kernel/days.ts";
import { groupOfScore, type ScoreGroup } from "../nps.ts";
import type { ReportCardView } from "../report-view.ts";
import { cardText, groupWord } from "./report-words.ts";
import css from "./reports.module.css";

const TONES: Record<ScoreGroup, Tone> = { detractor: "late", passive: "plain", promoter: "good" };

/** A card in a list: of whom, what they gave, when; leads to it. */
export function ReportLine({
  card,
  today,
  of,
  children,
}: {
  card: ReportCardView;
  today: Day;
  /** What it is called by here: its contact, or the day. */
  of: "person" | "card";
  children?: ReactNode;
}) {
  const { id, personName, personTitle, score, accountName } = card;
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/report-cards/${id}`}>
            {of === "person" ? (personName ?? "Somebody who was erased") : "Report card"}
          </Go>
          {score !== null && <Pill tone={TONES[groupOfScore(score)]}>{groupWord(groupOfScore(score))}</Pill>}
        </p>
        {of === "person" && (
          <p className={css.soft}>{[personTitle, accountName].filter(Boolean).join(", ")}</p>
        )}
        <p>{cardText(card, today)}.</p>
      </div>
      {children && <div className={css.acts}>{children}</div>}
    </div>
  );
}
