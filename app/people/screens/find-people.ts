import { isLost, read } from "#lib/web/api.ts";
import { recallList, useKeepList, useKeepRead } from "#lib/web/kept-lists.ts";
import { keptRead } from "#lib/web/kept-reads.ts";
import { shelved } from "#lib/web/outbox-shelf.ts";
import { ME, type SignedIn } from "#lib/web/signed-in.ts";
import type { Found, FoundPerson } from "../search-view.ts";
import { personChoice, type PersonChoice } from "./person-choice.ts";

/** The people dealt with last: the query of /search that pickers and typed lines begin with. */
export const RECENT = { only: "people", limit: 50 };
const HELD = "/people";

/** People for what was typed; for "" the ones dealt with last. Without a network, those this device knows. */
export async function findPeople(q: string, signal: AbortSignal): Promise<PersonChoice[]> {
  try {
    const found = await read<Found>("/search", { q, only: "people" }, signal);
    return found.people.map(personChoice);
  } catch (thrown) {
    const known = isLost(thrown) ? await knownHere() : [];
    if (known.length === 0) throw thrown;
    const { amongKnown } = await import("../at-hand.ts");
    return amongKnown(q, known).map(personChoice);
  }
}

/** Keeps on this device whom the rep may want to name: those they dealt with last, and everybody they hold. */
export function useKeepPeople(memberId: string): void {
  useKeepRead("/search", RECENT);
  useKeepList(HELD, { holder: memberId });
}

async function knownHere(): Promise<readonly FoundPerson[]> {
  const recent = (await keptRead(["/search", RECENT]))?.data as Found | undefined;
  const me = (await keptRead([ME, {}]))?.data as SignedIn | undefined;
  if (me === undefined) return [];
  const held = await recallList<FoundPerson>(HELD, { holder: me.member.id });
  const fresh = (await shelved(me.member.id)).flatMap(({ path, body }) =>
    path === HELD ? [asFound(body)] : [],
  );
  const all = [...fresh, ...(recent?.people ?? []), ...held];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Somebody new who has not reached the server yet. */
function asFound(body: unknown): FoundPerson {
  const { id, fullName, title } = body as { id: string; fullName: string; title?: string };
  return { id, fullName, title: title || null, accountId: null, accountName: null };
}
