import { personChoice, type PersonChoice } from "./person-picker.tsx";
import type { Found } from "../search-view.ts";
import { read } from "#lib/web/api.ts";

/** People for what was typed; for "" the ones dealt with last. */
export async function findPeople(q: string, signal: AbortSignal): Promise<PersonChoice[]> {
  const found = await read<Found>("/search", { q, only: "people" }, signal);
  return found.people.map(personChoice);
}
