import { useEffect, useState } from "react";
import type { Money } from "#lib/kernel/money.ts";
import { moneyText } from "#lib/web/words.ts";

const KEY = "askwell-amounts-hidden";

export interface Amounts {
  hidden: boolean;
  set: (hidden: boolean) => void;
  /** "€84,000 and $1,200", or dots where others look on; a dash where there is none. */
  text: (amounts: readonly Money[]) => string;
  /** What a file is asked for. */
  inFile: { amounts?: "hidden" };
}

/** Whether amounts are shown on this device, as it was said last. */
export function useAmounts(): Amounts {
  const [hidden, setHidden] = useState(readHidden);
  // Said in one window, it holds in the others too: one of them may be on a wall.
  useEffect(() => {
    const look = ({ key }: StorageEvent) => key === KEY && setHidden(readHidden());
    addEventListener("storage", look);
    return () => removeEventListener("storage", look);
  }, []);
  return {
    hidden,
    set: (now) => {
      keepHidden(now);
      setHidden(now);
    },
    text: (amounts) => amountsText(amounts, hidden),
    inFile: hidden ? { amounts: "hidden" } : {},
  };
}

export function amountsText(amounts: readonly Money[], hidden: boolean): string {
  if (amounts.length === 0) return "–";
  return hidden ? "•••" : amounts.map(moneyText).join(" and ");
}

function readHidden(): boolean {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

function keepHidden(hidden: boolean): void {
  try {
    localStorage.setItem(KEY, hidden ? "yes" : "no");
  } catch {
    // A full or forbidden store: it holds until the page is left.
  }
}
