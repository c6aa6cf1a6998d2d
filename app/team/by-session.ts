import type { Identity } from "#lib/http/api.ts";
import { notAllowed } from "#lib/kernel/problem.ts";

/** Refuses a key what only somebody who has signed in may do. Throws Problem not-allowed with the reason. */
export function refuseKeys({ via }: Pick<Identity, "via">, reason: string): void {
  if (via === "key") throw notAllowed(reason);
}
