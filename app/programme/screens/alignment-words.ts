import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords } from "#lib/web/words.ts";
import type { Tone } from "#lib/web/pill.tsx";
import type { AlignmentState, Area } from "../alignment.ts";
import type { AreaView } from "../priority-view.ts";

interface AreaWords {
  name: string;
  /** What shows that it follows. */
  means: string;
  /** Where in this house it is prepared. */
  tool: { label: string; to: string };
  /** Where that is for whoever leads: what a rep opens instead. */
  repsTool?: { label: string; to: string };
}

export const AREA_WORDS: Readonly<Record<Area, AreaWords>> = {
  recruiting: {
    name: "Recruiting",
    means: "The job description names the duty to ask and the number; the interview looks for it.",
    tool: { label: "Job description and interview", to: "/programme/job" },
  },
  onboarding: {
    name: "Onboarding",
    means: "Whoever is new rehearses and asks in the first two weeks, with a colleague beside them.",
    tool: { label: "Practice of the team", to: "/practice/team" },
    repsTool: { label: "Practice", to: "/practice" },
  },
  training: {
    name: "Training",
    means: "Everybody rehearses each week, leaders too, and what was learned is heard in the next ask.",
    tool: { label: "Rubrics", to: "/practice/rubrics" },
  },
  compensation: {
    name: "Compensation",
    means: "What is paid follows introductions and what leads to them. Sources are thanked, never paid.",
    tool: { label: "SPIFFs", to: "/programme/spiffs" },
  },
  "sales-process": {
    name: "Sales process",
    means:
      "Each stage names its moment: a seed in discovery, a promise in the proposal, the ask after delivery.",
    tool: { label: "Moments", to: "/settings/moments" },
  },
  meetings: {
    name: "Meetings",
    means: "The weekly meeting opens with promises and introductions, before pipeline and forecast.",
    tool: { label: "Sales meeting", to: "/sales-meeting" },
  },
};

export const STATE_WORDS: Readonly<Record<AlignmentState, { word: string; tone: Tone }>> = {
  aligned: { word: "follows", tone: "good" },
  nobody: { word: "nobody’s yet", tone: "quiet" },
  late: { word: "late", tone: "late" },
  due: { word: "due", tone: "due" },
  "in-hand": { word: "in hand", tone: "plain" },
};

/** "Two of six areas follow it, one is late": what is aligned and what is not, at a glance. */
export function glance(areas: readonly AreaView[]): string {
  const count = (state: AlignmentState) => areas.filter((each) => each.state === state).length;
  const late = count("late");
  const nobodys = count("nobody");
  const aligned = count("aligned");
  const follow =
    aligned === 0
      ? "none of the six areas follows it yet"
      : aligned === areas.length
        ? "all six areas follow it"
        : `${inWords(aligned)} of the six areas ${aligned === 1 ? "follows" : "follow"} it`;
  const parts = [
    follow,
    late > 0 && `${counted(late, "is", "are")} late`,
    nobodys > 0 && nobodys < areas.length && `${counted(nobodys, "is", "are")} nobody’s yet`,
  ];
  return capital(parts.filter((part) => part !== false).join(", "));
}

/** "since 4 November", "by 1 December": of an area what its state does not say. */
export function whenOfArea({ alignedOn, dueOn }: AreaView, today: Day): string | null {
  if (alignedOn !== null) return `since ${dayText(alignedOn, today)}`;
  return dueOn === null ? null : `by ${dayText(dueOn, today)}`;
}
