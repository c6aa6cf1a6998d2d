import { Problem, type ProblemKind } from "#lib/kernel/problem.ts";

/** The only place that knows which status a kind of problem has. */
const STATUS: Record<ProblemKind, number> = {
  invalid: 422,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
};

const TITLE: Record<ProblemKind, string> = {
  invalid: "That cannot be taken as it is",
  "not-signed-in": "Not signed in",
  "not-allowed": "Not allowed",
  "not-found": "Not found",
  conflict: "That is in the way of something else",
  "too-large": "Too large",
  "too-many": "Too many tries",
  unavailable: "Not available just now",
};

/** RFC 9457 problem details; `kind` is the stable word for programs, `detail` the sentence for people. */
export function problemAnswer(problem: Problem, requestId: string): Response {
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  if (problem.kind === "too-many") headers["retry-after"] = "60";
  if (problem.kind === "unavailable") headers["retry-after"] = "5";
  if (problem.kind === "not-signed-in") headers["www-authenticate"] = "Bearer";
  const body = {
    type: `urn:askwell:problem:${problem.kind}`,
    title: TITLE[problem.kind],
    status: STATUS[problem.kind],
    detail: problem.reason,
    kind: problem.kind,
    ...(problem.field ? { field: problem.field } : {}),
    ...(problem.facts ? { facts: problem.facts } : {}),
    requestId,
  };
  return new Response(JSON.stringify(body), { status: STATUS[problem.kind], headers });
}

/** What a fault looks like from outside: nothing of it but the request id to ask about. */
export function faultAnswer(requestId: string): Response {
  const body = {
    type: "urn:askwell:problem:fault",
    title: "Something broke on our side",
    status: 500,
    detail: `Nothing was saved. Try again; if it stays, tell your administrator the number ${requestId}.`,
    kind: "fault",
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
