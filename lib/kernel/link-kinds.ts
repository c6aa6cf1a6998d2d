/** What stands behind "for#" and says what a link opens. */
const KINDS = { page: "", letters: "l.", card: "r.", line: "d." } as const;
export type LinkKind = keyof typeof KINDS;

/**
 * The address of what somebody outside opens at `house`. All that names it stands behind "#": what fetches the address, a mail
 * scanner say, gets an empty page and leaves no trace of the link anywhere.
 */
export function outsideAddress(house: string, kind: LinkKind, token: string): string {
  return `${house.replace(/\/$/, "")}/for#${KINDS[kind]}${token}`;
}

/** `link` is what stands behind the "#"; one that names no kind is a page's, as all were at first. */
export function kindOf(link: string): LinkKind {
  const kinds = Object.keys(KINDS) as LinkKind[];
  return kinds.find((kind) => KINDS[kind] !== "" && link.startsWith(KINDS[kind])) ?? "page";
}

/** The link without what says its kind; null for one of another kind. */
export function tokenIn(kind: LinkKind, link: string): string | null {
  return kindOf(link) === kind ? link.slice(KINDS[kind].length) : null;
}
