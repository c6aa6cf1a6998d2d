import { type Api } from "#lib/http/api.ts";
import type { Tx } from "#lib/storage/database.ts";
import { changeSettings } from "./workspace-actions.ts";
import { findRecount, readWorkspace } from "./workspace-store.ts";
import { settings, workspaceView, type WorkspaceView } from "./workspace-view.ts";

export function workspaceRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/workspace",
      summary: "The workspace's settings.",
      scope: "read",
      answer: workspaceView,
    },
    async ({ tx }) => view(tx),
  );
  api.route(
    {
      method: "put",
      path: "/workspace",
      summary: "Change the workspace's settings. Another first day of the week comes with a recount.",
      scope: "admin",
      body: settings,
      answer: workspaceView,
    },
    async ({ tx, actor, body }) => {
      await changeSettings(tx, actor, body);
      return view(tx);
    },
  );
}

async function view(tx: Tx): Promise<WorkspaceView> {
  const { story: _story, ...settings } = await readWorkspace(tx);
  return { ...settings, recount: await findRecount(tx) };
}
