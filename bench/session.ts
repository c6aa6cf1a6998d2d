import { pino } from "pino";
import { giveAccount } from "#demo/cast.ts";
import { keepSecret } from "#lib/http/secret.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { createSignIn } from "#team/sign-in-server.ts";
import type { RunningServer, Scratch } from "./scratch.ts";

/** Signs a member in to a running server as a browser would be, and answers the cookie as "name=value". */
export async function signIn(
  { database, folder }: Pick<Scratch, "database" | "folder">,
  server: RunningServer,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string> {
  const userId = await giveAccount(database, workspaceId, memberId, systemClock.now());
  const secret = keepSecret(folder, process.env);
  const log = pino({ level: "silent" });
  const signing = createSignIn({ database, clock: systemClock, log, url: server.url, secret });
  const setCookie = await signing.start(userId, new Headers());
  return setCookie.split(";")[0] as string;
}
