import type { Pill } from "#lib/web/pill.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { NewsletterState } from "../newsletter.ts";
import type { NewsletterView, NumbersView, ReplyView } from "../newsletter-view.ts";

export const STATE_WORDS: Record<NewsletterState, string> = {
  draft: "draft",
  sending: "on its way",
  paused: "paused",
  stopped: "stopped",
  done: "sent",
};
export const STATE_TONES: Record<NewsletterState, Parameters<typeof Pill>[0]["tone"]> = {
  draft: "quiet",
  sending: "plain",
  paused: "due",
  stopped: "late",
  done: "good",
};

/** "Friday 20 November, 18:00", in the workspace's time zone. */
export function instantText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}

/** "214 got it · 9 answered · 2 came back"; what did not happen is not said. */
export function numbersText(numbers: NumbersView): string {
  const { sent, replies, othersReplies, waiting, refused, leftOut, doubtful, unsubscribed } = numbers;
  const bounced = numbers.bouncedHard + numbers.bouncedSoft;
  return [
    `${sent.toLocaleString("en-GB")} got it`,
    replies > 0 && `${replies} answered`,
    othersReplies > 0 && `${counted(othersReplies, "other", "others")} answered`,
    waiting > 0 && `${waiting.toLocaleString("en-GB")} to go`,
    bounced > 0 && `${bounced} came back`,
    refused > 0 && `${refused} refused`,
    leftOut > 0 && `${leftOut} left out`,
    doubtful > 0 && `${doubtful} in doubt`,
    unsubscribed > 0 && `${unsubscribed} unsubscribed`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The heading of the list: what speaks first are the answers. */
export function lettersHeading(letters: readonly NewsletterView[]): string {
  const last = letters.find(({ sentAt }) => sentAt !== null);
  if (last === undefined) return "No letter has gone out yet";
  const replies = last.numbers?.replies ?? 0;
  if (replies === 0) return "Nobody has answered the last letter yet";
  return `${capital(counted(replies, "person has", "people have"))} answered the last letter`;
}

/** Who answered: to whom it went, or somebody to whom they passed it on. */
export function answererText({
  personName,
  byOther,
  otherAddress,
  recipientName,
}: Pick<ReplyView, "personName" | "byOther" | "otherAddress" | "recipientName">): string {
  if (!byOther) return personName ?? "Somebody";
  const who = personName ?? (otherAddress === null ? "Somebody" : `Somebody at ${otherAddress}`);
  return `${who} answered ${recipientName === null ? "somebody else's" : `${recipientName}'s`} copy`;
}

/** "November 2026", of "2026-11". */
export function monthText(month: string): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
