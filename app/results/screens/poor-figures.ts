import { useState } from "react";

const KEY = "askwell-poor-figures";

/** Whether figures of a poor grade are shown on this device; they are not until somebody says so. */
export function usePoorFigures(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(keptChoice);
  const choose = (next: boolean) => {
    setShown(next);
    try {
      if (next) localStorage.setItem(KEY, "shown");
      else localStorage.removeItem(KEY);
    } catch {
      // A full or forbidden store: they are off the next time.
    }
  };
  return [shown, choose];
}

function keptChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === "shown";
  } catch {
    return false;
  }
}
