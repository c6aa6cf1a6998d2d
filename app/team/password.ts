import { invalid } from "#lib/kernel/problem.ts";

export const LEAST_PASSWORD = 10;
export const MOST_PASSWORD = 128;

/** Throws Problem invalid, saying how to choose a better one. `about`: what stands for the person anyway, such as their e-mail. */
export function checkPassword(password: string, about: readonly string[] = []): void {
  const wrong = weakness(password, about);
  if (wrong) throw invalid(wrong, "password");
}

/** Null for a password that will do. Length counts, signs and digits do not: NIST SP 800-63B, 3.1.1.2. */
export function weakness(password: string, about: readonly string[] = []): string | null {
  if (password.length < LEAST_PASSWORD)
    return `use at least ${LEAST_PASSWORD} characters; three or four words are easy to keep`;
  if (password.length > MOST_PASSWORD) return `use at most ${MOST_PASSWORD} characters`;
  const plain = password.toLowerCase();
  if (
    new Set(plain).size < 4 ||
    COMMON.some((each) => plain.startsWith(each) && plain.length - each.length < 5)
  ) {
    return "this is among the first that anybody would guess; three or four words are easy to keep";
  }
  const own = about
    .flatMap((each) => [each, each.split("@")[0] ?? ""])
    .map((each) => each.toLowerCase().replaceAll(" ", ""));
  if (own.includes(plain.replaceAll(" ", "")))
    return "a password that is your own name or address is guessed first";
  return null;
}

const COMMON = [
  "password",
  "passwort",
  "123456789",
  "1234567890",
  "qwertyuiop",
  "qwertzuiop",
  "letmein",
  "iloveyou",
  "abcdefghij",
  "askwell",
];
