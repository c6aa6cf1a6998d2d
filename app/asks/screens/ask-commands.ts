import type { CommandSource } from "#lib/web/page.ts";

/** Asks in the command bar: nothing to find, but whoever types what happened has it written down. */
export const askCommands: readonly CommandSource[] = [
  {
    name: "Asks",
    find: () => [],
    reads: {
      example: "asked Anna intro to Bo Brandt at Kessler, will think, call",
      load: async () => (await import("./use-typed-ask.tsx")).useTypedAsk,
    },
  },
];
