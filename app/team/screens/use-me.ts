import { useRead } from "#lib/web/queries.ts";
import type { Me } from "../me-routes.ts";

/** Who is signed in, and where; undefined until it is known. */
export function useMe(): Me | undefined {
  return useRead<Me>("/me").data;
}
