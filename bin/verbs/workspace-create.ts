import { pino } from "pino";
import { readSettings } from "#lib/http/settings.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { actorOf } from "#team/door-actions.ts";
import { inviteAgain } from "#team/invitation-actions.ts";
import { keepSecret } from "#team/secret-actions.ts";
import { createSignIn } from "#team/sign-in-server.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { readOptions } from "../arguments.ts";
import { withStorage } from "../database.ts";

export const help = `
askwell workspace create --name NAME --owner EMAIL [--owner-name NAME] [--time-zone ZONE] [--currency CODE]

Makes a workspace and its owner, who is its first leader, and prints the workspace's short name alone: the name in lower
case, hyphens for spaces. The link by which the owner comes in and chooses a password is told beside it, on the error stream.
Time zone and currency (UTC, EUR) can be changed later in the settings.
`;

const CALENDAR = { firstDay: 1, pattern: "months", startMonth: 1 } as const;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const given = readOptions(args, {
    needed: ["name", "owner"],
    may: ["owner-name", "time-zone", "currency"],
  });
  const email = given.owner ?? "";
  return withStorage(
    async ({ database }) => {
      const settings = readSettings(process.env);
      const opened = await openWorkspace(
        database,
        {
          settings: {
            name: given.name ?? "",
            timeZone: given["time-zone"] ?? "UTC",
            currency: given.currency ?? "EUR",
            calendar: CALENDAR,
            defaultCountry: null,
          },
          owner: { name: given["owner-name"] ?? email.split("@")[0] ?? email, email, userId: null },
        },
        systemClock.now(),
      );
      const secret = await keepSecret(database, process.env, systemClock.now());
      const signIn = createSignIn({
        ...settings,
        database,
        secret,
        clock: systemClock,
        log: pino({ level: "warn" }),
      });
      const { link } = await database.write(opened.workspaceId, async (tx) => {
        const owner = await actorOf(tx, opened.ownerId, systemClock.now());
        return inviteAgain(tx, owner, { signIn, mail: false }, { memberId: opened.ownerId, byMail: false });
      });
      say(`workspace  ${email} comes in by ${link}`);
      console.log(opened.slug);
      return 0;
    },
    { say },
  );
}
