import type { Api } from "#lib/http/api.ts";
import { idealClientRoutes } from "./ideal-client-routes.ts";
import { matchRoutes } from "./match-routes.ts";
import { reasonRoutes } from "./reason-routes.ts";
import { targetRoutes } from "./target-routes.ts";

/** Whom we want to meet, and why they should meet us. */
export function pictureRoutes(api: Api): void {
  for (const routes of [idealClientRoutes, reasonRoutes, targetRoutes, matchRoutes]) routes(api);
}
