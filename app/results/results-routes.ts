import type { Api } from "#lib/http/api.ts";

/** Each answer of the room brings its own. */
export function resultsRoutes(_api: Api): void {}
