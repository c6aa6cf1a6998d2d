import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Clock } from "#lib/kernel/clock.ts";
import { invalid, Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { bytesOf, jsonOf, refuseUnkeepable, textOf } from "./body.ts";
import { refuseForeignSite } from "./guard.ts";
import { claimKey, idempotencyKeyOf, keepAnswer, requestHash, type Answered } from "./idempotency.ts";
import { issueText } from "./issue-words.ts";
import { countOne } from "./rate.ts";
import { visitOf } from "./visit.ts";

export { z } from "@hono/zod-openapi";

export type Scope = "read" | "write" | "import" | "admin";

/** Who knocks: a member by session, or by a key that may do only what its scopes say. */
export interface Identity {
  workspaceId: string;
  memberId: string;
  via: "session" | "key";
  scopes: readonly Scope[];
}

export interface Doorkeeper {
  /** Null when nobody is signed in. */
  identify(request: Request, now: Date): Promise<Identity | null>;
  /** Throws Problem not-signed-in when the member is no longer there. */
  actorOf(tx: Tx, identity: Identity, now: Date): Promise<Actor>;
}

type Shape = z.ZodType | undefined;
type Out<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

export type Status = 200 | 201 | 202;

/** An answer that says its own status: one of the two that its route names. */
export interface Told<T> {
  [TOLD]: Status;
  answer: T;
}
const TOLD: unique symbol = Symbol("told");

export function told<T>(status: Status, answer: T): Told<T> {
  return { [TOLD]: status, answer };
}

export interface RouteOf<P extends Shape, Q extends Shape, B extends Shape, A extends Shape> {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** "/asks/{id}"; the API's prefix comes before it. */
  path: string;
  /** One plain sentence. */
  summary: string;
  scope: Scope;
  params?: P;
  query?: Q;
  body?: B;
  /** The schema of the answer; none: 204. */
  answer?: A;
  status?: Status;
  /** A second status that a call may answer with, by saying `told(status, answer)`. */
  orStatus?: Status;
  /** Takes the raw body itself (files). `whole`: its bytes have all come before the transaction begins, and are handed over. */
  upload?: { most: number; media: string; whole?: true };
  /** Answers a file of this media type, as a Response of its own; `answer` then stands for its text. */
  download?: string;
  /** The answer holds a secret: it is not kept for a repeat of the request, which is a conflict instead. */
  secret?: true;
  /** What the body says is never kept, not even as a fingerprint from which it could be guessed: a repeat is known by its key and address. */
  sealed?: true;
  /** Waits until no other write is going on in the workspace. */
  alone?: true;
}

export interface Call<P extends Shape, Q extends Shape, B extends Shape> {
  actor: Actor;
  tx: Tx;
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  /** Of an upload that is handed over whole. */
  bytes: Buffer<ArrayBuffer>;
  request: Request;
  identity: Identity;
}

export interface ApiOptions {
  database: Database;
  clock: Clock;
  doorkeeper: Doorkeeper;
  /** Holds each answer against its schema; on in tests. */
  checkAnswers?: boolean;
}

export interface Api {
  hono: OpenAPIHono;
  options: ApiOptions;
  route<
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends Shape = undefined,
    A extends Shape = undefined,
  >(
    route: RouteOf<P, Q, B, A>,
    handle: (
      call: Call<P, Q, B>,
    ) => Promise<A extends z.ZodType ? z.input<A> | Told<z.input<A>> | Response : void | Response>,
  ): void;
  /** A route without a member: sign-in, first visit, links with a token. It opens its own transactions. */
  open<
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends Shape = undefined,
    A extends Shape = undefined,
  >(
    route: Omit<RouteOf<P, Q, B, A>, "scope" | "alone"> & {
      /** Says in the description that it needs a session, */ session?: true;
      /** or what a link carries, in LINK_HEADER. */ link?: true;
      /** What stands in its address is all that speaks for it, no cookie: any site's server or form may send it (RFC 8058). */
      anySite?: true;
    },
    handle: (call: OpenCall<P, Q, B>) => Promise<(A extends z.ZodType ? z.input<A> : void) | Response>,
  ): void;
}

export interface OpenCall<P extends Shape, Q extends Shape, B extends Shape> {
  now: Date;
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  request: Request;
}

export const API_PREFIX = "/api/v1";
/** What stands behind "#" in a link to a page outside; never an address, so that no log and no proxy keeps it. */
export const LINK_HEADER = "askwell-link";
const ANOTHER_WROTE_IT =
  "this was written by another member or in another workspace; it waits until they are signed in again";
const MOST_BODY = 1_000_000;
const WRITES_A_MINUTE = 6_000;

/** The table of routes: what validates a request also describes it in OpenAPI. */
export function createApi(options: ApiOptions): Api {
  const hono = new OpenAPIHono();
  const { database, clock, doorkeeper } = options;

  return {
    hono,
    options,
    route(route, handle) {
      describe(hono, route, [{ key: [route.scope] }, { session: [] }]);
      hono.on(route.method, honoPath(route.path), async (c) => {
        const visit = visitOf(c.req.raw);
        const now = visit?.actor.now ?? clock.now();
        const identity = visit?.identity ?? (await doorkeeper.identify(c.req.raw, now));
        if (!identity)
          throw new Problem("not-signed-in", "sign in, or send a key as `Authorization: Bearer KEY`");
        if (identity.via === "session") refuseForeignSite(c.req.raw);
        if (!identity.scopes.includes(route.scope)) {
          throw new Problem(
            "not-allowed",
            `this key lacks the scope "${route.scope}"; make one that has it in the settings`,
          );
        }
        const input = await readInput(c, route);
        const call = (tx: Tx, actor: Actor) =>
          handle({ ...input.parsed, actor, tx, request: c.req.raw, identity } as never);
        if (route.method === "get") {
          const answer = visit
            ? await call(visit.tx, visit.actor)
            : await database.read(identity.workspaceId, async (tx) =>
                call(tx, await doorkeeper.actorOf(tx, identity, now)),
              );
          return answerWith(c, route, { status: route.status ?? 200, answer }, options);
        }
        const key = idempotencyKeyOf(c.req.header("idempotency-key"));
        const writtenBy = c.req.header("askwell-written-by");
        if (writtenBy !== undefined && writtenBy !== identity.memberId)
          throw new Problem("conflict", ANOTHER_WROTE_IT, undefined, { writtenBy: "another" });
        // Before the transaction: within it, it would wait for a connection while it holds one.
        await countOne(
          database,
          { of: `write ${identity.memberId}`, most: WRITES_A_MINUTE, seconds: 60 },
          now,
        );
        const done = await database[route.alone ? "alone" : "write"](identity.workspaceId, async (tx) => {
          const work = async (actor: Actor) => answered(route, await call(tx, actor));
          const known = doorkeeper.actorOf(tx, identity, now);
          if (key === null) return work(await known);
          const hash = requestHash(route.method, addressOf(c), route.sealed ? "" : input.text);
          const asked = {
            memberId: identity.memberId,
            key,
            hash,
            now,
            secret: route.secret,
            mayBeLate: writtenBy !== undefined,
          };
          const [actor, earlier] = await Promise.all([known, claimKey(tx, asked)]);
          return earlier ?? keepAnswer(tx, asked, await work(actor));
        });
        return answerWith(c, route, done, options);
      });
    },
    open(route, handle) {
      describe(hono, { ...route, scope: "read" }, waysIn(route));
      hono.on(route.method, honoPath(route.path), async (c) => {
        if (visitOf(c.req.raw))
          throw invalid(`${route.path} is not read together with others; ask for it alone`);
        if (!route.anySite) refuseForeignSite(c.req.raw);
        const input = await readInput(c, { ...route, scope: "read" });
        const answer: unknown = await handle({
          ...input.parsed,
          now: clock.now(),
          request: c.req.raw,
        } as never);
        return answerWith(c, route, { status: route.answer ? (route.status ?? 200) : 204, answer }, options);
      });
    },
  };
}

function answered(route: RouteOf<Shape, Shape, Shape, Shape>, answer: unknown): Answered {
  if (typeof answer === "object" && answer !== null && TOLD in answer) {
    const { [TOLD]: status, answer: said } = answer as Told<unknown>;
    if (status !== (route.status ?? 200) && status !== route.orStatus)
      throw new Error(`${route.path} names no status ${status}`);
    return { status, answer: said };
  }
  return { status: route.answer ? (route.status ?? 200) : 204, answer };
}

function waysIn({ session, link }: { session?: true; link?: true }): Record<string, string[]>[] {
  return [...(session ? [{ session: [] }] : []), ...(link ? [{ link: [] }] : [])];
}

function honoPath(path: string): string {
  return API_PREFIX + path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** The path and the query. */
function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

async function readInput(c: Context, route: RouteOf<Shape, Shape, Shape, Shape>) {
  const text = route.body ? await textOf(c.req.raw, MOST_BODY) : "";
  const bytes = route.upload?.whole ? await bytesOf(c.req.raw, route.upload.most) : Buffer.alloc(0);
  refuseUnkeepable(c.req.param());
  return {
    text,
    parsed: {
      bytes,
      params: route.params ? check(route.params, c.req.param(), "not-found") : undefined,
      query: route.query ? check(route.query, queryOf(c), "invalid") : undefined,
      body: route.body ? check(route.body, jsonOf(text), "invalid") : undefined,
    },
  };
}

/** A key that stands twice is a list; an empty value counts as not given. */
function queryOf(c: Context): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [key, values] of Object.entries(c.req.queries())) {
    refuseUnkeepable(values);
    const given = values.filter((value) => value !== "");
    if (given.length > 0) query[key] = given.length === 1 ? (given[0] as string) : given;
  }
  return query;
}

function check(schema: z.ZodType, value: unknown, kind: "invalid" | "not-found"): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".");
  if (kind === "not-found") throw new Problem("not-found", "there is nothing here");
  throw invalid(issue ? issueText(issue, value) : "not as expected", field || undefined);
}

function answerWith(
  c: Context,
  route: { answer?: Shape },
  { status, answer }: Answered,
  options: ApiOptions,
): Response {
  if (answer instanceof Response) return answer;
  if (status === 204 || answer === undefined) return c.body(null, 204);
  if (options.checkAnswers && route.answer) {
    const checked = route.answer.safeParse(answer);
    if (!checked.success) throw new Error(`the answer does not fit its schema: ${checked.error.message}`);
  }
  c.header("cache-control", "no-store");
  return c.json(answer as object, status as 200);
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    kind: z.string(),
    field: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    requestId: z.string(),
  })
  .openapi("Problem");

function describe(
  hono: OpenAPIHono,
  route: RouteOf<Shape, Shape, Shape, Shape>,
  security: Record<string, string[]>[],
): void {
  const problem = {
    description: "A problem, as RFC 9457 says it",
    content: { "application/problem+json": { schema: problemSchema } },
  };
  const writes = route.method !== "get";
  const headers =
    writes && security.some((way) => way["key"])
      ? z.object({
          "idempotency-key": z.string().max(200).optional(),
          "askwell-written-by": z
            .uuid()
            .optional()
            .describe(
              "The member who wrote this, where it may arrive late: it is refused for anybody else, and its key is known for 35 days instead of two",
            ),
        })
      : undefined;
  const status = route.answer ? (route.status ?? 200) : 204;
  const content = { [route.download ?? "application/json"]: { schema: route.answer as z.ZodType } };
  hono.openAPIRegistry.registerPath({
    method: route.method,
    path: API_PREFIX + route.path,
    summary: route.summary,
    operationId: operationId(route.method, route.path),
    tags: [route.path.split("/")[1] ?? "api"],
    security,
    request: {
      ...(route.params ? { params: route.params as never } : {}),
      ...(route.query ? { query: route.query as never } : {}),
      ...(headers ? { headers } : {}),
      ...(route.body
        ? { body: { required: true, content: { "application/json": { schema: route.body } } } }
        : {}),
      ...(route.upload
        ? { body: { required: true, content: { [route.upload.media]: { schema: z.any() } } } }
        : {}),
    },
    responses: {
      [status]: route.answer ? { description: "Done", content } : { description: "Done; nothing to say" },
      ...(route.orStatus
        ? { [route.orStatus]: { description: "Done, with what was there already", content } }
        : {}),
      default: problem,
    },
  });
}

function operationId(method: string, path: string): string {
  const words = path.replaceAll(/[{}]/g, "").split(/[/.-]/).filter(Boolean);
  return method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}
