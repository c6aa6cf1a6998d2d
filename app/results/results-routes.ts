import type { Api } from "#lib/http/api.ts";
import { costRoutes } from "./cost-routes.ts";
import { orderRoutes } from "./orders-routes.ts";

/** Each answer of the room brings its own. */
export function resultsRoutes(api: Api): void {
  costRoutes(api);
  orderRoutes(api);
}
