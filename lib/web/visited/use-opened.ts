import { useEffect, useState, useSyncExternalStore } from "react";
import { linkHere } from "./call-by-link.ts";
import { createOpening, type OpenedNow, type Opening } from "./opening.ts";

export interface Opened<View, Word extends string>
  extends OpenedNow<View, Word>, Omit<Opening<View, Word>, "now" | "onChange" | "open"> {}

/** What the link in the address opens; another link in the same window opens another. `look` and `told` are those of the first time. */
export function useOpened<View, Word extends string>(
  look: (link: string) => Promise<View>,
  told: Readonly<Record<Word, unknown>>,
): Opened<View, Word> {
  const [opening] = useState(() => createOpening(look, told));
  const now = useSyncExternalStore(opening.onChange, opening.now);
  useEffect(() => {
    const moved = () => void opening.open(linkHere());
    moved();
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, [opening]);
  const { again, act, show, refuse } = opening;
  return { ...now, again, act, show, refuse };
}
