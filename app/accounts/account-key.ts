/** The name of a company as it is compared and sorted: case, accents, punctuation and legal forms left out. */
export function accountKey(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const kept = [...words];
  while (kept.length > 1 && LEGAL_FORMS.has(kept.at(-1) as string)) kept.pop();
  return kept.join(" ") || plain.trim();
}

/** "https://www.Example.com/de" has the domain "example.com"; null for what is no address. */
export function domainOf(website: string): string | null {
  const match = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+\.[a-z0-9-]{2,})(?:[/:?#]|$)/i.exec(website.trim());
  return match?.[1]?.toLowerCase().replace(/^www\d?\./, "") ?? null;
}

const LEGAL_FORMS = new Set(
  "gmbh ag kg ohg ug mbh se co cie inc corp corporation ltd limited llc llp lp plc company sa sas sarl srl spa nv bv ab oy as aps kk pty pte".split(" "),
);
