import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { callName } from "#people/call-name.ts";
import { CONSENT_WORDS } from "#people/screens/consent-words.ts";
import type { AnswerLetterView, FirstResponseView } from "../first-response-view.ts";

/** "sent to bo@brandt.example on 22 November at 14:03" */
export function sentText({ to, sentAt }: AnswerLetterView, today: Day, timeZone: string): string {
  if (sentAt === null) return `to ${to}`;
  const at = new Date(sentAt);
  const time = at.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return `sent to ${to} on ${dayText(dayIn(at, timeZone), today)} at ${time}`;
}

/** What stands beside the button while a letter has not simply been sent; null: nothing. */
export function troubleText(letter: AnswerLetterView): string | null {
  if (letter.state === "failed") return `Your letter could not be sent: ${letter.failure}.`;
  if (letter.state === "doubtful") return "Nobody knows whether your letter left.";
  if (letter.state === "waiting" || letter.state === "leaving") return "Your letter is on its way.";
  return null;
}

/** Why the letter waits, and what to do instead; null: it need not. */
export function heldBackText(draft: FirstResponseView): string | null {
  const { contactName, sourceName, writing, law } = draft;
  const [contact, source] = [callName(contactName), callName(sourceName)];
  if (writing.mayBeWrittenTo) return null;
  if (writing.stop?.reach === "everything")
    return `${contactName} does not want to hear from us. Leave it be.`;
  if (writing.stop) return `${contactName} wants no e-mail from us. Call instead.`;
  if (writing.state === "withdrawn")
    return `${contact} agreed to be written to, and does not any more. Call; if they agree anew, note it here.`;
  if (law.knows === "nothing")
    return `We do not know in which country ${contact} is, and so not whether they must agree first. Choose it below; or call and ask whether you may write.`;
  if (law.knows === "country")
    return `What the law of their country wants is not known here: take it that ${contact} must agree first. Call and ask whether you may write.`;
  return `By the law of ${law.name} ${contact} agrees first, then you write. Call and ask whether you may. Or ask ${source} to let them agree first.`;
}

/** "Law of Germany: an e-mail that promotes …"; where none is known that alone. */
export function lawText({ law }: Pick<FirstResponseView, "law">): string {
  return law.knows === "law" ? `Law of ${law.name}: ${law.says} This is not legal advice.` : law.says;
}

/** "Bo agreed on the phone on 12 November." */
export function agreedText(draft: FirstResponseView, today: Day): string | null {
  const { consent, state } = draft.writing;
  if (state !== "agreed" || consent === null) return null;
  return `${callName(draft.contactName)} agreed ${CONSENT_WORDS[consent.how]} on ${dayText(consent.day, today)}.`;
}
