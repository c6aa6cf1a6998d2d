// Everything up to the right Node must run on an old one, hence plain JavaScript here and in runtime.mjs.
import { ensureRuntime, isNewEnough, runUnder } from "./runtime.mjs";

const args = process.argv.slice(2);
// Other commands' output is for other programs: what is said on the way goes beside it.
const say = ["start", "test"].includes(args[0] ?? "") ? console.log : console.error;

if (isNewEnough(process.version)) {
  const { main } = await import("./commands.ts");
  process.exitCode = await main(args, say);
} else {
  try {
    const node = await ensureRuntime(say);
    process.exitCode = await runUnder(node, [process.argv[1] ?? "", ...args]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
