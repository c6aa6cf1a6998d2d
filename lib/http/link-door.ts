import type { Database } from "#lib/storage/database.ts";
import { LINK_HEADER } from "./api.ts";
import { peerOf } from "./peer.ts";
import { countOne } from "./rate.ts";

const LOOKS_A_MINUTE = 120;
const WRITES_AN_HOUR = 60;
const LONGEST_TOKEN = 400;
export const TOO_MUCH = "too much at once; wait a little and try again";

/** What stands before pages that a link opens without signing in. */
export interface LinkDoor {
  /** The link's token, as it was handed in; whether it opens anything is for the room to say. Throws Problem too-many. */
  look: (request: Request, now: Date) => Promise<string>;
  /** The same for whoever changes something. */
  write: (request: Request, now: Date) => Promise<string>;
}

/** Counts looks by whoever looks and writes by link, under `name`, so that one page's visitors do not use up another's. */
export function linkDoor(
  database: Database,
  { name, writesAnHour = WRITES_AN_HOUR }: { name: string; writesAnHour?: number },
): LinkDoor {
  const look = async (request: Request, now: Date) => {
    const looks = { of: `${name} look ${peerOf(request)}`, most: LOOKS_A_MINUTE, seconds: 60 };
    await countOne(database, looks, now, TOO_MUCH);
    return (request.headers.get(LINK_HEADER) ?? "").slice(0, LONGEST_TOKEN);
  };
  const write = async (request: Request, now: Date) => {
    const token = await look(request, now);
    const writes = { of: `${name} write ${token}`, most: writesAnHour, seconds: 3_600 };
    await countOne(database, writes, now, TOO_MUCH);
    return token;
  };
  return { look, write };
}
