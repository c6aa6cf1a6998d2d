import { createContext, use } from "react";

/** Closes the sheet in which somebody was just named; for the part that a room above shows there ("ask-named"). */
export const AfterAskContext = createContext<() => void>(() => undefined);

export function useAfterAsk(): () => void {
  return use(AfterAskContext);
}
