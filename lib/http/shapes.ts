import { z } from "@hono/zod-openapi";
import { isDayInReach } from "#lib/kernel/days.ts";
import { PAGE_LIMIT } from "#lib/kernel/page.ts";

// Shapes that every room's routes share.

export const day = z.iso.date();

/** A day to look at, within what calendars are asked about here. */
export const dayAsked = z.iso.date().refine(isDayInReach, "must be a day between 1900 and 2199");

export const idParam = z.object({ id: z.uuid() });

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(50),
  cursor: z.string().max(10_000).optional(),
});

export const money = z
  .object({
    minor: z.int(),
    currency: z.string().regex(/^[A-Z]{3}$/, "must be a three-letter code such as EUR"),
  })
  .openapi("Money");

export const rate = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-early"), n: z.int() }),
    z.object({ kind: z.literal("rate"), value: z.number(), low: z.number(), high: z.number(), n: z.int() }),
  ])
  .describe("A share with its 95 % interval (Wilson); under 20 it is too early to say");

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
