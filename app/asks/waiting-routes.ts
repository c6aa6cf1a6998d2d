import type { Api } from "#lib/http/api.ts";
import { momentRoutes } from "./moment-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { seedRoutes } from "./seed-routes.ts";

/** What waits for an ask: plans, seeds, and moments that came. */
export function waitingRoutes(api: Api): void {
  for (const routes of [planRoutes, seedRoutes, momentRoutes]) routes(api);
}
