import { pino } from "pino";
import { giveAccount } from "#demo/cast.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { keepSecret } from "#team/secret-actions.ts";
import { createSignIn } from "#team/sign-in-server.ts";
import type { RunningServer, Scratch } from "./scratch.ts";

/** Signs a member in to a running server as a browser would be, and answers the cookie as "name=value". */
export async function signIn(
  { database }: Pick<Scratch, "database">,
  server: RunningServer,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string> {
  const userId = await giveAccount(database, workspaceId, memberId, systemClock.now());
  const secret = await keepSecret(database, process.env, systemClock.now());
  const log = pino({ level: "silent" });
  const signing = createSignIn({ database, clock: systemClock, log, url: server.url, secret });
  const setCookie = await signing.start(userId, new Headers());
  return setCookie.split(";")[0] as string;
}
