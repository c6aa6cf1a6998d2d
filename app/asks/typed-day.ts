import { addDays, isDay, weekdayOf, type Day } from "#lib/kernel/days.ts";
import type { Language, Unit } from "./languages/language.ts";
import { phraseAt, phrasesBy, phrasesOf, type Phrase, type Word } from "./typed-words.ts";

/** A day as somebody would say it. */
export interface TypedDay {
  /** How many words it takes. */
  words: number;
  /** What it means of something that has happened, and of something to come; one of them may be impossible. */
  past: Day | null;
  future: Day | null;
  /** The other day that is as likely. */
  orFuture?: Day;
  /** "in two weeks", "next month": only for coming back. */
  comingBack: boolean;
  /** A weekday alone is soon said by the way. */
  weak: boolean;
}

export interface DayWords {
  on: Phrase<null>[];
  days: Phrase<number>[];
  /** 1 is Monday. */
  weekdays: Phrase<number>[];
  months: Phrase<number>[];
  units: Phrase<Unit>[];
  numbers: Phrase<number>[];
  last: Phrase<null>[];
  next: Phrase<null>[];
  agoBehind: Phrase<null>[];
  agoBefore: Phrase<null>[];
  inTime: Phrase<null>[];
  part: Phrase<"beginning" | "middle" | "end">[];
  of: Phrase<null>[];
  ordinals: readonly string[];
}

export function dayWordsOf({ dates }: Language): DayWords {
  return {
    on: phrasesOf(dates.on, null),
    days: Object.entries(dates.days).flatMap(([text, count]) => phrasesOf([text], count)),
    weekdays: dates.weekdays.flatMap((texts, at) => phrasesOf(texts, at + 1)),
    months: dates.months.flatMap((texts, at) => phrasesOf(texts, at + 1)),
    units: phrasesBy(dates.units),
    numbers: Object.entries(dates.numbers).flatMap(([text, count]) => phrasesOf([text], count)),
    last: phrasesOf(dates.last, null),
    next: phrasesOf(dates.next, null),
    agoBehind: phrasesOf(dates.agoBehind, null),
    agoBefore: phrasesOf(dates.agoBefore, null),
    inTime: phrasesOf(dates.inTime, null),
    part: phrasesBy({ beginning: dates.beginning, middle: dates.middle, end: dates.end }),
    of: phrasesOf(dates.of, null),
    ordinals: dates.ordinals,
  };
}

/** The day that is said at this word, in as many words as can be; null when none is. `until`: behind "until" a month is a day too. */
export function dayAt(
  say: DayWords,
  words: readonly Word[],
  at: number,
  today: Day,
  until = false,
): TypedDay | null {
  const on = length(phraseAt(say.on, words, at));
  const inTime = length(phraseAt(say.inTime, words, at));
  const found = [
    relative(say, words, at, today),
    ago(say, words, at, today),
    after(say, words, at, today),
    ...[...new Set([0, on])].flatMap((skip) =>
      behindBreak(words, at, skip)
        ? []
        : [
            wider(weekday(say, words, at + skip, today, until || skip > 0), skip),
            wider(dated(say, words, at + skip, today), skip),
          ],
    ),
    ...[...new Set([0, on, inTime])].flatMap((skip) =>
      (skip > 0 || until) && !behindBreak(words, at, skip)
        ? [wider(month(say, words, at + skip, today), skip)]
        : [],
    ),
    month(say, words, at, today, true),
  ].filter((each) => each !== null);
  return found.toSorted((one, other) => other.words - one.words)[0] ?? null;
}

/** "yesterday", "tomorrow" */
function relative(say: DayWords, words: readonly Word[], at: number, today: Day): TypedDay | null {
  const said = phraseAt(say.days, words, at);
  return said && oneWay(said.words.length, addDays(today, said.value), today);
}

/** "3 days ago", "vor 3 Tagen", "last week" */
function ago(say: DayWords, words: readonly Word[], at: number, today: Day): TypedDay | null {
  const before = length(phraseAt(say.agoBefore, words, at));
  const stretch = stretchAt(say, words, at + before);
  if (stretch !== null && !behindBreak(words, at, before)) {
    const end = at + before + stretch.words;
    const behind = words[end]?.broken === false ? length(phraseAt(say.agoBehind, words, end)) : 0;
    const day = moved(today, -stretch.count, stretch.unit);
    if (before + behind > 0) return oneWay(before + stretch.words + behind, day, today);
  }
  const last = length(phraseAt(say.last, words, at));
  const unit = last > 0 && !behindBreak(words, at, last) ? phraseAt(say.units, words, at + last) : null;
  return unit && oneWay(last + unit.words.length, moved(today, -1, unit.value), today);
}

/** "in two weeks", "next month" */
function after(say: DayWords, words: readonly Word[], at: number, today: Day): TypedDay | null {
  const inTime = length(phraseAt(say.inTime, words, at));
  if (inTime > 0 && !behindBreak(words, at, inTime)) {
    const stretch = stretchAt(say, words, at + inTime);
    if (stretch !== null) {
      const day = moved(today, stretch.count, stretch.unit);
      return { ...oneWay(inTime + stretch.words, day, today), comingBack: true };
    }
  }
  const next = length(phraseAt(say.next, words, at));
  const unit = next > 0 && !behindBreak(words, at, next) ? phraseAt(say.units, words, at + next) : null;
  return (
    unit && {
      ...oneWay(next + unit.words.length, startOfNext(today, unit.value), today),
      comingBack: true,
    }
  );
}

/** "Friday", "last Friday", "next Friday". Short ones, "so" and "mon", need a word before them or a place of their own. */
function weekday(
  say: DayWords,
  words: readonly Word[],
  at: number,
  today: Day,
  led: boolean,
): TypedDay | null {
  const last = length(phraseAt(say.last, words, at));
  const next = length(phraseAt(say.next, words, at));
  const skip = Math.max(last, next);
  const said = behindBreak(words, at, skip) ? null : phraseAt(say.weekdays, words, at + skip);
  if (said === null) return null;
  const word = words[at + skip]!;
  const alone = (at === 0 || word.broken) && (words[at + 1]?.broken ?? true);
  if (said.words.join("").length <= 3 && skip === 0 && !led && !alone) return null;
  const back = (weekdayOf(today) - said.value + 7) % 7;
  const past = addDays(today, -(last > 0 && back === 0 ? 7 : back));
  const future = addDays(today, 7 - back);
  // Still in this week, "next Friday" may be that of the week to come.
  const isUnclear = next > 0 && weekdayOf(future) > weekdayOf(today);
  return {
    words: skip + said.words.length,
    past: next > 0 ? null : past,
    future: last > 0 ? null : future,
    ...(isUnclear && { orFuture: addDays(future, 7) }),
    comingBack: false,
    weak: skip === 0 && !alone,
  };
}

/** "12 Nov", "Nov 12th 2026", "12.11.", "12/11", "2026-11-12". Of a day that there is not both meanings are null. */
function dated(say: DayWords, words: readonly Word[], at: number, today: Day): TypedDay | null {
  const written = numericDay(words[at]?.text ?? "");
  if (written !== null) return inYear(1, written, today);
  const first = numberOf(say, words[at]);
  if (first !== null) {
    const of = length(phraseAt(say.of, words, at + 1));
    const named = behindBreak(words, at, 1 + of) ? null : phraseAt(say.months, words, at + 1 + of);
    if (named === null) return null;
    const end = at + 1 + of + named.words.length;
    const year = yearAt(words, end);
    return inYear(end - at + (year === null ? 0 : 1), { year, month: named.value, date: first }, today);
  }
  const named = phraseAt(say.months, words, at);
  const date = named && !behindBreak(words, at, 1) ? numberOf(say, words[at + 1]) : null;
  if (named === null || date === null) return null;
  const year = yearAt(words, at + 2);
  return inYear(year === null ? 2 : 3, { year, month: named.value, date }, today);
}

/** "January", "mid January", "end of March 2027": to come. */
function month(
  say: DayWords,
  words: readonly Word[],
  at: number,
  today: Day,
  parted = false,
): TypedDay | null {
  const part = phraseAt(say.part, words, at);
  if (parted && part === null) return null;
  const skip = length(part);
  const named = behindBreak(words, at, skip) ? null : phraseAt(say.months, words, at + skip);
  if (named === null) return null;
  const year = yearAt(words, at + skip + 1);
  const date = part?.value === "middle" ? 15 : 1;
  const first = inYear(0, { year, month: named.value, date }, today);
  const day = first.future ?? first.past;
  if (day === null) return null;
  const meant = part?.value === "end" ? addDays(moved(day, 1, "month"), -1) : day;
  return { ...oneWay(skip + 1 + (year === null ? 0 : 1), meant, today), comingBack: true };
}

interface WrittenDay {
  year: number | null;
  month: number;
  date: number;
}

/** Day first, as the days on all screens are; month first where it cannot be otherwise. */
function numericDay(text: string): WrittenDay | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) };
  const parts = /^(\d{1,2})([./])(\d{1,2})[./]?(\d{2,4})?$/.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = parts[4] === undefined ? null : Number(parts[4]) + (parts[4].length === 2 ? 2000 : 0);
  return parts[2] === "/" && second > 12
    ? { year, month: first, date: second }
    : { year, month: second, date: first };
}

function inYear(words: number, { year, month, date }: WrittenDay, today: Day): TypedDay {
  const at = (inThis: number) => {
    const day = `${String(inThis).padStart(4, "0")}-${two(month)}-${two(date)}`;
    return isDay(day) ? day : null;
  };
  const none = { words, past: null, future: null, comingBack: false, weak: false };
  if (year !== null) {
    const day = at(year);
    return day === null ? none : oneWay(words, day, today);
  }
  const thisYear = Number(today.slice(0, 4));
  // Eight years hold a 29 February, also around a century.
  const away = Array.from({ length: 9 }, (_, years) => years);
  const past = away.map((years) => at(thisYear - years)).find((day) => day !== null && day <= today);
  const future = away.map((years) => at(thisYear + years)).find((day) => day !== null && day > today);
  return { ...none, past: past ?? null, future: future ?? null };
}

function oneWay(words: number, day: Day, today: Day): TypedDay {
  const past = day <= today ? day : null;
  return { words, past, future: past === null ? day : null, comingBack: false, weak: false };
}

/** "two weeks", "3 days" */
function stretchAt(
  say: DayWords,
  words: readonly Word[],
  at: number,
): { words: number; count: number; unit: Unit } | null {
  const digits = /^\d{1,3}$/.exec(words[at]?.text ?? "");
  const spoken = phraseAt(say.numbers, words, at);
  const skip = digits ? 1 : length(spoken);
  if (skip === 0 || behindBreak(words, at, skip)) return null;
  const unit = phraseAt(say.units, words, at + skip);
  const count = digits ? Number(digits[0]) : (spoken?.value ?? 0);
  return unit && { words: skip + unit.words.length, count, unit: unit.value };
}

/** By whole months the date stays, or is the month's last. */
function moved(day: Day, count: number, unit: Unit): Day {
  if (unit === "day" || unit === "week") return addDays(day, unit === "week" ? count * 7 : count);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const to = months + count * (unit === "year" ? 12 : 1);
  const start = `${String(Math.floor(to / 12)).padStart(4, "0")}-${two((to % 12) + 1)}`;
  for (let date = Number(day.slice(8)); date > 28; date -= 1) {
    if (isDay(`${start}-${two(date)}`)) return `${start}-${two(date)}`;
  }
  return `${start}-${two(Math.min(28, Number(day.slice(8))))}`;
}

function startOfNext(today: Day, unit: Unit): Day {
  if (unit === "day") return addDays(today, 1);
  if (unit === "week") return addDays(today, 8 - weekdayOf(today));
  const next = moved(`${today.slice(0, 7)}-01`, 1, unit);
  return unit === "month" ? next : `${next.slice(0, 4)}-01-01`;
}

function numberOf(say: DayWords, word: Word | undefined): number | null {
  const found = /^(\d{1,2})(\p{L}*)$/u.exec(word?.text ?? "");
  if (!found || (found[2] !== "" && !say.ordinals.includes(found[2]!.toLowerCase()))) return null;
  return Number(found[1]);
}

function yearAt(words: readonly Word[], at: number): number | null {
  const word = words[at];
  return word && !word.broken && /^(?:19|20)\d\d$/.test(word.text) ? Number(word.text) : null;
}

function wider(found: TypedDay | null, words: number): TypedDay | null {
  return found && { ...found, words: found.words + words };
}

function behindBreak(words: readonly Word[], at: number, skip: number): boolean {
  return words.slice(at + 1, at + skip + 1).some((word) => word.broken);
}

function length(phrase: Phrase<unknown> | null): number {
  return phrase?.words.length ?? 0;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
