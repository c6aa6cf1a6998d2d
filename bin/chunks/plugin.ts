import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { normalizePath, type Plugin, type Rolldown } from "vite";
import { mergeModules, type Module } from "./merge.ts";
import { needsOf, type Source } from "./needs.ts";
import { pastProxies, readProxy, type Proxy } from "./proxies.ts";

/**
 * What a file more costs, in bytes of source. Six are fetched at a time, so on a phone's network (150 ms, 1.6 Mbit/s) each takes as long
 * as 5 KB, of which compression makes a third or a fourth.
 */
const REQUEST = 8_000;

interface Entries {
  /** The app's page. */
  start: string;
  /** The page of those who come by a link. */
  behindLink: string;
}

/** Puts what pages need into few files; see merge.ts. */
export function fewChunks(root: string, entries: Entries): Plugin {
  return {
    name: "few-chunks",
    apply: "build",
    outputOptions(options) {
      let names: Map<string, string> | undefined;
      const name = (id: string, context: Rolldown.ChunkingContext) => {
        names ??= chunkNames(root, entries, (each) => context.getModuleInfo(each));
        return names.get(id) ?? null;
      };
      const groups = [{ name, includeDependenciesRecursively: false }];
      return { ...options, codeSplitting: { groups } };
    },
    // Rolldown leaves a file for each lazy import whose module went into a shared one (its issue 9729).
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const proxies = new Map<string, Proxy>();
      for (const chunk of chunks) {
        const proxy = chunk.isDynamicEntry ? readProxy(chunk.code) : null;
        if (proxy === null) continue;
        proxies.set(basename(chunk.fileName), proxy);
        delete bundle[chunk.fileName];
      }
      for (const chunk of chunks) chunk.code = pastProxies(chunk.code, proxies);
    },
  };
}

type Look = Rolldown.ChunkingContext["getModuleInfo"];

function chunkNames(root: string, entries: Entries, look: Look): Map<string, string> {
  const start = normalizePath(join(root, entries.start));
  const behindLink = normalizePath(join(root, entries.behindLink));
  const { graph, modules } = readGraph([start, behindLink], look);
  // What an entry is, and what it begins with: it runs as soon as it is there.
  for (const entry of [start, behindLink])
    [entry, ...(graph.get(entry)?.imports ?? [])].forEach((id) => modules.delete(id));
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const ids of mergeModules(modules, needsOf(graph, start, behindLink), REQUEST)) {
    const plain = plainName(ids, modules);
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    ids.forEach((id) => names.set(id, count === 1 ? plain : `${plain}-${count}`));
  }
  return names;
}

function readGraph(entries: readonly string[], look: Look) {
  const graph = new Map<string, Source>();
  const modules = new Map<string, Module>();
  const ids = new Set(entries);
  for (const id of ids) {
    const info = look(id);
    if (info === null) continue;
    const imports = [...info.importedIds];
    const lazily = [...info.dynamicallyImportedIds];
    graph.set(id, { imports, lazily, text: textOf(id) });
    modules.set(id, { bytes: info.code?.length ?? 0, styled: id.endsWith(".css"), imports });
    for (const each of [...imports, ...lazily]) ids.add(each);
  }
  return { graph, modules };
}

/** Only what is written here names sections and places for them. */
function textOf(id: string): string {
  return /\.tsx?$/.test(id) && !id.includes("node_modules") ? readFileSync(id, "utf8") : "";
}

/** After what weighs most in it. */
function plainName(ids: readonly string[], modules: ReadonlyMap<string, Module>): string {
  const heaviest = ids.reduce((one, other) =>
    modules.get(other)!.bytes > modules.get(one)!.bytes ? other : one,
  );
  return basename(heaviest).replace(/\W*([\w-]+).*/, "$1");
}
