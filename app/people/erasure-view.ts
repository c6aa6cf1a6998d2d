import { z } from "#lib/http/api.ts";

export const erasureView = z
  .object({ id: z.uuid(), erasedAt: z.iso.datetime() })
  .openapi("Erasure", { description: "That somebody's data is gone, and since when" });

export type ErasureView = z.infer<typeof erasureView>;
