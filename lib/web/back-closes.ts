import { useBlocker } from "@tanstack/react-router";
import { useEffectEvent } from "react";

/** The browser's way back leaves what lies over the page first, and the page only then. */
export function useBackCloses(opened: boolean, close: () => void): void {
  const leave = useEffectEvent(close);
  useBlocker({
    disabled: !opened,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== "BACK") return false;
      leave();
      return true;
    },
  });
}
