import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** By what somebody is told from all others in running text. */
export interface NamedBy {
  names: readonly { fullName: string; givenName: string | null; familyName: string | null }[];
  /** As their names are sorted and found: folded, in either order. */
  keys: readonly string[];
  emails: readonly string[];
  /** With their country's code, "+4930123456". */
  phones: readonly string[];
  linkedinUrls: readonly string[];
}

/** What may stand between the digits of a number. */
const BETWEEN = String.raw`[ ()/.\u00a0-]*`;
const SHORTEST_ADDRESS = 6;

/**
 * A regular expression of PostgreSQL, to be used without regard to case, that finds a person by their whole name in either order,
 * their addresses, phones and profile; null when there is nothing that only they have. One name alone could be anybody's.
 */
export function namedPattern({ names, keys, emails, phones, linkedinUrls }: NamedBy): string | null {
  const whole = [
    ...names.flatMap(({ fullName, givenName, familyName }) => [
      fullName,
      ...(givenName && familyName
        ? [`${givenName} ${familyName}`, `${familyName}, ${givenName}`, `${familyName} ${givenName}`]
        : []),
    ]),
    ...keys,
  ].filter((name) => /\S\s+\S/.test(name.trim()));
  const addresses = [...emails, ...linkedinUrls.map((url) => url.replace(/^https?:\/\/(www\.)?/, ""))].filter(
    (address) => address.length >= SHORTEST_ADDRESS,
  );
  const found = [
    ...whole.map((name) =>
      name
        .trim()
        .split(/\s+/)
        .map(escaped)
        .join(String.raw`\s+`),
    ),
    ...addresses.map(escaped),
    ...phones.flatMap(phonePatterns),
  ];
  if (found.length === 0) return null;
  const longestFirst = [...new Set(found)].toSorted((one, other) => other.length - one.length);
  return `(?<![[:alnum:]])(${longestFirst.join("|")})(?![[:alnum:]])`;
}

/** Dialled from abroad and from home, with whatever stands between the digits; never a bare number, which could count something. */
function phonePatterns(phone: string): string[] {
  const parsed = parsePhoneNumberFromString(phone);
  if (!parsed) return [];
  const national = parsed.nationalNumber.split("").join(BETWEEN);
  const code = parsed.countryCallingCode.split("").join(BETWEEN);
  return [
    String.raw`(\+|00)${BETWEEN}${code}${BETWEEN}(0${BETWEEN})?${national}`,
    String.raw`0${BETWEEN}${national}`,
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('"', String.raw`\\?"`);
}
