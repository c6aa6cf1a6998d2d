import type { Need } from "./merge.ts";

/** What a file of the sources imports, as ids. */
export interface Source {
  imports: readonly string[];
  /** What it imports when it is needed. */
  lazily: readonly string[];
  /** As it is written. */
  text: string;
}

const PAGES = /-pages\.tsx?$/;
const SECTIONS = /-sections\.tsx?$/;
/** How often it is opened cold, for once that any page is. */
const OFTEN: readonly [RegExp, number][] = [
  [/\/today-page\.tsx$/, 25],
  [/\/person-page\.tsx$/, 10],
];
/** On each page when it is at rest. */
const BESIDE = /\/(command-bar|use-typed-\w+|count-screen-time)\.tsx?$/;
/** How lines of the journal read, wherever some are shown. */
const PHRASES = /-phrases\.tsx$/;
const JOURNAL = /\/timeline\.tsx$/;
/** Strangers on a phone open a page behind a link, cold each time. */
const BEHIND_LINK = 100;
/** A sheet, say: only some who are on a page open it. */
const SELDOM = 0.3;

/** What browsers fetch at once: for each page what it begins with, and all that stands on it in the end; what is opened from there. */
export function needsOf(graph: ReadonlyMap<string, Source>, start: string, behindLink: string): Need[] {
  const targets = [...lazilyFrom(graph.keys(), graph)];
  const pages = lazilyFrom(matching(graph.keys(), PAGES), graph);
  const sections = lazilyFrom(matching(graph.keys(), SECTIONS), graph);
  const linked = lazilyFrom(reached([behindLink], graph), graph);
  const beside = matching(targets, BESIDE);
  const phrases = matching(targets, PHRASES);
  const known = new Set([...pages, ...linked, ...beside, ...phrases, ...sections]);
  const standing = sectionsOn(graph);
  matching(graph.keys(), JOURNAL).forEach((id) =>
    standing.set(id, [...(standing.get(id) ?? []), ...phrases]),
  );
  return [
    ...[...pages].flatMap((page) => {
      const often = OFTEN.find(([name]) => name.test(page))?.[1] ?? 1;
      const first = reached([start, page], graph);
      const whole = withSections(reached([...first, ...beside], graph), standing, graph);
      return [first, whole].map((modules) => ({ often, modules }));
    }),
    ...[...linked].map((page) => ({ often: BEHIND_LINK, modules: reached([behindLink, page], graph) })),
    ...targets.filter((id) => !known.has(id)).map((id) => ({ often: SELDOM, modules: reached([id], graph) })),
  ];
}

function lazilyFrom(ids: Iterable<string>, graph: ReadonlyMap<string, Source>): Set<string> {
  return new Set([...ids].flatMap((id) => graph.get(id)?.lazily ?? []));
}

function matching(ids: Iterable<string>, name: RegExp): string[] {
  return [...ids].filter((id) => name.test(id));
}

function reached(ids: Iterable<string>, graph: ReadonlyMap<string, Source>): Set<string> {
  const found = new Set(ids);
  for (const id of found) graph.get(id)?.imports.forEach((imported) => found.add(imported));
  return found;
}

/** For each file with places for sections, the sections of all rooms that stand there; see lib/web/sections.ts. */
function sectionsOn(graph: ReadonlyMap<string, Source>): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  for (const [id, { text, lazily }] of graph) {
    if (!SECTIONS.test(id)) continue;
    for (const [, on = "", file = ""] of text.matchAll(/\bon: "([^"]+)",[^"]*import\("\.(\/[^"]+)"\)/g)) {
      const section = lazily.find((each) => each.endsWith(file));
      if (section !== undefined) sections.set(on, [...(sections.get(on) ?? []), section]);
    }
  }
  const standing = new Map<string, string[]>();
  for (const [id, { text }] of graph) {
    const places = [...text.matchAll(/<Parts on="([^"]+)"/g)].map(([, on = ""]) => on);
    if (places.length > 0)
      standing.set(
        id,
        places.flatMap((on) => sections.get(on) ?? []),
      );
  }
  return standing;
}

function withSections(
  modules: ReadonlySet<string>,
  standing: ReadonlyMap<string, string[]>,
  graph: ReadonlyMap<string, Source>,
): ReadonlySet<string> {
  const all = reached([...modules, ...[...modules].flatMap((id) => standing.get(id) ?? [])], graph);
  return all.size === modules.size ? all : withSections(all, standing, graph);
}
