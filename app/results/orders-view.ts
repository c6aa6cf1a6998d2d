import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { ORDER_KINDS } from "./order.ts";

const named = z.object({ id: z.uuid(), name: z.string() });
export const orderView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    day,
    origin: z.enum(ORIGINS),
    kind: z.enum(ORDER_KINDS).describe("upgrade: an existing client, or a company that had bought before"),
    amount: money.nullable(),
    account: named,
    member: named,
  })
  .openapi("Order");
export type OrderView = z.infer<typeof orderView>;
