/** "Head of operations · Hafen Logistik GmbH"; nothing when neither is known. */
export function workplace(title: string | null, company: string | null): string | undefined {
  return [title, company].filter(Boolean).join(" · ") || undefined;
}
