import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { root, run as runProgram, secondsSince } from "../runtime.mjs";

export const help = `
askwell bench [NAME…|--all]

Measures, one after the other; each prints a ratio. Without a name, lists what there is to measure.
The figures of the last release, and the machine they were measured on, are in docs/benchmarks.md.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const known = globSync("bench/*.bench.ts", { cwd: root })
    .map((path) => basename(path, ".bench.ts"))
    .toSorted();
  const names = args.includes("--all") ? known : args;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(
      `Nothing to measure is called ${unknown.join(", ")}. There is: ${known.join(", ") || "nothing yet"}.`,
    );
    return 2;
  }
  if (names.length === 0) known.forEach((name) => console.log(name));
  let worst = 0;
  for (const name of names) {
    const began = Date.now();
    const { code } = await runProgram(process.execPath, [join(root, "bench", `${name}.bench.ts`)], {
      stdio: "inherit",
    });
    say(`bench      ${name} ${code === 0 ? "done" : "FAILED"} (${secondsSince(began)} s)`);
    if (code !== 0) worst = 1;
  }
  return worst;
}
