/** On what ground we keep somebody's data. */
export const BASES = ["legitimate-interest", "introduced", "contract", "consent"] as const;
export type Basis = (typeof BASES)[number];
