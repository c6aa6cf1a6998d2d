import { emailKey } from "#lib/kernel/email-address.ts";
import { invalid } from "#lib/kernel/problem.ts";

/** Trimmed, in lower case. Throws Problem invalid. */
export function cleanEmail(text: string): string {
  const email = emailKey(text);
  if (email === null) throw invalid(`"${text.trim()}" is not an e-mail address`, "email");
  return email;
}

/** Trimmed, without control characters. Throws Problem invalid. */
export function cleanName(text: string): string {
  const name = text
    .replaceAll(/\p{Cc}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (name === "" || name.length > 120) throw invalid("a name has 1 to 120 characters", "name");
  return name;
}
