import type { Api } from "#lib/http/api.ts";
import { meRoutes } from "./me-routes.ts";
import { memberRoutes } from "./member-routes.ts";

/** Every route of this room. */
export function teamRoutes(api: Api): void {
  meRoutes(api);
  memberRoutes(api);
}
