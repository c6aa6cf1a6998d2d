import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import { alone } from "./alone.ts";
import { ensurePackages, packagesInOrder } from "./packages.ts";
import { root } from "./runtime.mjs";

type Say = (line: string) => void;

/** What a file in bin/verbs holds. `run` answers the exit code: 0 done, 1 failed, 2 asked for in a wrong way. */
interface Verb {
  help: string;
  run(args: string[], say: Say): Promise<number>;
}

// Each is carried out by bin/verbs/<name, blanks as hyphens>.ts.
const VERBS: [name: string, summary: string][] = [
  ["start", "bring everything to order and serve"],
  ["test", "bring everything to order and run every check and test"],
  ["check", "format, lint, types, floor plan and the tests that need no database"],
  ["demo", "fill a workspace with the demo story"],
  ["workspace create", "make a workspace and its owner; prints its short name"],
  ["key create", "make an API key for a member; prints it, once"],
  ["import", "bring files into a workspace"],
  ["verify", "replay the journal and compare it with every number shown"],
  ["migrate", "bring the database to the newest shape"],
  ["backup", "write everything to one file"],
  ["restore", "fill an empty installation from such a file"],
  ["export", "write a workspace's data to files that other programs read"],
  ["bench", "measure; each prints a ratio"],
];

/** Carries out one command line. Answers the exit code. */
export async function main(args: string[], say: Say): Promise<number> {
  const asked = args[0] ?? "--help";
  if (["--help", "-h", "help"].includes(asked)) return print(overview());
  if (asked === "--version") return print(version());
  const found = VERBS.find(([name]) => name === args.slice(0, name.split(" ").length).join(" "));
  if (!found) return refuse(`Askwell has no command "${asked}".\n\n${overview(asked)}`);
  const [name] = found;
  const rest = args.slice(name.split(" ").length);
  const file = join(root, "bin", "verbs", `${name.replaceAll(" ", "-")}.ts`);
  if (!existsSync(file)) return fail(`This version of Askwell cannot "${name}" yet.`);
  // The same data wherever the command is given from.
  process.env["ASKWELL_DATA"] ??= join(root, "data");
  try {
    await prepare(say);
    const verb = (await import(file)) as Verb;
    if (rest.includes("--help") || rest.includes("-h")) return print(verb.help);
    return await verb.run(rest, say);
  } catch (error) {
    if (error instanceof Problem) return fail(error.reason);
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function prepare(say: Say): Promise<void> {
  if (!packagesInOrder()) await alone(() => ensurePackages(say), say);
}

function overview(begun = ""): string {
  const related = VERBS.filter(([name]) => name.startsWith(`${begun} `));
  const shown = related.length > 0 ? related : VERBS;
  const lines = shown.map(([name, summary]) => `  ${name.padEnd(18)}${summary}`);
  return ["askwell COMMAND", "", ...lines, "", "askwell COMMAND --help says more of each."].join("\n");
}

function version(): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

function print(text: string): number {
  console.log(text.trim());
  return 0;
}

function refuse(text: string): number {
  console.error(text.trim());
  return 2;
}

function fail(text: string): number {
  console.error(text.trim());
  return 1;
}
