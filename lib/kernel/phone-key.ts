import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * A number in E.164 with its extension, "+493012345678;ext=12", or null when it can be no number. `country` (ISO,
 * "DE") is where numbers without a country code are dialled from; without it only +49… and 0049… can be read.
 */
export function phoneKey(text: string, country?: string): string | null {
  const dialled = text.trim().replace(/^00(?=[1-9])/, "+");
  const from = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(dialled, from);
  if (!number?.isPossible()) return null;
  return number.ext ? `${number.number};ext=${number.ext}` : number.number;
}

/** A kept number in groups, "+49 30 12345678 ext. 12"; what is no number stays as it was typed. */
export function phoneText(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  return number?.isPossible() ? number.formatInternational() : phone;
}

/** The ISO code of the country that a kept number belongs to, or null. */
export function phoneCountry(phone: string): string | null {
  return parsePhoneNumberFromString(phone)?.country ?? null;
}
