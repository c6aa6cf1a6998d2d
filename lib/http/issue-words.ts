import type { z } from "@hono/zod-openapi";

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const FORMATS: Record<string, string> = {
  uuid: "an id, as lists and searches give it",
  date: "a day that there is, such as 2026-03-31",
  datetime: "a moment such as 2026-03-31T09:30:00Z",
  email: "an e-mail address such as ann@example.com",
  url: "an address such as https://example.com",
};

/** What somebody can do about a field that does not fit, as a sentence. `sent` is all that was sent. */
export function issueText(issue: Issue, sent: unknown): string {
  const name = issue.path.length > 0 ? issue.path.join(".") : "what was sent";
  const missing = (valueAt(sent, issue.path) ?? null) === null && !isOwn(issue);
  if (issue.code === "unrecognized_keys") return unknownFields(issue.keys);
  if (missing && issue.path.length > 0) return `${name} must be given`;
  const must = mustOf(issue);
  return must.startsWith("must ") ? `${name} ${must}` : `${name}: ${must}`;
}

function mustOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "too_small":
      return (issue.origin === "string" || issue.origin === "array") && Number(issue.minimum) === 1
        ? "must not be empty"
        : bound(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big":
      return bound(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_value":
      return `must be ${isYesNo(issue) ? "true or false" : oneOf(issue.values)}`;
    case "invalid_format":
      if (isOwn(issue)) return issue.message;
      return issue.format in FORMATS ? `must be ${FORMATS[issue.format]}` : "must be written in another way";
    case "invalid_union":
      return eitherOf(issue);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    default:
      return isOwn(issue) ? issue.message : "must be something else; the API's description says what";
  }
}

function eitherOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const options: unknown = "options" in issue ? issue.options : undefined;
  if (Array.isArray(options)) return `must be ${oneOf(options)}`;
  const ways = issue.errors.flatMap(([first]) => (first ? [mustOf(first)] : []));
  return [...new Set(ways)].join(", or ");
}

function bound(origin: string, least: string, count: number | bigint): string {
  if (origin === "string") return `must have ${least} ${count} ${count === 1 ? "character" : "characters"}`;
  if (origin === "array" || origin === "set")
    return `must have ${least} ${count} ${count === 1 ? "entry" : "entries"}`;
  return `must be ${least} ${count}`;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(", ")}`;
}

function unknownFields(keys: readonly string[]): string {
  return `there is no field ${keys.join(", ")} here; leave it out`;
}

function isYesNo(issue: object): boolean {
  return "expected" in issue && issue.expected === "stringbool";
}

/** A sentence that a schema of ours says itself, not the library. */
function isOwn({ message }: Issue): boolean {
  return !/^(Invalid|Too |Unrecognized)/.test(message);
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
