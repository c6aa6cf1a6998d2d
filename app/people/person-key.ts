import { fold } from "#lib/kernel/fold.ts";
import { bareName } from "./person-name.ts";

/**
 * Equal for spellings of one name: "Dr. José  García-López", "garcia lopez, jose", "JOSE M. GARCIA LOPEZ". Empty when
 * nothing is left. Many people share a name: it takes another sign to call two people the same.
 */
export function personNameKey(name: string): string {
  const folded = fold(name.replaceAll(".", ""));
  const words = bareName(folded.split(" ").filter((word) => word !== ""));
  const whole = words.filter((word) => !/^.$/u.test(word));
  return (whole.length >= 2 ? whole : words).toSorted().join(" ");
}

/** The page's own part of a LinkedIn address, "in/ann-lee", or null for anything else. */
export function linkedinKey(url: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/((?:in|pub|sales\/lead|profile)\/[^?#\s]+)/i.exec(
      url.trim(),
    );
  if (!match) return null;
  try {
    return decodeURIComponent(match[1]!).toLowerCase().replace(/\/+$/, "");
  } catch {
    return match[1]!.toLowerCase().replace(/\/+$/, "");
  }
}
