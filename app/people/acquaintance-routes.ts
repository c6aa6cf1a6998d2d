import { told, z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { ACQUAINTANCE_KINDS } from "./acquaintance.ts";
import { rememberPerson, sayAcquainted, takeBackAcquaintance } from "./acquaintance-actions.ts";
import { acquaintanceView, rememberedView } from "./standing-view.ts";

export function acquaintanceRoutes(api: Api): void {
  api.route(
    {
      method: "post",
      path: "/acquaintances",
      summary:
        "Write down somebody whom you know, by name and perhaps company; 200 when they are known already, and not made twice.",
      scope: "write",
      body: z.object({
        fullName: z.string(),
        accountName: z
          .string()
          .nullable()
          .default(null)
          .describe("Found by its name, or added as a prospect"),
        kind: z.enum(ACQUAINTANCE_KINDS),
        detail: z.string().max(300).optional().describe("Where this comes from, in words"),
      }),
      answer: rememberedView,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, body: { detail, ...said }, identity }) => {
      const cameFrom = identity.via === "key" ? "api" : "typed";
      const remembered = await rememberPerson(tx, actor, said, { cameFrom, detail });
      return told(remembered.known ? 200 : 201, remembered);
    },
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/acquaintances",
      summary: "Say that you know somebody, and as what; 200 when you had said so before.",
      scope: "write",
      params: idParam,
      body: z.object({ kind: z.enum(ACQUAINTANCE_KINDS) }),
      answer: acquaintanceView,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, params, body }) => {
      const { said, isNew } = await sayAcquainted(tx, actor, params.id, body.kind);
      return told(isNew ? 201 : 200, said);
    },
  );
  api.route(
    {
      method: "delete",
      path: "/acquaintances/{id}",
      summary: "Take back that you know somebody as that.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAcquaintance(tx, actor, params.id),
  );
}
