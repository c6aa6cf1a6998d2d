import { counted, moneyText } from "#lib/web/words.ts";
import { LEVEL_WORDS } from "#referrals/screens/referral-words.ts";
import type { ChainNode } from "../chain-tree.ts";
import type { ChainPersonView } from "../chain-view.ts";

/** What a screen reader says: "Anna Weber, introduced by Ben Roth in 2024, level 3, two introduced by them, won €12,000". */
export function spokenNode(node: ChainNode): string {
  const { person, by, parent, children } = node;
  const year = by?.day.slice(0, 4);
  const from =
    by === null
      ? ["the first of this chain"]
      : by.level === 0
        ? [`named by ${parent?.person.name} in ${year}`, "a name only"]
        : [`introduced by ${parent?.person.name} in ${year}`, `level ${by.level}`];
  const introduced =
    children.length > 0 ? [`${counted(children.length, "person", "people")} introduced by them`] : [];
  return [person.name, ...from, ...introduced, ...dealWords(person.deals)].join(", ");
}

const ONE_LINE = 25;

/** "2024 · level 3"; whoever nobody introduced is the first source. Beside a long `deal` the level is left to the line's breadth. */
export function howShort({ by }: ChainNode, deal: string): string {
  if (by === null) return "first source";
  const year = by.day.slice(0, 4);
  const whole = `${year} · ${by.level === 0 ? "name only" : `level ${by.level}`}`;
  return whole.length + deal.length > ONE_LINE ? year : whole;
}

/** "level 3, vouched for". */
export function levelText(level: keyof typeof LEVEL_WORDS): string {
  return level === 0 ? LEVEL_WORDS[0] : `level ${level}, ${LEVEL_WORDS[level]}`;
}

/** What came of somebody's introduction: "won €12,000", else that a deal is open, else that it was lost. */
export function dealWords({ won, open, lost, value }: ChainPersonView["deals"]): string[] {
  if (won > 0) return [value.length === 0 ? "won" : `won ${value.map(moneyText).join(" + ")}`];
  if (open > 0) return ["deal open"];
  return lost > 0 ? ["deal lost"] : [];
}

/** The chain in a sentence, `at` being whom it is about and `more` those whom the picture does not hold. */
export function chainSentence(at: ChainNode, all: readonly ChainNode[], more: number): string {
  const ahead = at.generation - 1;
  const led = ahead === 0 ? "" : `${counted(ahead, "introduction", "introductions")} led here. `;
  const grown = at.grown + more;
  const grew =
    grown === 0 ? "Nobody grew from here yet" : `${counted(grown, "person", "people")} grew from here`;
  const won = all.filter(({ person }) => person.deals.won > 0).length;
  const bought = won === 0 ? "" : `; ${counted(won, "person", "people")} in this chain bought`;
  return upper(`${led}${grew}${bought}.`);
}

function upper(text: string): string {
  return text.replaceAll(/(?:^|\. )[a-z]/g, (start) => start.toUpperCase());
}
