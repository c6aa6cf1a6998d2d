import { fold } from "./fold.ts";

/** Languages in which people write the name of a country. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "cs"];

/** As people write them besides. */
const ALSO: Readonly<Record<string, string>> = {
  "u s": "US",
  "u s a": "US",
  usa: "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  "u k": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "great britain": "GB",
  britain: "GB",
  grossbritannien: "GB",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "bundesrepublik deutschland": "DE",
  brd: "DE",
  deu: "DE",
  gbr: "GB",
  aut: "AT",
  che: "CH",
  fra: "FR",
};

let names: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of a country as somebody wrote it: "de", "Germany", "Deutschland", "USA"; null for anything else. */
export function countryCode(text: string | null): string | null {
  const written = fold(text ?? "");
  if (written === "") return null;
  names ??= namesOfCountries();
  return names.get(written) ?? null;
}

/** Every country by its English name, in the order of the alphabet; the one of the code `first` before them. */
export function countryNames(first: string | null): string[] {
  const display = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const named = codesOfCountries().map((code) => display.of(code) ?? code);
  const sorted = named.toSorted((one, other) => one.localeCompare(other, "en"));
  const code = countryCode(first);
  const home = code === null ? undefined : display.of(code);
  return home === undefined ? sorted : [home, ...sorted.filter((name) => name !== home)];
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const found = new Map(Object.entries(ALSO));
  const codes = codesOfCountries();
  for (const code of codes) found.set(code.toLowerCase(), code);
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of codes) {
      const name = fold(display.of(code) ?? "");
      if (name !== "" && !found.has(name)) found.set(name, code);
    }
  }
  return found;
}

/** Every pair of letters that stands for a region by itself, and not for another ("UK" for "GB"). */
function codesOfCountries(): string[] {
  // Regions that are no countries.
  const none = new Set(["ZZ", "XA", "XB", "EU", "EZ", "UN", "QO"]);
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const display = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (code) =>
        !none.has(code) && new Intl.Locale(`und-${code}`).region === code && display.of(code) !== undefined,
    );
}
