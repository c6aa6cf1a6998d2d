import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { browserPackages, buildingTables, floorPlan, purePackages } from "./floor-plan.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = new Map(floorPlan.map((room) => [room.name, room]));

interface Source {
  path: string;
  text: string;
  imports: { from: string; typeOnly: boolean }[];
}

const sources = ["app", "lib", "demo", "bin", "bench"]
  .flatMap((folder) => filesUnder(folder))
  .map(readSource);
sources.push(...["main.ts", "web.tsx", "for.tsx"].map(readSource));

describe("the floor plan", () => {
  it("names the rooms lowest first, and a room sees only lower ones", () => {
    floorPlan.forEach((room, index) => {
      const lower = floorPlan.slice(0, index).map((each) => each.name);
      expect(lower, room.name).toEqual(expect.arrayContaining([...room.sees]));
    });
  });

  it("has a folder for each room and a room for each folder", () => {
    const folders = readdirSync(join(root, "app"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => entry.name).toSorted()).toEqual([...rooms.keys()].toSorted());
  });

  it("gives every table to one owner", () => {
    const owned = [...floorPlan.flatMap((room) => room.tables), ...buildingTables];
    expect(new Set(owned).size).toBe(owned.length);
    const made = filesUnder("migrations", ".sql").flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(/^create table (\w+)/gm)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect([...made, "schema_migration"].toSorted()).toEqual(owned.toSorted());
  });

  it.each(sources.map((source) => [source.path, source] as const))(
    "%s stays on its stairs",
    (_path, source) => {
      expect(faultsOf(source)).toEqual([]);
    },
  );
});

describe("the check itself", () => {
  it.each([
    ["lib/kernel/x.ts", 'import { mayAsk } from "#asks/ask.ts";', "lib looks into app"],
    ["app/accounts/x.ts", 'import { ask } from "#asks/ask.ts";', "accounts may not look into asks"],
    ["app/asks/x.ts", 'import { insert } from "#people/person-store.ts";', "private"],
    ["app/asks/x.ts", 'import { r } from "../people/person.ts";', "alias"],
    ["app/asks/ask.ts", "export const at = new Date();", "clock"],
    ["app/asks/ask.ts", "export const at = Date.now();", "clock"],
    ["app/asks/ask.ts", 'import { readFileSync } from "node:fs";', "pure"],
    ["app/asks/ask.ts", 'import { sql } from "kysely";', "pure"],
    ["app/asks/screens/ask-page.tsx", 'import { listAsks } from "../ask-store.ts";', "browser"],
    ["app/asks/screens/ask-page.tsx", 'import type { AskView } from "../ask-routes.ts";', "view"],
    ["app/asks/ask-store.ts", 'await tx.tables<T>().insertInto("person")', "writes person"],
    ["app/asks/ask-store.ts", "await sql`update  person set x = 1`", "writes person"],
    ["app/asks/ask-actions.ts", "await sql`delete from ask where 1 = 1`", "only a store"],
    ["app/asks/ask-store.ts", "tx.tables<T>().updateTable(table)", "names no table"],
    ["app/asks/ask-store.ts", "tx.tables<T>().insertInto(\n  `ask`)", "names no table"],
    ["app/asks/ask-store.ts", 'tx.tables<T>().deleteFrom(old ? "ask" : "person")', "names no table"],
    ["app/asks/ask-store.ts", "await sql`update ${sql.table(name)} set x = 1`", "names no table"],
    ["app/asks/ask-store.ts", "export default 1;", "default export"],
    ["app/asks/ask-store.ts", 'export * from "./ask.ts";', "barrel"],
  ])("finds the fault in %s: %s", (path, text, says) => {
    expect(faultsOf(sourceOf(path, text)).join("; ")).toContain(says);
  });
  it("lets a clean file be", () => {
    expect(
      faultsOfText(
        "app/asks/ask-actions.ts",
        'import { holdPerson } from "#people/person-actions.ts";\nimport { insertAsk } from "./ask-store.ts";',
      ),
    ).toEqual([]);
    expect(faultsOfText("app/asks/ask-store.ts", 'tx.tables<T>().updateTable(\n  "ask",\n)')).toEqual([]);
  });
});

function faultsOfText(path: string, text: string): string[] {
  return faultsOf(sourceOf(path, text));
}

function faultsOf(source: Source): string[] {
  if (/\.test\.tsx?$/.test(source.path)) return [];
  return [...importFaults(source), ...clockFaults(source), ...writeFaults(source), ...exportFaults(source)];
}

function importFaults(source: Source): string[] {
  return source.imports.flatMap(({ from, typeOnly }) => {
    const target = targetOf(source.path, from);
    if (target === null) return packageFaults(source, from, typeOnly);
    return [...stairFaults(source, from, target, typeOnly), ...sideFaults(source, target, typeOnly)];
  });
}

/** The file within the project that an import means, or null for a package. */
function targetOf(path: string, from: string): string | null {
  if (from.startsWith("#lib/") || from.startsWith("#demo/")) return from.slice(1);
  if (from.startsWith("#")) return `app/${from.slice(1)}`;
  if (from.startsWith(".")) return relative(root, join(root, dirname(path), from));
  return null;
}

function stairFaults(source: Source, from: string, target: string, typeOnly: boolean): string[] {
  const here = roomOf(source.path);
  const there = roomOf(target);
  const faults: string[] = [];
  if (source.path.startsWith("lib/") && !target.startsWith("lib/"))
    faults.push(`${from}: lib looks into ${target.split("/")[0]}`);
  if (from.startsWith("..") && here !== there) faults.push(`${from}: use the alias between folders`);
  if (here && there && here !== there) {
    if (!rooms.get(here)?.sees.includes(there)) faults.push(`${from}: ${here} may not look into ${there}`);
    if (/-(store|routes|jobs)\.ts$/.test(target) && !typeOnly) faults.push(`${from}: private to ${there}`);
  }
  if (sideOf(source.path) !== "server" && /-(routes|store|actions)\.ts$/.test(target))
    faults.push(`${from}: what a screen knows of it stands in a view`);
  return faults;
}

/** Screens and pure rules may import only what runs in a browser. */
function sideFaults(source: Source, target: string, typeOnly: boolean): string[] {
  if (typeOnly) return [];
  const side = sideOf(source.path);
  const other = sideOf(target);
  if (side === "server" || other === "pure" || target.endsWith(".css")) return [];
  if (side === "pure") return [`${target}: a pure file imports a ${other} file`];
  return other === "server" ? [`${target}: a browser file imports a server file`] : [];
}

function packageFaults(source: Source, from: string, typeOnly: boolean): string[] {
  const side = sideOf(source.path);
  if (typeOnly || side === "server") return [];
  const allowed = side === "pure" ? purePackages : [...purePackages, ...browserPackages];
  if (
    allowed.some(
      (name) =>
        from === name ||
        (name.endsWith("/") || name.endsWith("-") ? from.startsWith(name) : from.startsWith(`${name}/`)),
    )
  )
    return [];
  return [`${from}: not on the short list of a ${side} file`];
}

function sideOf(path: string): "pure" | "browser" | "server" {
  if (path === "web.tsx" || path === "for.tsx" || path.startsWith("lib/web/") || path.includes("/screens/"))
    return "browser";
  if (/^lib\/(kernel|audio)\/(?!spoken\/)/.test(path)) return "pure";
  if (!path.startsWith("app/")) return path.startsWith("lib/http/csv-out") ? "pure" : "server";
  if (!roomOf(path)) return "server";
  return /-(store|actions|routes|view|jobs|mail|import|reader|tables|server|phrases)\.tsx?$/.test(path)
    ? "server"
    : "pure";
}

function clockFaults({ path, text }: Source): string[] {
  if (
    path === "main.ts" ||
    path === "lib/kernel/clock.ts" ||
    path.startsWith("bin/") ||
    path.startsWith("bench/")
  )
    return [];
  const reads = /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|Temporal\.Now\b/.exec(text);
  return reads ? [`reads the clock: ${reads[0]}`] : [];
}

function writeFaults({ path, text }: Source): string[] {
  const room = rooms.get(roomOf(path) ?? "");
  if (!room) return [];
  const written = [
    ...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*["'](\w+)["']/g),
    ...text.matchAll(
      /\b(?:insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+(\w+)(?=\s+(?:as|set|where|values|\(|select|using|\w+\s+set)|\s*\()/g,
    ),
  ].map((match) => match[1] as string);
  const known = new Set([...floorPlan.flatMap((each) => each.tables), ...buildingTables]);
  return [
    ...hiddenWrites(text),
    ...written
      .filter((table) => known.has(table))
      .flatMap((table) => {
        if (!room.tables.includes(table)) return [`writes ${table}, which is not ${room.name}'s`];
        return path.endsWith("-store.ts") ? [] : [`writes ${table}: only a store does`];
      }),
  ];
}

/** A table must be named where it is written: a name that comes from elsewhere could be any. */
function hiddenWrites(text: string): string[] {
  const hidden = [
    ...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom|mergeInto)\((?!\s*["'][\w. ]+["']\s*[,)])/g),
    ...text.matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+\$\{/g),
  ];
  return hidden.map((match) => `names no table: ${match[0]}`);
}

function exportFaults({ path, text }: Source): string[] {
  if (path.endsWith(".config.ts")) return [];
  const faults: string[] = [];
  if (/^export default/m.test(text)) faults.push("has a default export");
  if (/^export \* from/m.test(text)) faults.push("is a barrel");
  return faults;
}

function roomOf(path: string): string | null {
  const match = /^app\/([^/]+)\//.exec(path);
  return match?.[1] ?? null;
}

function filesUnder(folder: string, ending = ""): string[] {
  const endings = ending ? [ending] : [".ts", ".tsx"];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((each) => entry.name.endsWith(each)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function readSource(path: string): Source {
  return sourceOf(path, readFileSync(join(root, path), "utf8"));
}

function sourceOf(path: string, text: string): Source {
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^"'`;]*?\sfrom\s+)?["']([^"']+)["']/gm,
  );
  const lazy = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return {
    path,
    text,
    imports: [
      ...[...statements].map((match) => ({ from: match[2] as string, typeOnly: match[1] !== undefined })),
      ...[...lazy].map((match) => ({ from: match[1] as string, typeOnly: false })),
    ],
  };
}
