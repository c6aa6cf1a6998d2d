import { Readable } from "node:stream";
import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import type { SealedFiles } from "#lib/storage/sealed-files.ts";
import {
  changeViewers,
  myTakes,
  openTake,
  receivePiece,
  seeTake,
  shareTake,
  takesForMe,
  withdrawTake,
  type SeenTake,
} from "./take-actions.ts";
import { heardShape, takeView, type TakeView } from "./take-view.ts";
import { MOST_TAKE_BYTES, rangeOf, SHARED_DAYS, TAKE_PIECE_BYTES, TAKE_TYPE } from "./take.ts";

const viewerIds = z.array(z.uuid()).min(1).max(20);

/** Recordings that members share: `files` is where they are kept. */
export function takeRoutes(api: Api, files: SealedFiles): void {
  api.route(
    {
      method: "get",
      path: "/practice-takes",
      summary: "Takes that you share, or those of colleagues that you may see; the latest first.",
      scope: "read",
      query: z.object({ of: z.enum(["mine", "colleagues"]).default("mine") }),
      answer: z.object({ items: z.array(takeView) }),
    },
    async ({ tx, actor, query }) => {
      const takes = await (query.of === "mine" ? myTakes : takesForMe)(tx, actor);
      return { items: takes.map(takeViewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/practice-takes",
      summary:
        "Begin to share a take with whom you choose. Its bytes follow in pieces; where it is of a session, those chosen are asked to score it.",
      scope: "write",
      body: z.object({
        sessionId: z.uuid().nullish(),
        scenarioName: z.string().trim().min(1).max(200),
        type: z.string().max(100).regex(TAKE_TYPE, "must be video or audio as WebM or MP4"),
        seconds: z.int().min(0).max(21_600),
        bytes: z.int().min(1).describe(`At most ${MOST_TAKE_BYTES}`),
        heard: heardShape.nullish(),
        viewerIds,
        keepDays: z
          .int()
          .min(1)
          .max(SHARED_DAYS.most)
          .default(SHARED_DAYS.usual)
          .describe("Until when it can be seen"),
      }),
      answer: takeView,
      status: 201,
    },
    async ({ tx, actor, body }) => takeViewOf(await shareTake(tx, actor, files, body)),
  );
  api.route(
    {
      method: "get",
      path: "/practice-takes/{id}",
      summary: "A take that you share or may see.",
      scope: "read",
      params: idParam,
      answer: takeView,
    },
    async ({ tx, actor, params }) => takeViewOf(await seeTake(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/practice-takes/{id}/pieces",
      summary: `The bytes that begin there: ${TAKE_PIECE_BYTES} of them, or all that are left. A conflict says where to go on.`,
      scope: "write",
      params: idParam,
      query: z.object({ at: z.coerce.number().int().min(0).max(MOST_TAKE_BYTES) }),
      upload: { most: TAKE_PIECE_BYTES, media: "application/octet-stream", whole: true },
      answer: takeView,
    },
    async ({ tx, actor, params, query, bytes }) =>
      takeViewOf(await receivePiece(tx, actor, files, { id: params.id, at: query.at, bytes })),
  );
  api.route(
    {
      method: "get",
      path: "/practice-takes/{id}/media",
      summary: "The recording itself, or the part of it that the Range header asks for.",
      scope: "read",
      params: idParam,
      download: "video/webm",
      answer: z.string(),
    },
    async ({ tx, actor, params, request }) => {
      const { take, key } = await openTake(tx, actor, params.id);
      const { bytes } = take;
      const headers = new Headers({
        "content-type": take.type,
        "accept-ranges": "bytes",
        "cache-control": "no-store",
        "content-disposition": "inline",
      });
      const range = rangeOf(request.headers.get("range"), bytes);
      if (range === "none") {
        headers.set("content-range", `bytes */${bytes}`);
        return new Response(null, { status: 416, headers });
      }
      const { from, to } = range ?? { from: 0, to: bytes };
      headers.set("content-length", String(to - from));
      if (range !== null) headers.set("content-range", `bytes ${from}-${to - 1}/${bytes}`);
      const name = { workspaceId: tx.workspaceId, id: take.id };
      const body = Readable.toWeb(
        Readable.from(files.read(name, key, from, to)),
      ) as ReadableStream<Uint8Array>;
      return new Response(body, { status: range === null ? 200 : 206, headers });
    },
  );
  api.route(
    {
      method: "put",
      path: "/practice-takes/{id}/viewers",
      summary: "Say anew who may see a take of yours: these, and nobody else.",
      scope: "write",
      params: idParam,
      body: z.object({ viewerIds }),
      answer: takeView,
    },
    async ({ tx, actor, params, body }) =>
      takeViewOf(await changeViewers(tx, actor, params.id, body.viewerIds)),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-takes/{id}",
      summary: "Withdraw a take of yours: its file and its key are gone at once.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => withdrawTake(tx, actor, files, params.id),
  );
}

function takeViewOf({ take, viewers }: SeenTake): TakeView {
  const { wrappedKey: _key, sharedAt, ...rest } = take;
  return {
    ...rest,
    sharedAt: sharedAt.toISOString(),
    viewers: viewers.map(({ id, name }) => ({ id, name })),
  };
}
