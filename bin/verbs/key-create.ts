import { Problem } from "#lib/kernel/problem.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { KEY_SCOPES } from "#doors/key.ts";
import { makeKey } from "#doors/key-actions.ts";
import { workspaceIdOf } from "#team/workspace-actions.ts";
import { findMemberByEmail } from "#team/workspace-store.ts";
import { readOptions } from "../arguments.ts";
import { withStorage } from "../database.ts";

export const help = `
askwell key create --workspace W --member EMAIL [--name NAME] [--scopes read,write,import,admin]

Makes an API key that acts as the member and prints it alone, this once: it is kept only as a hash. Without --scopes it may
do all that the member may. Withdraw it in the settings, under API keys.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const given = readOptions(args, { needed: ["workspace", "member"], may: ["name", "scopes"] });
  return withStorage(
    async ({ database }) => {
      const workspaceId = await workspaceIdOf(database, given.workspace ?? "");
      const text = await database.write(workspaceId, async (tx) => {
        const member = await findMemberByEmail(tx, given.member ?? "");
        if (!member)
          throw new Problem("invalid", `nobody in ${given.workspace} has the address ${given.member}`);
        const scopes = given.scopes?.split(",") ?? [...KEY_SCOPES];
        const wanted = {
          memberId: member.id,
          name: given.name ?? "made on the command line",
          scopes,
          createdBy: null,
        };
        return (await makeKey(tx, wanted, systemClock.now())).text;
      });
      console.log(text);
      return 0;
    },
    { say },
  );
}
