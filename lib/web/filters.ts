import { isDayInReach, type Day } from "#lib/kernel/days.ts";

/** Reads one value from the address bar; undefined when it is missing or nonsense. */
type Reader<T> = (raw: string) => T | undefined;

interface Filter<T> {
  read: Reader<T>;
  /** What the screen sees when the address says nothing; never written to the address. */
  otherwise: T;
}

export type AnyFilters = Readonly<Record<string, Filter<unknown>>>;
export type Values<F> = { [K in keyof F]: F[K] extends Filter<infer T> ? T : never };

/** Any text, "" when missing. */
export function text(): Filter<string> {
  return { read: (raw) => raw, otherwise: "" };
}

/** A day in reach of what calendars are asked about, or undefined. */
export function day(): Filter<Day | undefined> {
  return { read: (raw) => (isDayInReach(raw) ? raw : undefined), otherwise: undefined };
}

/** One of the given words; the first is what holds when nothing is said. */
export function oneOf<const T extends string>(...words: readonly [T, ...T[]]): Filter<T> {
  return { read: (raw) => words.find((word) => word === raw), otherwise: words[0] };
}

/** One of the given words, or undefined. */
export function maybeOneOf<const T extends string>(...words: readonly T[]): Filter<T | undefined> {
  return { read: (raw) => words.find((word) => word === raw), otherwise: undefined };
}

/** yes or nothing. */
export function flag(): Filter<boolean> {
  return { read: (raw) => (raw === "true" ? true : undefined), otherwise: false };
}

/** Every value the screen sees, from what stands in the address. */
export function valuesFrom<F extends AnyFilters>(filters: F, address: Record<string, unknown>): Values<F> {
  const values: Record<string, unknown> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const raw = address[name];
    values[name] = (typeof raw === "string" ? filter.read(raw) : undefined) ?? filter.otherwise;
  }
  return values as Values<F>;
}

/** What stands in the address for these values: only what differs from the ordinary. */
export function addressFor<F extends AnyFilters>(
  filters: F,
  values: Partial<Values<F>>,
): Record<string, string> {
  const address: Record<string, string> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const value: unknown = values[name];
    if (value === filter.otherwise) continue;
    if (typeof value === "string" || typeof value === "boolean") address[name] = String(value);
  }
  return address;
}

/** "/people?kind=client", for links to a filtered page. */
export function addressOf<F extends AnyFilters>(
  path: string,
  filters: F,
  values: Partial<Values<F>>,
): string {
  const search = new URLSearchParams(addressFor(filters, values)).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** The address bar's query as plain texts, and back: the router's own way would put quotes around "12". */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (typeof value === "string") parts.set(name, value);
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

/** An address of this application, or "/": "//elsewhere" and "https:…" would leave it. */
export function insideOnly(address: unknown): string {
  return typeof address === "string" && /^\/(?![/\\])/.test(address) ? address : "/";
}
