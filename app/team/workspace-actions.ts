import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";
import { checkSettings, slugOf, type WorkspaceSettings } from "./workspace.ts";
import { findWorkspaceId, insertMember, insertWorkspace } from "./workspace-store.ts";

export interface NewWorkspace {
  settings: WorkspaceSettings;
  owner: { name: string; email: string; userId: string | null };
  story?: "demo";
}

export interface OpenedWorkspace {
  workspaceId: string;
  ownerId: string;
  slug: string;
}

/** Makes a workspace with its owner, who is its first leader. Throws Problem conflict when the slug is taken. */
export async function openWorkspace(
  database: Database,
  wanted: NewWorkspace,
  now: Date,
): Promise<OpenedWorkspace> {
  checkSettings(wanted.settings);
  if (!/^\S+@\S+\.\S+$/.test(wanted.owner.email))
    throw invalid(`"${wanted.owner.email}" is not an e-mail address`, "email");
  const slug = slugOf(wanted.settings.name);
  const workspaceId = newId(now);
  const ownerId = newId(now);
  try {
    await database.write(workspaceId, async (tx) => {
      await insertWorkspace(tx, slug, wanted.settings, now, wanted.story ?? null);
      const owner = { id: ownerId, role: "leader" as const, teamId: null, ...wanted.owner };
      await insertMember(tx, owner, dayIn(now, wanted.settings.timeZone), now);
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === "workspace_slug_key") {
      throw conflict(`there is a workspace "${slug}" already; choose another name`);
    }
    throw error;
  }
  return { workspaceId, ownerId, slug };
}

/** Throws Problem invalid when there is none. */
export async function workspaceIdOf(database: Database, slug: string): Promise<string> {
  const id = await findWorkspaceId(database, slug);
  if (!id) throw invalid(`there is no workspace "${slug}"`, "workspace");
  return id;
}
