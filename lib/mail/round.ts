import type { TakeMail } from "./incoming.ts";

/** Tells a message to each in turn, until one takes it; answers whether anybody did. */
export function tellInTurn(takers: readonly TakeMail[]): TakeMail {
  return async (mail, at) => {
    for (const take of takers) if (await take(mail, at)) return true;
    return false;
  };
}
