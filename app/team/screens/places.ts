/** Time zones, currencies and countries as the browser knows them, and which of them are likely here. */
export interface Option {
  value: string;
  label: string;
}

const LOCALE = "en-GB";

export const TIME_ZONES: readonly Option[] = ["UTC", ...Intl.supportedValuesOf("timeZone")]
  .filter((zone, at, all) => all.indexOf(zone) === at)
  .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

export const CURRENCIES: readonly Option[] = named(Intl.supportedValuesOf("currency"), "currency");

/** ISO 3166 codes that have a name. */
export const COUNTRIES: readonly Option[] = named(regionCodes(), "region").toSorted((a, b) =>
  a.label.localeCompare(b.label, LOCALE),
);

/** A list that also holds the value that is set, known here or not. */
export function withValue(options: readonly Option[], value: string): readonly Option[] {
  return options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
}

export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** By the browser's language: "de-AT" is at home in AT. Null when it does not say. */
export function countryHere(languages: readonly string[] = navigator.languages): string | null {
  for (const language of languages) {
    const { region } = new Intl.Locale(language).maximize();
    if (region && /^[A-Z]{2}$/.test(region)) return region;
  }
  return null;
}

export function currencyHere(country: string | null = countryHere()): string {
  return (country && CURRENCY_OF[country]) ?? "EUR";
}

// Only where many work; everywhere else the euro is offered and can be changed.
const CURRENCY_OF: Partial<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  CH: "CHF",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  PL: "PLN",
  CZ: "CZK",
  IN: "INR",
  JP: "JPY",
  BR: "BRL",
  MX: "MXN",
  ZA: "ZAR",
};

function named(codes: readonly string[], type: "currency" | "region"): Option[] {
  const names = new Intl.DisplayNames(LOCALE, { type, fallback: "none" });
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined
      ? []
      : [{ value: code, label: type === "currency" ? `${code} · ${name}` : name }];
  });
}

function regionCodes(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  // Groups of countries, reserved and private codes have names too.
  const none = new Set([
    "EU",
    "EZ",
    "UN",
    "QO",
    "XA",
    "XB",
    "ZZ",
    "XK",
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "IC",
    "TA",
  ]);
  const names = new Intl.DisplayNames(LOCALE, { type: "region", fallback: "none" });
  return pairs.filter(
    (code) =>
      !none.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
  );
}
