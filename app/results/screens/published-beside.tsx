import { Go } from "#lib/web/go.tsx";
import {
  cardsBeside,
  gradeText,
  valueText,
  type Denominator,
  type PublishedCard,
} from "#scorecard/published.ts";
import { usePoorFigures } from "./poor-figures.ts";
import figures from "./figures.module.css";

/** What was published of the same as one's own number beside it: nothing where the denominators differ. */
export function PublishedBeside({ denominator }: { denominator: Denominator }) {
  const [poor] = usePoorFigures();
  return cardsBeside(denominator, { poor }).map((card) => (
    <p key={card.key} className={figures.soft}>
      Published elsewhere: {valuesText(card)} ({card.of}; who was counted: {card.population}; grade{" "}
      {gradeText(card)}). {card.warning} <Go to="/results/published">What figures are worth</Go>
    </p>
  ));
}

/** "3.63 % (customer and employee referrals), 1.55 % (website)" */
export function valuesText({ values, unit }: Pick<PublishedCard, "values" | "unit">): string {
  return values
    .map(
      (value) =>
        `${valueText(value, unit).replaceAll(" %", "\u00A0%")}${value.whose === null ? "" : ` (${value.whose})`}`,
    )
    .join(", ");
}
