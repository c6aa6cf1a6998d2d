import type { Api } from "#lib/http/api.ts";
import { personRoutes } from "./person-routes.ts";
import { searchRoutes } from "./search-routes.ts";

/** Everything under /people and what belongs to it. */
export function peopleRoutes(api: Api): void {
  searchRoutes(api);
  personRoutes(api);
}
