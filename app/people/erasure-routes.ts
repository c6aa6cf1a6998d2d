import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";
import { erasePerson, everythingOf } from "./erasure-actions.ts";
import { erasureView } from "./erasure-view.ts";

/** `kept` is what the rooms keep of somebody. */
export function erasureRoutes(api: Api, kept: readonly KeptOf[]): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/export",
      summary: "Everything the workspace knows of somebody, room by room, as one file; for leaders.",
      scope: "admin",
      params: idParam,
      download: "application/json",
      answer: z.string(),
    },
    async ({ tx, actor, params }) => {
      const { name, known } = await everythingOf(tx, actor, params.id, kept);
      const file = { "everything known of": name, "made at": actor.now.toISOString(), ...known };
      return new Response(`${JSON.stringify(file, null, 2)}\n`, {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": `attachment; filename="everything-known.json"; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      });
    },
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/erasure",
      summary:
        "Take out all that is known of somebody, for good; for leaders. What was counted stays counted without a name.",
      scope: "admin",
      params: idParam,
      body: z.object({ name: z.string().max(400).describe("Theirs, typed, so that it is nobody else") }),
      answer: erasureView,
      alone: true,
    },
    async ({ tx, actor, params, body }) => {
      const { id, erasedAt } = await erasePerson(tx, actor, params.id, body, kept);
      return { id, erasedAt: erasedAt.toISOString() };
    },
  );
}
