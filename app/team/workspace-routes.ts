import { z, type Api } from "#lib/http/api.ts";
import type { Tx } from "#lib/storage/database.ts";
import { PATTERNS } from "./workspace.ts";
import { changeSettings } from "./workspace-actions.ts";
import { findRecount, readWorkspace } from "./workspace-store.ts";

const firstDay = z.literal([1, 2, 3, 4, 5, 6, 7]);

export const calendarShape = z
  .object({
    firstDay: firstDay.describe("The day weeks begin on; 1 is Monday."),
    pattern: z
      .enum(PATTERNS)
      .describe("How weeks make months: by the fourth-day rule, or in a fixed pattern."),
    startMonth: z
      .literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      .describe("The month in which the fiscal year starts; 1 is January."),
  })
  .openapi("Calendar");

const settings = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  calendar: calendarShape,
  defaultCountry: z.string().nullable(),
  restDays: z
    .int()
    .optional()
    .describe("Days between two asks of one source, of whomever; not said, it stays as it is."),
});

const workspaceView = settings
  .extend({
    slug: z.string(),
    restDays: z.int(),
    recount: z
      .object({ jobId: z.uuid(), firstDay })
      .nullable()
      .describe(
        "Weeks will begin on this day as soon as everything is counted anew; GET /jobs/{jobId} says how far it is.",
      ),
  })
  .openapi("Workspace");
export type WorkspaceView = z.infer<typeof workspaceView>;

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
