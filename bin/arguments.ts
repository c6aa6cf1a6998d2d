import { Problem } from "#lib/kernel/problem.ts";

/** `--name VALUE` pairs. Throws Problem invalid for an option that is unknown, missing or without a value. */
export function readOptions<N extends string>(
  args: readonly string[],
  wanted: { needed: readonly N[]; may?: readonly N[] },
): Partial<Record<N, string>> {
  const given: Partial<Record<N, string>> = {};
  const known = [...wanted.needed, ...(wanted.may ?? [])];
  for (let at = 0; at < args.length; at += 2) {
    const [flag = "", value] = args.slice(at, at + 2);
    const name = known.find((each) => flag === `--${each}`);
    if (name === undefined) throw new Problem("invalid", `"${flag}" is not known here; see --help`);
    if (value === undefined || value.startsWith("--")) throw new Problem("invalid", `${flag} needs a value`);
    given[name] = value;
  }
  const missing = wanted.needed.find((name) => given[name] === undefined);
  if (missing !== undefined) throw new Problem("invalid", `--${missing} is missing; see --help`);
  return given;
}
