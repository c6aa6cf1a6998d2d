import { z } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";

export const view = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    title: z.string().nullable(),
    fromDay: z.iso.date().nullable(),
    untilDay: z.iso.date().nullable().describe("The first day no longer there"),
    current: z.boolean(),
  })
  .openapi("Position");
export type PositionView = z.infer<typeof view>;

export const facts = z.object({
  accountId: z.uuid().optional(),
  accountName: z.string().max(200).optional(),
  title: z.string().max(200).nullable().optional(),
  fromDay: z.iso.date().nullable().optional(),
  untilDay: z.iso.date().nullable().optional(),
});
export const path = "/people/{id}/positions";
export const positionParam = idParam.extend({ positionId: z.uuid() });
