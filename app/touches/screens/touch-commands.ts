import type { CommandSource } from "#lib/web/page.ts";

/** Meetings and touches in the command bar: nothing to find, but whoever types what happened has it written down. */
export const touchCommands: readonly CommandSource[] = [
  {
    name: "Meetings and touches",
    find: () => [],
    reads: {
      example: "met Bo today",
      load: async () => (await import("./use-typed-fact.ts")).useTypedFact,
    },
  },
];
