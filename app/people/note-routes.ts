import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { keepPrivateNote, privateNoteOf } from "./note-actions.ts";

const note = z.object({ text: z.string().describe("Empty: no note") }).openapi("PrivateNote");

export function noteRoutes(api: Api): void {
  for (const [kind, path] of [
    ["person", "/people/{id}/private-note"],
    ["account", "/accounts/{id}/private-note"],
  ] as const) {
    api.route(
      {
        method: "get",
        path,
        summary: `What you wrote about this ${kind} for your own eyes.`,
        scope: "read",
        params: idParam,
        answer: note,
      },
      async ({ tx, actor, params }) => ({ text: await privateNoteOf(tx, actor, { kind, id: params.id }) }),
    );
    api.route(
      {
        method: "put",
        path,
        summary: `Write about this ${kind} for your own eyes.`,
        scope: "write",
        params: idParam,
        body: z.object({ text: z.string() }),
        answer: note,
      },
      async ({ tx, actor, params, body }) => ({
        text: await keepPrivateNote(tx, actor, { kind, id: params.id }, body.text),
      }),
    );
  }
}
