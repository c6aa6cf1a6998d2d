import type { Api } from "#lib/http/api.ts";
import { cardRoutes } from "./card-routes.ts";
import { consentRoutes } from "./consent-routes.ts";
import { mergeRoutes } from "./merge-routes.ts";
import { noteRoutes } from "./note-routes.ts";
import { personRoutes } from "./person-routes.ts";
import { positionRoutes } from "./position-routes.ts";
import { removalRoutes } from "./removal-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { acquaintanceRoutes } from "./acquaintance-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { standingRoutes } from "./standing-routes.ts";
import { stopRoutes } from "./stop-routes.ts";

/** Everything under /people, and what people and accounts have in common. */
export function peopleRoutes(api: Api): void {
  searchRoutes(api);
  personRoutes(api);
  cardRoutes(api);
  positionRoutes(api);
  mergeRoutes(api);
  removalRoutes(api);
  noteRoutes(api);
  standingRoutes(api);
  stopRoutes(api);
  issueRoutes(api);
  consentRoutes(api);
  acquaintanceRoutes(api);
}
