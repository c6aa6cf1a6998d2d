import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Identity } from "./api.ts";

/** Somebody who was let in already and asks several things in one transaction; see reads.ts. */
export interface Visit {
  identity: Identity;
  actor: Actor;
  tx: Tx;
}

const visits = new WeakMap<Request, Visit>();

/** The request is answered within this visit: nobody is looked up again, no transaction opened. Reads alone. */
export function withinVisit(request: Request, visit: Visit): Request {
  visits.set(request, visit);
  return request;
}

export function visitOf(request: Request): Visit | undefined {
  return visits.get(request);
}
