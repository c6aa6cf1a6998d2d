import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { WishRatesView } from "../wish-view.ts";
import { inNumbers } from "../wish.ts";
import { rangeText, rateText } from "./week-words.ts";
import css from "./week.module.css";

const STRETCHES = [
  { value: "13", label: "a quarter" },
  { value: "26", label: "half a year" },
  { value: "52", label: "a year" },
] as const;

/** Clients wanted, turned into introductions and asks a week; read only when it is opened. */
export function WishHelper({ onPromise }: { onPromise: (asks: number) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={css.wish} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>How many should I ask? From a wish to a number</summary>
      {opened && <Wish onPromise={onPromise} />}
    </details>
  );
}

function Wish({ onPromise }: { onPromise: (asks: number) => void }) {
  const [clients, setClients] = useState<number | null>(2);
  const [weeks, setWeeks] = useState<(typeof STRETCHES)[number]["value"]>("13");
  const rates = useRead<WishRatesView>("/wish-rates");
  if (rates.problem) return <Trouble problem={rates.problem} again={rates.again} />;
  if (rates.data === undefined) return <Loading />;
  const { close, yields, formula } = rates.data;
  const wish = clients === null ? null : inNumbers({ clients, weeks: Number(weeks) }, { close, yields });
  return (
    <div className={css.stack}>
      <div className={css.beside}>
        <NumberField
          label="New clients"
          name="clients"
          least={1}
          most={99}
          value={clients}
          onChange={setClients}
        />
        <ChoiceField label="within" name="weeks" value={weeks} options={STRETCHES} onChange={setWeeks} />
      </div>
      {wish && (
        <>
          <p className={css.big}>
            {rangeText(wish.introductions)} introductions: ask {rangeText(wish.asks)} people a week
          </p>
          <div className={css.acts}>
            <Button onClick={() => onPromise(wish.asks.middle)}>
              Promise to ask {Math.min(wish.asks.middle, 99)}
            </Button>
          </div>
        </>
      )}
      <p className={css.soft}>{rateText("Introductions that become clients", close)}</p>
      <p className={css.soft}>{rateText("People asked who introduce somebody", yields)}</p>
      <details className={css.wish}>
        <summary>How this is reckoned</summary>
        <p className={css.soft}>{formula}</p>
      </details>
    </div>
  );
}
