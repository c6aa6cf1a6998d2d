/** New business, or one more order of somebody who had bought before. Of several on a company's first day all are new, and the first wins a client. */
export const ORDER_KINDS = ["new", "upgrade"] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
