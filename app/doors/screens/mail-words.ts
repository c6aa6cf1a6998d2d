import type { Tone } from "#lib/web/pill.tsx";
import type { ArrivedMailView } from "../mail-view.ts";
import type { MailState, Why } from "../member-mail.ts";

type Effect = ArrivedMailView["effects"][number];

export const STATE_WORDS: Record<MailState, { says: string; tone: Tone }> = {
  done: { says: "logged", tone: "good" },
  question: { says: "a question to you", tone: "due" },
  ignored: { says: "ignored", tone: "quiet" },
  undone: { says: "taken back", tone: "plain" },
};

const WHY_WORDS: Record<Why, string> = {
  "not-yours": "It came from an address that is not yours here. Did you send it?",
  "not-proven": "Your mail server does not vouch that it came from you. Did you send it?",
  "nobody-known": "We know nobody in it by their address.",
  "nobody-named": "It names nobody but you and us, so there is nobody to log it with.",
  refused: "It could not be logged with everybody in it.",
  automatic: "A machine sent it: an absence note, say.",
  list: "It came through a mailing list.",
  report: "A mail server reports on another message.",
  "by-member": "You let it be.",
};

/** Why nothing, or not all, was done about it; null where all was. */
export function whyText({ why }: Pick<ArrivedMailView, "why">): string | null {
  return why && WHY_WORDS[why];
}

/** Only the member can say whether it is theirs. */
export function asksWhetherTheirs({ state, why }: Pick<ArrivedMailView, "state" | "why">): boolean {
  return state === "question" && (why === "not-yours" || why === "not-proven");
}

/** With whom it would be logged, in a sentence; null where we know nobody in it. */
export function withWhom({ named }: Pick<ArrivedMailView, "named">): string | null {
  const names = [...new Set(named.flatMap(({ person }) => person?.name ?? []))];
  return names.length === 0 ? null : `It would be logged with ${new Intl.ListFormat("en-GB").format(names)}.`;
}

/** Who most likely introduces somebody in it: whoever wrote to us and named them. */
export function likelySource(
  { byMember, named }: Pick<ArrivedMailView, "byMember" | "named">,
  { role }: Pick<ArrivedMailView["named"][number], "role">,
): string | null {
  const writer = named.find((each) => each.role === "from")?.person ?? null;
  return byMember || role === "from" ? null : (writer?.id ?? null);
}

/** What it brought about, one line for each: with whom, and where it opens. */
export function effectLine({ kind, personName, takenBack }: Effect, byMember: boolean): string {
  const said = {
    touch: byMember ? `You wrote to ${personName}` : `${personName} wrote to you`,
    answer: `You answered the introduction to ${personName}`,
    person: `${personName} was added`,
    introduction: `${personName} was introduced to you`,
  }[kind];
  return takenBack ? `${said}: taken back` : said;
}

/** With what it counts where it is no contact of its own: one a day with each of them. */
export function shareLine(
  { personName, subject }: ArrivedMailView["shares"][number],
  byMember: boolean,
): string {
  const said = byMember ? `You wrote to ${personName}` : `${personName} wrote to you`;
  if (subject === null) return `${said}: counts with the e-mail written down for that day`;
  return `${said}: counts with ${subject === "" ? "the mail without a subject" : `“${subject}”`} of that day`;
}

export function pageOf({ kind, subjectId, personId }: Effect): string {
  return kind === "answer" || kind === "introduction" ? `/referrals/${subjectId}` : `/people/${personId}`;
}

/** What somebody in it is called as far as the message says. */
export function calledIn({
  name,
  address,
}: Pick<ArrivedMailView["named"][number], "name" | "address">): string {
  return name === "" ? address : name;
}

/** A name to begin with: the message's own, or what the address makes likely, "jens.kohl@" → "Jens Kohl". */
export function likelyName({
  name,
  address,
}: Pick<ArrivedMailView["named"][number], "name" | "address">): string {
  if (name !== "" && !name.includes("@")) return turnedRound(name);
  const [local = ""] = address.split("@");
  return local
    .split(/[._-]+/)
    .filter((word) => /^\p{L}+$/u.test(word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** "Kohl, Jens" → "Jens Kohl" */
function turnedRound(name: string): string {
  const [family = "", given = "", ...more] = name.split(",").map((part) => part.trim());
  return given === "" || more.length > 0 ? name : `${given} ${family}`;
}
