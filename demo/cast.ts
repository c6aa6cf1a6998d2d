import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Database } from "#lib/storage/database.ts";
import { makeKey } from "#doors/key-actions.ts";
import { findMember, linkMember } from "#team/member-store.ts";
import { giveSeat } from "#team/session-store.ts";
import { insertUser } from "#team/user-store.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { insertMember, insertTeam, readWorkspace } from "#team/workspace-store.ts";

/** The small cast that every test plays with: two teams, and a stranger in another workspace. */
export interface Cast {
  workspaceId: string;
  teams: { north: string; south: string };
  /** Ids of members. */
  rep: string;
  colleague: string;
  manager: string;
  southRep: string;
  leader: string;
  stranger: { workspaceId: string; memberId: string };
  /** API keys that speak for each of them. */
  keys: Record<"rep" | "colleague" | "manager" | "southRep" | "leader" | "stranger", string>;
}

const settings = {
  name: "Nordlicht Systeme",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
  defaultCountry: "DE",
} as const;

/** An account to sign in with, and a seat, for a member who has none; answers the user's id. No password. */
export async function giveAccount(
  database: Database,
  workspaceId: string,
  memberId: string,
  now: Date,
): Promise<string> {
  return database.write(workspaceId, async (tx) => {
    const userId = `user-${memberId}`;
    const member = await findMember(tx, memberId, now.toISOString().slice(0, 10));
    if (!member) throw new Error("no such member");
    if (member.userId !== null) return member.userId;
    await insertUser(
      tx,
      { id: userId, name: member.name, email: member.email, passwordHash: null, verified: false },
      now,
    );
    await linkMember(tx, { memberId, userId, name: member.name }, now);
    await giveSeat(tx, { userId, memberId, workspaceId, workspaceName: (await readWorkspace(tx)).name }, now);
    return userId;
  });
}

export async function seatCast(database: Database, now: Date): Promise<Cast> {
  const owner = { name: "Lena Fuchs", email: "lena@nordlicht.example", userId: null };
  const { workspaceId, ownerId } = await openWorkspace(database, { settings, owner }, now);
  const other = await openWorkspace(
    database,
    {
      settings: { ...settings, name: "Fremdland Handel" },
      owner: { name: "Otto Fremd", email: "otto@fremdland.example", userId: null },
    },
    now,
  );
  const ids = {
    north: newId(now),
    south: newId(now),
    rep: newId(now),
    colleague: newId(now),
    manager: newId(now),
    southRep: newId(now),
  };
  const joined = addDays(now.toISOString().slice(0, 10), -500);
  return database
    .write(workspaceId, async (tx) => {
      await insertTeam(tx, { id: ids.north, name: "North", managerId: ids.manager }, now);
      await insertTeam(tx, { id: ids.south, name: "South", managerId: null }, now);
      const member = (id: string, name: string, role: "rep" | "manager", teamId: string) =>
        insertMember(
          tx,
          {
            id,
            name,
            role,
            teamId,
            userId: null,
            email: `${name.split(" ")[0]!.toLowerCase()}@nordlicht.example`,
          },
          joined,
          now,
        );
      await member(ids.rep, "Mia Sommer", "rep", ids.north);
      await member(ids.colleague, "Jonas Weber", "rep", ids.north);
      await member(ids.manager, "Petra Lang", "manager", ids.north);
      await member(ids.southRep, "Tariq Aziz", "rep", ids.south);
      const key = async (memberId: string) => {
        const made = await makeKey(
          tx,
          { memberId, name: "cast", scopes: ["read", "write", "import", "admin"], createdBy: null },
          now,
        );
        return made.text;
      };
      const keys = {
        rep: await key(ids.rep),
        colleague: await key(ids.colleague),
        manager: await key(ids.manager),
        southRep: await key(ids.southRep),
        leader: await key(ownerId),
      };
      return { keys, other, ids };
    })
    .then(async ({ keys }) => {
      const strangerKey = await database.write(other.workspaceId, (tx) =>
        makeKey(
          tx,
          {
            memberId: other.ownerId,
            name: "cast",
            scopes: ["read", "write", "import", "admin"],
            createdBy: null,
          },
          now,
        ),
      );
      return {
        workspaceId,
        teams: { north: ids.north, south: ids.south },
        rep: ids.rep,
        colleague: ids.colleague,
        manager: ids.manager,
        southRep: ids.southRep,
        leader: ownerId,
        stranger: { workspaceId: other.workspaceId, memberId: other.ownerId },
        keys: { ...keys, stranger: strangerKey.text },
      };
    });
}
