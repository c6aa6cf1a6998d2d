/** New business, or one more order of somebody who had bought before. */
export const ORDER_KINDS = ["new", "upgrade"] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
