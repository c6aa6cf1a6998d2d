import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { TimelineLine } from "#lib/web/phrases.ts";
import { capital, counted, inWords, moneyText, rateText } from "#lib/web/words.ts";
import { LEVEL_WORDS } from "#referrals/screens/referral-words.ts";
import { isLevel, STATE_WORDS } from "#referrals/referral.ts";
import { milestoneText } from "../milestone.ts";
import type { PromisesOfView, SalesMeetingView } from "../sales-meeting-view.ts";
import type { Part } from "../sales-meeting.ts";
import { keptOf } from "./meeting-words.ts";

/** One line of a part, the same on the page, in the room and on paper. */
export interface StoryLine {
  key: string;
  /** Of whom, before the words. */
  name: string | null;
  words: string;
  items: readonly { mark: string; text: string }[];
  soft: string | null;
  /** Its page. */
  to: string | null;
  /** For what somebody is praised, as the journal tells it. */
  fact: TimelineLine | null;
}

/** What a part tells, line by line. Those of the scoreboard, the best ask and the skill are drawn by themselves. */
export function storyOf(part: Part, pack: SalesMeetingView, today: Day): StoryLine[] {
  return STORIES[part]?.(pack, today) ?? [];
}

/** A soft line below a part, or null. */
export function belowOf(part: Part, pack: SalesMeetingView): string | null {
  const { promises, introductions, loops, scoreboard } = pack;
  if (part === "promises") {
    if (!pack.ended && promises.open > 0) return null;
    if (promises.rate === null && promises.open > 0) return "Nobody has told of it yet.";
    if (promises.rate === null)
      return "Whoever promises names and numbers aloud keeps more of them: begin with the week ahead.";
    const said = capital(rateText(promises.kept, promises.rate));
    const open = promises.open === 0 ? "" : ` ${capital(inWords(promises.open))} not told of yet.`;
    return `${said}.${open} Why one was missed is for a 1:1.`;
  }
  if (part === "scoreboard") {
    if (!pack.ended) return "What is usual is said when the week is over.";
    return scoreboard.weeksBefore === 0
      ? "There are no weeks before to compare with."
      : `Usual: the ${counted(scoreboard.weeksBefore, "week", "weeks")} before, by the 95 % interval.`;
  }
  if (part === "introductions" && introductions.length === 0)
    return "Introductions follow asks by some weeks: whom will you ask next?";
  if (part === "loops") {
    const parts = [
      ...(loops.thanked === 0 || loops.told.length === 0
        ? []
        : [`${capital(counted(loops.thanked, "thank-you was", "thank-yous were"))} said.`]),
      ...(loops.late === 0
        ? []
        : [`${capital(counted(loops.late, "loop with a source is", "loops with sources are"))} overdue.`]),
    ];
    return parts.join(" ") || null;
  }
  return null;
}

/** Lines in portions that fit on one screen of the room; at least one, though it be empty. */
export function portions(lines: readonly StoryLine[], most: number): StoryLine[][] {
  const all: StoryLine[][] = [[]];
  let filled = 0;
  for (const line of lines) {
    const weight = 1 + line.items.length + (line.soft === null && line.fact === null ? 0 : 1);
    if (filled > 0 && filled + weight > most) {
      all.push([]);
      filled = 0;
    }
    all.at(-1)?.push(line);
    filled += weight;
  }
  return all;
}

// Below the team's numbers fewer names fit than on a screen of their own.
const REPS_BELOW = 8;
const REPS_ALONE = 14;

/** On how many screens of the room so many names stand. */
export function pagesOfReps(reps: number): number {
  return 1 + Math.max(0, Math.ceil((reps - REPS_BELOW) / REPS_ALONE));
}

/** The names on one of them, counted from 1. */
export function repsOn<R>(reps: readonly R[], page: number): R[] {
  const from = page === 1 ? 0 : REPS_BELOW + (page - 2) * REPS_ALONE;
  return reps.slice(from, from + (page === 1 ? REPS_BELOW : REPS_ALONE));
}

const STORIES: Partial<Record<Part, (pack: SalesMeetingView, today: Day) => StoryLine[]>> = {
  // Of a week that is over nobody is named for having kept nothing.
  promises: ({ promises, ended }) =>
    peopleLines(
      ended ? promises.people.filter(({ kept, of }) => kept > 0 || of === 0) : promises.people,
      (each) => keptOf(each, ended),
      "Nothing promised",
    ),
  introductions: ({ introductions }) =>
    [...Map.groupBy(introductions, ({ source }) => source?.id ?? "")].map(([id, own]) =>
      line(`source ${id}`, {
        name: own[0]?.source?.name ?? "Somebody",
        to: id === "" ? null : `/people/${id}`,
        items: own.map(({ contact, accountName, level, member, asked }) => ({
          mark: "→",
          text: [
            [contact?.name ?? "somebody", accountName].filter((each) => each !== null).join(", "),
            `level ${level}`,
            asked ? `${member.name} asked` : `to ${member.name}, unasked`,
          ].join(" · "),
        })),
      }),
    ),
  loops: ({ loops }) =>
    [...Map.groupBy(loops.told, ({ source }) => source.id)].map(([id, own]) =>
      line(`told ${id}`, {
        name: own[0]?.source.name ?? "",
        words: "heard",
        to: `/people/${id}`,
        items: own.map(({ contactName, state, member }) => ({
          mark: "✓",
          text: `${contactName}: ${STATE_WORDS[state]} · from ${member.name}`,
        })),
      }),
    ),
  chain: ({ chain }, today) =>
    (chain?.people ?? []).map((person, at, people) =>
      line(`chain ${person.id}`, {
        name: person.name,
        words: at < people.length - 1 ? "introduced" : chain?.won === true ? "bought" : "",
        to: `/people/${person.id}`,
        soft:
          at < people.length - 1 || chain === null
            ? null
            : `${shortDay(chain.day, today)} · with ${chain.member.name} · ${levelText(chain.level)}`,
      }),
    ),
  wins: ({ wins }, today) =>
    wins.map(({ dealId, name, accountName, member, money, source, day }) =>
      line(dealId, {
        name,
        words: [accountName, money === null ? null : moneyText(money)]
          .filter((each) => each !== null)
          .join(" · "),
        to: `/deals/${dealId}`,
        soft: `${member.name}, ${source === null ? "through an introduction" : `introduced by ${source.name}`} · ${shortDay(day, today)}`,
      }),
    ),
  recognition: ({ recognition: { praise, milestones } }) => [
    ...milestones.map(({ kind, weeks, member, day }) =>
      line(`${kind} ${member.id} ${day}`, { name: member.name, words: milestoneText({ kind, weeks }) }),
    ),
    ...praise.map(({ id, to, by, words, fact }) =>
      line(id, {
        name: to.name,
        words: words === null ? `was praised by ${by.name}` : `“${words}” ${by.name}`,
        fact,
      }),
    ),
  ],
  next: ({ next }) => {
    const { all, people } = saidOnce(next.people);
    const own = peopleLines(people, () => "", "Not promised yet").filter(
      ({ name, items }) => name === null || items.length > 0,
    );
    return all.length === 0 ? own : [line("everybody", { name: "Everybody", items: itemsOf(all) }), ...own];
  },
};

const FEWEST_WHO_SHARE = 3;

/** What all who promised have promised alike, and what each of them has beside it. */
function saidOnce(people: readonly PromisesOfView[]): {
  all: PromisesOfView["lines"];
  people: PromisesOfView[];
} {
  const promised = people.filter(({ lines }) => lines.length > 0);
  const [first, ...others] = promised;
  if (first === undefined || promised.length < FEWEST_WHO_SHARE) return { all: [], people: [...people] };
  const all = first.lines.filter(
    (each, at) => !isIn(first.lines.slice(0, at), each) && others.every(({ lines }) => isIn(lines, each)),
  );
  const without = ({ lines, ...rest }: PromisesOfView) => ({
    ...rest,
    lines: all.reduce((left, each) => {
      const at = left.findIndex(({ state, text }) => state === each.state && text === each.text);
      return left.toSpliced(at, at < 0 ? 0 : 1);
    }, lines),
  });
  return { all, people: people.map(without) };
}

/** Those who promised, one by one; then those who did not, and those who were away, in one line each. */
function peopleLines(
  people: readonly PromisesOfView[],
  words: (of: PromisesOfView) => string,
  without: string,
): StoryLine[] {
  const promised = people.filter(({ of, lines }) => of > 0 || lines.length > 0);
  const rest = people.filter((each) => !promised.includes(each));
  const names = (away: boolean) => rest.filter((each) => each.away === away).map(({ member }) => member.name);
  return [
    ...promised.map((each) =>
      line(each.member.id, {
        name: each.member.name,
        words: words(each),
        items: itemsOf(each.lines),
      }),
    ),
    ...inOne("without", without, names(false)),
    ...inOne("away", "Away", names(true)),
  ];
}

function isIn(lines: PromisesOfView["lines"], { state, text }: PromisesOfView["lines"][number]): boolean {
  return lines.some((each) => each.state === state && each.text === text);
}

function itemsOf(lines: PromisesOfView["lines"]): StoryLine["items"] {
  return lines.map(({ state, text }) => ({
    mark: state === "kept" ? "✓" : "○",
    text: text ?? "one of their own",
  }));
}

function inOne(key: string, name: string, names: readonly string[]): StoryLine[] {
  return names.length === 0 ? [] : [line(key, { words: `${name}: ${names.join(", ")}` })];
}

function levelText(level: number): string {
  return `level ${level}${isLevel(level) ? `, ${LEVEL_WORDS[level]}` : ""}`;
}

function line(key: string, some: Partial<StoryLine>): StoryLine {
  return { key, name: null, words: "", items: [], soft: null, to: null, fact: null, ...some };
}
