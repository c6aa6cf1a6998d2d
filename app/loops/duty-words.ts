import { dayText, whenText } from "#lib/kernel/day-words.ts";
import { dayIn, daysBetween, timeOfDayIn } from "#lib/kernel/days.ts";
import { callName } from "#people/call-name.ts";
import type { DutyHow, DutyKind } from "./duty.ts";
import type { DutyView } from "./duty-view.ts";

export const HOW_WORDS: Record<DutyHow, string> = {
  call: "called",
  "in-person": "in person",
  note: "by a handwritten note",
  email: "by e-mail",
  message: "by a message",
  gift: "with a gift",
};

/** On buttons, the likeliest first. */
export const HOW_BUTTONS: readonly [DutyHow, string][] = [
  ["call", "I called"],
  ["note", "A handwritten note"],
  ["email", "An e-mail"],
  ["in-person", "In person"],
  ["message", "A message"],
  ["gift", "A gift"],
];

/** "Thank Anna for Bo Brandt": what is to be done, with the source's name apart so that it can be a link. */
export function dutyText(
  kinds: readonly DutyKind[],
  { contactName, closed, metOn }: Pick<DutyView, "contactName" | "closed" | "metOn">,
  contactNames: readonly string[] = [contactName],
): { verb: string; rest: string } {
  const contact = callName(contactName);
  const end = closed === "won" ? `${contact} became a client` : `nothing came of ${contact}`;
  if (kinds.includes("report-close") && kinds.includes("thank-close"))
    return { verb: "Tell", rest: `that ${end}, and thank them` };
  if (kinds.includes("report-close")) return { verb: "Tell", rest: `that ${end}` };
  if (kinds.includes("thank-close")) return { verb: "Thank", rest: `now that ${end}` };
  if (kinds.includes("thank-chain")) return { verb: "Thank", rest: `too: ${end}, and it began with them` };
  if (kinds.includes("report"))
    return {
      verb: "Tell",
      rest: metOn === null ? `what came of ${contact}` : `how the meeting with ${contact} went`,
    };
  if (kinds.includes("thank"))
    return { verb: "Thank", rest: `for ${inOneBreath(contactNames.map(callName))}` };
  return { verb: "Answer", rest: `and ${contact}` };
}

/** "Bo, Imke and Dana" */
function inOneBreath(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "Passed on by Mia Sommer", "For Mia Sommer, who is away"; null where it is the rep's own. */
export function forWhomText({ responsible, memberName }: Pick<DutyView, "responsible" | "memberName">) {
  if (responsible.because === "rep") return null;
  return responsible.because === "passed" ? `Passed on by ${memberName}` : `For ${memberName}, who is away`;
}

/** "by 18:00 today", "by 20 November"; once that is over "was due yesterday 18:00", "was due 28 September". */
export function dueText(dueAt: string, now: Date, timeZone: string): string {
  const due = new Date(dueAt);
  const [day, today] = [dayIn(due, timeZone), dayIn(now, timeZone)];
  const time = timeOfDayIn(due, timeZone);
  const days = daysBetween(today, day);
  if (due < now)
    return days < -1 ? `was due ${dayText(day, today)}` : `was due ${whenText(day, today)} ${time}`;
  if (days < 2) return `by ${time} ${whenText(day, today)}`;
  return `by ${dayText(day, today)}`;
}
