import { z } from "@hono/zod-openapi";
import { PAGE_LIMIT } from "#lib/kernel/page.ts";

/** Shapes that every room's routes share. */
export const idParam = z.object({ id: z.uuid() });

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(50),
  cursor: z.string().max(10_000).optional(),
});

export const money = z
  .object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/, "a three-letter code such as EUR") })
  .openapi("Money");

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
