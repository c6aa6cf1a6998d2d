import { instantOf, isDay } from "#lib/kernel/days.ts";
import { minutesEast } from "./mail-date.ts";

// January first; in English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish and Polish, without marks.
const MONTHS = [
  /^(?:jan|ene|gen|sty)/,
  /^(?:feb|fev|lut)/,
  /^(?:mar|mrz|maa)/,
  /^(?:apr|avr|abr|kwi)/,
  /^(?:may|mai|mag|mei|maj)/,
  /^(?:jun|juin|giu|cze)/,
  /^(?:jul|juil|lug|lip)/,
  /^(?:aug|aou|ago|sie)/,
  /^(?:sep|set|wrz)/,
  /^(?:oct|okt|ott|out|paz)/,
  /^(?:nov|lis)/,
  /^(?:dec|dez|dic|gru)/,
];

const DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4})/iu;
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/iu;
const NUMBERS =
  /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4})/;
const TIME = /(?<!\d)(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?(?!\d)\s*(?:([ap])\.?\s?m\b\.?)?/i;
// A day without a time is none at midnight: that would be the day before elsewhere.
const NO_TIME = "12:00";

/**
 * When something was written, as a mail program says it above what it forwards: for people, in their language, mostly without a zone,
 * which is then `timeZone`. Null where it cannot be, or could be either of two days.
 */
export function forwardedDate(text: string, timeZone: string): Date | null {
  const said = text.slice(0, 300);
  const found = dayIn(said);
  if (found === null || !isDay(found.day)) return null;
  const [clock, hours = "", minute = "", half] = TIME.exec(found.rest) ?? [];
  if (clock === undefined) return instantOf(found.day, NO_TIME, timeZone);
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minute) > 59) return null;
  const time = `${String(hour).padStart(2, "0")}:${minute}`;
  const east = eastOf(found.rest.slice(found.rest.indexOf(clock) + clock.length));
  if (east === null) return instantOf(found.day, time, timeZone);
  return new Date(instantOf(found.day, time, "UTC").getTime() - east * 60_000);
}

/** The day, and what is said behind it. */
function dayIn(text: string): { day: string; rest: string } | null {
  const behind = ({ 0: whole, index }: RegExpExecArray) => text.slice(index + whole.length);
  const dayFirst = DAY_FIRST.exec(text);
  const month = dayFirst && monthOf(dayFirst[2]);
  if (dayFirst && month) return { day: dayOf(dayFirst[3], month, dayFirst[1]), rest: behind(dayFirst) };
  const monthFirst = MONTH_FIRST.exec(text);
  const other = monthFirst && monthOf(monthFirst[1]);
  if (monthFirst && other)
    return { day: dayOf(monthFirst[3], other, monthFirst[2]), rest: behind(monthFirst) };
  const numbers = NUMBERS.exec(text);
  if (!numbers) return null;
  const [, year, inYear, ofMonth, date, german, germanYear, one, two, slashYear] = numbers;
  const rest = behind(numbers);
  if (year) return { day: dayOf(year, inYear, ofMonth), rest };
  if (date) return { day: dayOf(germanYear, german, date), rest };
  // Half the world begins with the month.
  const isEither = Number(one) <= 12 && Number(two) <= 12 && one !== two;
  if (isEither) return null;
  return { day: Number(one) > 12 ? dayOf(slashYear, two, one) : dayOf(slashYear, one, two), rest };
}

function dayOf(year = "", month: string | number = "", date = ""): string {
  return [year, String(month).padStart(2, "0"), date.padStart(2, "0")].join("-");
}

/** 1 is January; null for a word that is no month. */
function monthOf(word = ""): number | null {
  const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const at = MONTHS.findLastIndex((names) => names.test(plain));
  return at < 0 ? null : at + 1;
}

/** "GMT+1", "+0100", "MEZ"; null where no zone is said that we know. */
function eastOf(text: string): number | null {
  const [, sign, hours, minutes = "0"] = /^\W*(?:gmt|utc)\s*([+-])(\d{1,2})(?::?(\d{2}))?/i.exec(text) ?? [];
  if (hours !== undefined) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return minutesEast(text.replace(/^[\s,(]*(?:uhr\b)?[\s,(]*/i, ""));
}
