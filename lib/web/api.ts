import type { ProblemFacts, ProblemKind } from "#lib/kernel/problem.ts";
import { sayReached } from "./network.ts";

/** "lost": no answer came. "fault": the server broke or something between us answered in its place. */
export type ApiKind = ProblemKind | "lost" | "fault";

/** Any failed call. `reason` is a sentence for the person; `field` names the input it is about. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly kind: ApiKind;
  readonly reason: string;
  readonly field?: string;
  readonly requestId?: string;
  readonly facts?: ProblemFacts;

  constructor(
    status: number,
    kind: ApiKind,
    reason: string,
    more: { field?: string; requestId?: string; facts?: ProblemFacts } = {},
  ) {
    super(reason);
    this.status = status;
    this.kind = kind;
    this.reason = reason;
    if (more.field !== undefined) this.field = more.field;
    if (more.requestId !== undefined) this.requestId = more.requestId;
    if (more.facts !== undefined) this.facts = more.facts;
  }
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;
export type Method = "POST" | "PUT" | "PATCH" | "DELETE";

const ROOT = "/api/v1";
const PATIENCE_MS = 30_000;
const UPLOAD_PATIENCE_MS = 600_000;
const MOST_KEPT_ALIVE = 10_000;

/** GET `/api/v1${path}`. Throws an ApiProblem; an abort by the caller passes through as it is. */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return await call<T>(path + inAddress(query), { method: "GET" }, PATIENCE_MS, signal);
}

/**
 * A change. `gesture` is one press of one button: the same gesture sent again is carried out once.
 * `body` is sent as JSON; FormData and a file go as they are. `writtenBy` is the member who wrote it, where it may reach the
 * server later: it is refused when somebody else is signed in then.
 */
export async function write<T = void>(
  method: Method,
  path: string,
  body?: unknown,
  gesture: string = newGesture(),
  { patienceMs = PATIENCE_MS, writtenBy }: { patienceMs?: number; writtenBy?: string } = {},
): Promise<T> {
  const headers: Record<string, string> = { "Idempotency-Key": gesture };
  if (writtenBy !== undefined) headers["Askwell-Written-By"] = writtenBy;
  if (body instanceof FormData) return await call<T>(path, { method, headers, body }, UPLOAD_PATIENCE_MS);
  if (body instanceof Blob) {
    headers["Content-Type"] = "application/octet-stream";
    return await call<T>(path, { method, headers, body }, UPLOAD_PATIENCE_MS);
  }
  if (body === undefined) return await call<T>(path, { method, headers }, patienceMs);
  headers["Content-Type"] = "application/json";
  const text = JSON.stringify(body);
  // Goes out although the page is left in that moment; browsers take little of that kind.
  const keepalive = text.length < MOST_KEPT_ALIVE;
  return await call<T>(path, { method, headers, body: text, keepalive }, patienceMs);
}

export function newGesture(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether no answer came at all. */
export function isLost(thrown: unknown): boolean {
  return thrown instanceof ApiProblem && thrown.kind === "lost";
}

/** Whatever was thrown, as something a screen can show. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return new ApiProblem(0, "fault", "Something went wrong on this page. Reload it and try again.");
}

/** "?limit=5&team=a&team=b", or nothing. */
export function inAddress(query: Query): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value)) for (const one of value) parts.append(name, one);
    else parts.set(name, String(value));
  }
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

async function call<T>(
  path: string,
  init: RequestInit,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set("Accept", "application/json");
  const patience = AbortSignal.timeout(patienceMs);
  const stop = signal === undefined ? patience : AbortSignal.any([signal, patience]);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(ROOT + path, { ...init, headers, credentials: "same-origin", signal: stop });
    text = await answer.text();
    sayReached(true);
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    // One that took too long was perhaps only slow.
    if (!patience.aborted) sayReached(false);
    throw new ApiProblem(
      0,
      "lost",
      "No connection. Nothing is lost: try again when you are back on the network.",
    );
  }
  const body = asJson(text);
  if (answer.ok && (text === "" || body !== undefined)) return body as T;
  throw problemIn(answer.status, body, answer.headers.get("x-request-id") ?? undefined);
}

function asJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const KINDS: Record<number, ApiKind> = {
  400: "invalid",
  401: "not-signed-in",
  403: "not-allowed",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  422: "invalid",
  429: "too-many",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

// RFC 9457: `detail` is the sentence. `kind`, `field` and `requestId` are our own members.
export function problemIn(status: number, body: unknown, answeredAs?: string): ApiProblem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const kind = KINDS[status] ?? "fault";
  const reason =
    textIn(said, "detail") ??
    (kind === "unavailable"
      ? "Askwell cannot be reached just now. Try again in a minute."
      : "Something went wrong on our side. Try again; if it stays, tell your administrator.");
  const field = textIn(said, "field");
  const requestId = textIn(said, "requestId") ?? answeredAs;
  return new ApiProblem(status, kind, reason, {
    ...(field !== undefined && { field }),
    ...(requestId !== undefined && { requestId }),
    ...(isFacts(said["facts"]) && { facts: said["facts"] }),
  });
}

function isFacts(value: unknown): value is ProblemFacts {
  return typeof value === "object" && value !== null;
}

function textIn(said: Record<string, unknown>, name: string): string | undefined {
  const value = said[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
