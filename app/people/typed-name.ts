export interface TypedName {
  fullName: string;
  accountName: string | null;
}

/** "Ana Roth, Telia" is a name and a company; "Ana Roth @ Telia" and "Ana Roth at Telia" are too. Null for no name. */
export function typedName(typed: string): TypedName | null {
  const text = typed.replaceAll(/\s+/g, " ").trim();
  const parts = /^(.*?)(?:\s*[,;@]\s*|\s+at\s+)(.*)$/i.exec(text);
  const fullName = (parts?.[1] ?? text).trim();
  const accountName = parts?.[2]?.trim() || null;
  return /\p{L}/u.test(fullName) ? { fullName, accountName } : null;
}
