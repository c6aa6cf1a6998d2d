import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { findJob } from "#lib/jobs/queue.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  applyImport,
  bringFile,
  getImport,
  mapImport,
  MOST_BYTES,
  setAside,
  undoImport,
} from "./import-actions.ts";
import { type KnownRow, listRows } from "./import-row-store.ts";
import { type ImportRow, listImports } from "./import-store.ts";
import { isAtWork, ROW_ACTIONS } from "./import.ts";
import { mendFile } from "./mend-actions.ts";
import { FORMATS } from "./recognise.ts";
import { suggestMapping } from "./suggest.ts";
import { KINDS, columns, importView, type ImportView, rowView, type ImportRowView } from "./import-view.ts";

export function importRoutes(api: Api): void {
  api.route(
    {
      method: "post",
      path: "/imports",
      summary: "Bring a file: its bytes are the body. One that is recognised is previewed at once.",
      scope: "import",
      query: z.object({ name: z.string().min(1).max(1_000) }),
      upload: { most: MOST_BYTES, media: "application/octet-stream" },
      answer: importView,
      status: 201,
    },
    async ({ tx, actor, query, request }) => {
      const told = Number(request.headers.get("content-length") ?? 0);
      if (told > MOST_BYTES)
        throw new Problem("too-large", "a file may hold at most 200 MB; split it and bring the parts");
      // A transaction that is done again cannot read the body again.
      if (request.bodyUsed) throw new Problem("unavailable", "the file did not come through; bring it again");
      const bytes = (request.body ?? new Blob([]).stream()) as AsyncIterable<Uint8Array>;
      return viewOf(tx, await bringFile(tx, actor, { name: query.name, bytes }));
    },
  );
  api.route(
    {
      method: "get",
      path: "/imports",
      summary: "Files that were brought, the latest first, a page at a time.",
      scope: "read",
      query: listQuery,
      answer: pageOf(importView),
    },
    async ({ tx, query }) => {
      const page = await listImports(tx, query.cursor, query.limit);
      return { ...page, items: await Promise.all(page.items.map((one) => viewOf(tx, one))) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/imports/{id}",
      summary: "One import: what its columns mean, what it would do or did, and how far it is.",
      scope: "read",
      params: idParam,
      answer: importView,
    },
    async ({ tx, params }) => viewOf(tx, await getImport(tx, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/imports/{id}",
      summary: "Set a file aside that was not brought in.",
      scope: "import",
      params: idParam,
    },
    async ({ tx, actor, params }) => setAside(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/imports/{id}/rows",
      summary: "What becomes of each row, and why; a page at a time.",
      scope: "read",
      params: idParam,
      query: listQuery.extend({ action: z.enum(ROW_ACTIONS).optional(), kept: z.stringbool().optional() }),
      answer: pageOf(rowView),
    },
    async ({ tx, params, query }) => {
      await getImport(tx, params.id);
      const page = await listRows(tx, params.id, query, query.cursor, query.limit);
      return { ...page, items: page.items.map(rowViewOf) };
    },
  );
  api.route(
    {
      method: "put",
      path: "/imports/{id}/mapping",
      summary:
        "Say what the columns mean; remembered for files of the same shape. The file is previewed anew.",
      scope: "import",
      params: idParam,
      body: z.object({ kind: z.enum(KINDS), columns, system: z.string().max(60).optional() }),
      answer: importView,
      status: 202,
    },
    async ({ tx, actor, params, body }) => viewOf(tx, await mapImport(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/imports/{id}/application",
      summary: "Bring the file in, as the preview showed it, in the background.",
      scope: "import",
      params: idParam,
      answer: importView,
      status: 202,
    },
    async ({ tx, actor, params }) => viewOf(tx, await applyImport(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/imports/{id}/application",
      summary: "Take the whole import back, in the background.",
      scope: "import",
      params: idParam,
      answer: importView,
      status: 202,
    },
    async ({ tx, actor, params }) => viewOf(tx, await undoImport(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/imports/{id}/mend.csv",
      summary: "The rows that did not go in, as a file to mend and bring again.",
      scope: "read",
      params: idParam,
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, params }) => {
      const { name, text } = await mendFile(tx, params.id);
      return new Response(text, {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="rows-to-mend.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      });
    },
  );
}

async function viewOf(tx: Tx, one: ImportRow): Promise<ImportView> {
  const { headerKey: _, jobId, actId: __, assumptions, at, appliedAt, undoneAt, ...rest } = one;
  const job = jobId !== null && isAtWork(one.state) ? await findJob(tx, jobId) : null;
  return {
    ...rest,
    mapping: one.mapping,
    suggestion: one.mapping ? null : suggestMapping(one.headers),
    formatLabel: FORMATS.find(({ id }) => id === one.format)?.label ?? null,
    assumptions: assumptions?.said ?? [],
    progress: job?.progress ?? null,
    at: at.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}

function rowViewOf(row: KnownRow): ImportRowView {
  const { line, action, title, reason, subjectKind, subjectId, kept } = row;
  return { line: line > 0 ? line : null, action, title, reason, subjectKind, subjectId, kept };
}
