import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

interface Served {
  type: string;
  etag: string;
  forever: boolean;
  plain: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves the browser bundle from memory, compressed once; an address without an ending opens the page of that name, and every other that is no API the app. */
export async function serveBundle(folder: string): Promise<MiddlewareHandler> {
  const files = await readBundle(folder);
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    if (/^\/(api|healthz|readyz)(\/|$)/.test(c.req.path)) return next();
    const { path } = c.req;
    const page = extname(path) === "" ? (files.get(`${path}.html`) ?? files.get("/index.html")) : undefined;
    const file = files.get(path) ?? page;
    if (!file) return next();
    const headers = new Headers({
      "content-type": file.type,
      etag: file.etag,
      vary: "accept-encoding",
      "cache-control": file.forever ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (c.req.header("if-none-match") === file.etag) return new Response(null, { status: 304, headers });
    const accepts = c.req.header("accept-encoding") ?? "";
    const coding =
      file.br && /\bbr\b/.test(accepts) ? "br" : file.gzip && /\bgzip\b/.test(accepts) ? "gzip" : null;
    if (coding) headers.set("content-encoding", coding);
    const body = coding ? file[coding] : file.plain;
    return new Response(c.req.method === "HEAD" ? null : body, { headers });
  };
}

async function readBundle(folder: string): Promise<Map<string, Served>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const served = await Promise.all(
    files.map(async (file) => [pathOf(folder, file), await readServed(file)] as const),
  );
  return new Map(served);
}

function pathOf(folder: string, file: string): string {
  return `/${relative(folder, file).split(sep).join("/")}`;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function readServed(file: string): Promise<Served> {
  const plain = new Uint8Array(await readFile(file));
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`;
  // The bundler puts a hash of the content into the names of everything under assets/.
  const forever = file.includes(`${sep}assets${sep}`);
  if (!/text|javascript|json|svg/.test(type) || plain.length < 500) return { type, etag, forever, plain };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [br, gz] = await Promise.all([brotli(plain, quality), zip(plain, { level: 9 })]);
  return { type, etag, forever, plain, br: new Uint8Array(br), gzip: new Uint8Array(gz) };
}
