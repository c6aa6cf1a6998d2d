import { formatMoney, type Money } from "#lib/kernel/money.ts";
import css from "./figure.module.css";

interface FigureProps {
  count: number;
  /** What opens, for those who hear it: "4 people asked, week of 16 November". */
  label: string;
  onOpen: () => void;
  large?: boolean;
  money?: readonly Money[];
}

/** A number that opens to its facts. */
export function Figure({ count, label, onOpen, large = false, money }: FigureProps) {
  return (
    <button
      type="button"
      className={`${css.figure} ${large ? css.large : ""}`}
      aria-label={label}
      onClick={onOpen}
    >
      {count.toLocaleString("en-GB")}
      {money?.map((each) => (
        <span key={each.currency} className={css.money}>
          {formatMoney(each)}
        </span>
      ))}
    </button>
  );
}
