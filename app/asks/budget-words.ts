import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { WhyNot } from "#people/protection.ts";
import { agoText, answerText } from "./answer-words.ts";
import type { BudgetRule } from "./ask.ts";
import type { Bar, Drawn } from "./budget.ts";

/** The rules as a list names them. */
export const RULE_WORDS: Record<BudgetRule, string> = {
  "do-not-ask": "said stop, or is not to be asked",
  "serious-issue": "an open serious issue",
  "open-ask": "an open ask",
  "rest-period": "the rest period",
  quarter: "their most per quarter",
  approver: "the approver had not agreed",
  "no-go": "what they had ruled out",
};

interface Said {
  mayFrom: Day | null;
  /** The member who wants to ask. */
  mine: string;
  restDays: number;
}

/** Why not, whose word or ask it is, and from when on: whole sentences about "them". */
export function sentenceOf(bar: Bar, { mayFrom, mine, restDays }: Said, today: Day): string {
  const from = mayFrom === null ? "" : ` You may ask from ${dayText(mayFrom, today)}.`;
  switch (bar.rule) {
    case "do-not-ask": {
      const { why, words, day, by } = bar.said;
      if (why === "said-stop")
        return `They said on ${dayText(day, today)}: ${words ? quoted(words) : "stop"}. They are not asked.`;
      return `They are not asked: ${WHY[why]}${words ? ` (${quoted(words)})` : ""}. ${by.name} noted it on ${dayText(day, today)}.`;
    }
    case "serious-issue": {
      const { what, day, by, accountId } = bar.issue;
      const whose = accountId === null ? "" : " of their company";
      return `There is an open issue${whose} since ${dayText(day, today)}, noted by ${by.name}: ${quoted(what)}. Settle it before anybody asks.`;
    }
    case "open-ask":
      return `${drawText(bar.draw, mine, today)}${from}`;
    case "rest-period":
      return `${drawText(bar.draw, mine, today)} After that they rest ${restDays} days.${from}`;
    case "quarter": {
      if (bar.draw === null)
        return "They do not want to be asked at all in a quarter. Change their wishes first.";
      const most = bar.most === 1 ? "once" : bar.most === 2 ? "twice" : `${bar.most} times`;
      return `They want to be asked at most ${most} a quarter. ${drawText(bar.draw, mine, today)}${from}`;
    }
    case "approver":
      return `${bar.name} must agree before anybody asks them: ask ${bar.name} for a permit.`;
    case "no-go":
    default: {
      const { account, person, topic, words } = bar.off;
      const what = account?.name ?? person?.name ?? topic ?? "";
      return `They ruled out ${what}${words ? ` (${quoted(words)})` : ""}. Ask them for somebody else.`;
    }
  }
}

const WHY: Record<Exclude<WhyNot, "said-stop">, string> = {
  left: "they have left",
  competitor: "they work for a competitor",
  legal: "for legal reasons",
  other: "for a reason of our own",
};

const LONGEST = 160;

function quoted(words: string): string {
  const plain = words.replace(/[.\s]+$/, "");
  return `“${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}”`;
}

/** "Ben asked them 12 days ago; they said: not now, until 3 December." */
function drawText(draw: Drawn, mine: string, today: Day): string {
  const own = draw.memberId === mine;
  const when = agoText(draw.askedDay, today);
  if (draw.kind === "reference") return `They gave ${own ? "you" : draw.memberName} a reference ${when}.`;
  const who = own ? "You" : draw.memberName;
  if (draw.outcome === null) return `${who} asked them ${when}; there is no answer yet.`;
  if (draw.outcome === "named-someone") return `${who} asked them ${when}; they named someone.`;
  if (draw.outcome === "sent-to-colleague")
    return `${who} asked them ${when}; they named a colleague to ask instead.`;
  return `${who} asked them ${when}; they said: ${answerText(draw, today)}.`;
}
