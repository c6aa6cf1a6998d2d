/** Introductions that went one way and the other. */
export interface Exchange {
  given: number;
  received: number;
}

export interface Spans {
  ever: Exchange;
  /** The last 365 days. */
  year: Exchange;
}

export const YEAR_DAYS = 365;

/** Whether it is our turn: more came than went, or nothing went yet. */
export function isOurTurn({ given, received }: Exchange): boolean {
  return given === 0 || received > given;
}

/** "You gave Anna 2 and received 5." `who` is whom it is about as they are called, `giver` who gave. */
export function balanceSentence(who: string, { given, received }: Exchange, giver = "You"): string {
  if (given === 0 && received === 0)
    return `Nothing has gone between ${giver === "You" ? "you" : giver.toLowerCase()} and ${who} yet.`;
  return `${giver} gave ${who} ${given} and received ${received}.`;
}

/** How many introductions that stands on. */
export function balanceCount({ ever, year }: Spans): string {
  const n = ever.given + ever.received;
  const recent = year.given + year.received;
  if (n === 0) return "No introduction either way.";
  const all = n === 1 ? "One introduction in all" : `${n} introductions in all`;
  if (recent === 0) return `${all}, none in the last year.`;
  if (recent === n) return `${all}, ${n === 1 ? "" : "all "}in the last year.`;
  return `${all}; in the last year ${year.given} given and ${year.received} received.`;
}

/** What to think of where one asks somebody, or just did; null: nothing, it is their turn or even. */
export function giveFirst(who: string, exchange: Exchange): string | null {
  if (!isOurTurn(exchange)) return null;
  const { given, received } = exchange;
  if (received === 0) return `You have not given ${who} an introduction yet. Whom could ${who} use?`;
  return `You gave ${who} ${given} and received ${received}. It is your turn to give: whom could ${who} use?`;
}
