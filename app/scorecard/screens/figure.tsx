import type { Money } from "#lib/kernel/money.ts";
import { moneyText } from "#lib/web/words.ts";
import css from "./figure.module.css";

interface FigureProps {
  count: number;
  /** What it counts, for those who hear it: "people asked, week of 16 November". */
  of: string;
  onOpen: () => void;
  large?: boolean;
  money?: readonly Money[];
}

/** A number that opens to its facts. */
export function Figure({ count, of, onOpen, large = false, money }: FigureProps) {
  return (
    <button type="button" className={`${css.figure} ${large ? css.large : ""}`} onClick={onOpen}>
      {count.toLocaleString("en-GB")}
      <span className="only-heard"> {of} </span>
      {money?.map((each) => (
        <span key={each.currency} className={css.money}>
          {moneyText(each)}
        </span>
      ))}
    </button>
  );
}
