import { accountView } from "#accounts/account-view.ts";
import { z } from "#lib/http/api.ts";
import { personView } from "./person-view.ts";

export const mergeView = z
  .object({
    id: z.uuid(),
    kind: z.enum(["person", "account"]),
    keptId: z.uuid(),
    mergedId: z.uuid(),
    mergedName: z.string(),
    at: z.iso.datetime(),
  })
  .openapi("Merge");
export type MergeView = z.infer<typeof mergeView>;

export const reasons = z.array(z.string()).describe("Why they may be one, in words");
export const likePerson = z.object({ person: personView, reasons });
export const likeAccount = z.object({ account: accountView, reasons });
export type LikePerson = z.infer<typeof likePerson>;
export type LikeAccount = z.infer<typeof likeAccount>;

const named = z.object({ id: z.uuid(), name: z.string() });
export const likelyPair = z.object({ one: named, other: named, reasons }).openapi("LikelyPair");
export type LikelyPairView = z.infer<typeof likelyPair>;

export const all = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.null() });
export const pair = z.object({ oneId: z.uuid(), otherId: z.uuid() });
