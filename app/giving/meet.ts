import { pairKey } from "./apart.ts";
import { alike, stemsOf, type Stems } from "./stems.ts";

/** What is known of somebody who might meet somebody. */
export interface Meetable {
  personId: string;
  name: string;
  /** Where they work, by the account that stands; null: unknown. */
  accountId: string | null;
  /** Open lines, their company's too. */
  needs: readonly string[];
  offers: readonly string[];
  /** What they and their company do: title and industry. */
  trade: string;
  city: string | null;
  country: string | null;
}

export const MEET_PARTS = ["offer", "trade", "words", "place"] as const;
export type MeetPart = (typeof MEET_PARTS)[number];

/** Judgement, then measured: see docs/benchmarks.md. */
export const MEET_WEIGHTS: Readonly<Record<MeetPart, number>> = {
  offer: 1,
  trade: 0.7,
  words: 0.2,
  place: 0.15,
};
/** Less than that is chance: neither an offer nor a trade meets enough of what is needed. */
export const MEET_AT_LEAST = 0.25;

/** What one needs and the other has. */
interface Met {
  value: number;
  needer: Meetable;
  giver: Meetable;
  need: string;
  /** The offer, or the trade. */
  by: string;
}

export interface Meeting {
  one: Meetable;
  other: Meetable;
  score: number;
  adds: Readonly<Record<MeetPart, number>>;
  reasons: string[];
  /** Who gets the introduction: whose need it meets. */
  toId: string;
}

/**
 * Pairs that should meet, the best first: score = sum over parts of MEET_WEIGHTS × value, each between 0 and 1.
 *
 * - offer: how much of a need of one the best offer of the other meets, both ways added, at most 1.
 * - trade: the same against what the other does for a living.
 * - words: how much of all their lines is in common.
 * - place: 1 in the same town, 0.3 in the same country.
 *
 * How much of a line another meets: the weights of its words that the other has too, over those of the shorter line. Words are
 * compared by their stems (stems.ts); a word weighs ln(1 + lines / lines that have it), so that rare words count. A pair needs
 * MEET_AT_LEAST of offer and trade together: a common town alone is no reason.
 *
 * Never two at the same account, nor a pair in `apart` (pairKey): those who know each other, and those refused.
 */
export function whoShouldMeet(people: readonly Meetable[], apart: ReadonlySet<string>): Meeting[] {
  const read = reader(people);
  const lines = people.map((person) => linesOf(person, read));
  const meetings: Meeting[] = [];
  for (const [a, b] of pairsThatShareAWord(lines)) {
    const [one, other] = [lines[a], lines[b]];
    if (!one || !other || areApart(one.person, other.person, apart)) continue;
    const meeting = judge(one, other, read.weigh);
    if (meeting) meetings.push(meeting);
  }
  return meetings.toSorted(
    (a, b) =>
      b.score - a.score ||
      (pairKey(a.one.personId, a.other.personId) < pairKey(b.one.personId, b.other.personId) ? -1 : 1),
  );
}

interface Line {
  text: string;
  stems: readonly Stems[];
}

interface Lines {
  person: Meetable;
  needs: Line[];
  offers: Line[];
  trade: Line;
  all: Line;
}

interface Reader {
  line: (text: string) => Line;
  weigh: (stems: Stems) => number;
}

/** Each line is taken apart once; how rare a word is, is counted over all of them. */
function reader(people: readonly Meetable[]): Reader {
  const known = new Map<string, Line>();
  const line = (text: string): Line => {
    const found = known.get(text) ?? { text, stems: stemsOf(text) };
    known.set(text, found);
    return found;
  };
  const texts = people.flatMap(({ needs, offers, trade }) => [...needs, ...offers, trade]);
  const seen = new Map<string, number>();
  for (const text of texts)
    for (const key of new Set(line(text).stems.flat())) seen.set(key, (seen.get(key) ?? 0) + 1);
  const weigh = (stems: Stems) =>
    Math.log(1 + texts.length / Math.max(1, ...stems.map((key) => seen.get(key) ?? 0)));
  return { line, weigh };
}

function linesOf(person: Meetable, { line }: Reader): Lines {
  const { needs, offers, trade } = person;
  return {
    person,
    needs: needs.map(line),
    offers: offers.map(line),
    trade: line(trade),
    all: line([...needs, ...offers].join(" ")),
  };
}

/** Only pairs in which a need of one has the beginning of a word in common with the other: the rest cannot score. */
function* pairsThatShareAWord(lines: readonly Lines[]): Generator<[number, number]> {
  const holders = new Map<string, Set<number>>();
  for (const [at, { offers, trade }] of lines.entries())
    for (const key of new Set([...offers, trade].flatMap(({ stems }) => stems.flatMap(inside)))) {
      const set = holders.get(key) ?? new Set();
      holders.set(key, set.add(at));
    }
  const told = new Set<string>();
  for (const [at, { needs }] of lines.entries())
    for (const key of new Set(needs.flatMap(({ stems }) => stems.flatMap(inside))))
      for (const other of holders.get(key) ?? []) {
        const pair = at < other ? `${at} ${other}` : `${other} ${at}`;
        if (at === other || told.has(pair)) continue;
        told.add(pair);
        yield at < other ? [at, other] : [other, at];
      }
}

/** Short words whole, longer ones by every five letters in a row: a word within a compound shares one of them. */
function inside(stems: Stems): string[] {
  return stems.flatMap((stem) =>
    stem.length <= 5 ? [stem] : Array.from({ length: stem.length - 4 }, (_, at) => stem.slice(at, at + 5)),
  );
}

function areApart(one: Meetable, other: Meetable, apart: ReadonlySet<string>): boolean {
  if (one.accountId !== null && one.accountId === other.accountId) return true;
  return apart.has(pairKey(one.personId, other.personId));
}

function judge(one: Lines, other: Lines, weigh: Reader["weigh"]): Meeting | null {
  const offers = [bestOf(one, other, other.offers, weigh), bestOf(other, one, one.offers, weigh)];
  const trades = [bestOf(one, other, [other.trade], weigh), bestOf(other, one, [one.trade], weigh)];
  const values: Record<MeetPart, number> = {
    offer: added(offers),
    trade: added(trades),
    words: meets(one.all, other.all, weigh),
    place: placeOf(one.person, other.person),
  };
  const adds = { ...values };
  for (const part of MEET_PARTS) adds[part] *= MEET_WEIGHTS[part];
  if (adds.offer + adds.trade < MEET_AT_LEAST) return null;
  const met = [...offers, ...trades].filter((each) => each !== null).toSorted((a, b) => b.value - a.value);
  const [first] = met;
  if (!first) return null;
  return {
    one: one.person,
    other: other.person,
    score: MEET_PARTS.reduce((sum, part) => sum + adds[part], 0),
    adds,
    reasons: reasonsFor(offers, trades, one.person, other.person),
    toId: first.needer.personId,
  };
}

function bestOf(needer: Lines, giver: Lines, lines: readonly Line[], weigh: Reader["weigh"]): Met | null {
  let best: Met | null = null;
  for (const need of needer.needs)
    for (const by of lines) {
      const value = meets(need, by, weigh);
      if (value > (best?.value ?? 0))
        best = { value, needer: needer.person, giver: giver.person, need: need.text, by: by.text };
    }
  return best;
}

function meets(need: Line, by: Line, weigh: Reader["weigh"]): number {
  if (need.stems.length === 0 || by.stems.length === 0) return 0;
  let shared = 0;
  for (const word of need.stems) {
    const best = Math.max(...by.stems.map((other) => alike(word, other)));
    if (best > 0) shared += best * weigh(word);
  }
  const total = (line: Line) => line.stems.reduce((sum, word) => sum + weigh(word), 0);
  return Math.min(1, shared / Math.min(total(need), total(by)));
}

function added(met: readonly (Met | null)[]): number {
  return Math.min(
    1,
    met.reduce((sum, each) => sum + (each?.value ?? 0), 0),
  );
}

function placeOf(one: Meetable, other: Meetable): number {
  if (sameText(one.city, other.city)) return 1;
  return sameText(one.country, other.country) ? 0.3 : 0;
}

function sameText(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** "Hanna needs “a caterer for June”; Gerd offers “catering for up to 300 guests”", then the town. */
function reasonsFor(
  offers: readonly (Met | null)[],
  trades: readonly (Met | null)[],
  one: Meetable,
  other: Meetable,
): string[] {
  const byOffer = offers
    .filter((each) => each !== null)
    .map(({ needer, giver, need, by }) => `${needer.name} needs “${need}”; ${giver.name} offers “${by}”`);
  const byTrade = trades
    .filter(
      (each) =>
        each !== null && !offers.some((offer) => offer?.needer === each.needer && offer.value >= each.value),
    )
    .map((each) => each as Met)
    .map(({ needer, giver, need, by }) => `${needer.name} needs “${need}”; ${giver.name}: ${by}`);
  const place = sameText(one.city, other.city) ? [`Both are in ${one.city}`] : [];
  return [...byOffer, ...byTrade, ...place].slice(0, 3);
}
