import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "#lib/storage/embedded-lock.ts";
import { root } from "./runtime.mjs";

/** Runs `work` while no other launch in this project folder is at such work. */
export function alone<T>(work: () => Promise<T>, say: (line: string) => void): Promise<T> {
  const folder = join(root, ".askwell");
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, "launch.lock"), work, (pid) =>
    say(`launch     process ${pid} is at work here, waiting`),
  );
}
