import type { Api } from "#lib/http/api.ts";
import { aheadRoutes } from "./ahead-routes.ts";
import { costRoutes } from "./cost-routes.ts";
import { monthEndRoutes } from "./month-end-routes.ts";
import { orderRoutes } from "./orders-routes.ts";
import { funnelRoutes } from "./funnel-routes.ts";
import { publishedRoutes } from "./published-routes.ts";
import { originsRoutes } from "./origins-routes.ts";
import { creditRoutes } from "./credit-routes.ts";
import { sourceRoutes } from "./source-routes.ts";

/** Each answer of the room brings its own. */
export function resultsRoutes(api: Api): void {
  aheadRoutes(api);
  originsRoutes(api);
  funnelRoutes(api);
  sourceRoutes(api);
  creditRoutes(api);
  costRoutes(api);
  orderRoutes(api);
  monthEndRoutes(api);
  publishedRoutes(api);
}
