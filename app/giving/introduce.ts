import { callName } from "#people/call-name.ts";
import { mailAddress } from "#lib/kernel/mail-address.ts";

/** Of one who is to be introduced, as much as a letter says. */
export interface Introduced {
  name: string;
  title: string | null;
  accountName: string | null;
  email: string | null;
}

export interface Letter {
  subject: string;
  text: string;
}

/**
 * To both at once: who each is, and that we leave them to it. Why they should speak is for whoever writes to say: what we noted
 * of one is not for the eyes of the other.
 */
export function introductionLetter(to: Introduced, whom: Introduced, from: string): Letter {
  const [one, other] = [callName(to.name), callName(whom.name)];
  return {
    subject: `${to.name}, meet ${whom.name}`,
    text: [
      `Dear ${one}, dear ${other},`,
      `I would like you two to know each other.`,
      `${one}, ${whoIs(other, whom)} ${other}, ${whoIs(one, to)}`,
      `I think that you will have something to say to each other.`,
      `I leave it to you to find a time, and step back here. Please take me off copy.`,
      `Best wishes\n${from}`,
    ].join("\n\n"),
  };
}

/** To one of the two, before names are joined. It does not say who the other is, and makes a no easy. */
export function askFirstLetter(to: Introduced, other: Introduced, why: string | null, from: string): Letter {
  const what = other.title ? `who works as ${other.title}` : "whom I think well of";
  return {
    subject: "May I introduce you to somebody?",
    text: [
      `Dear ${callName(to.name)},`,
      `I know somebody, ${what}, whom I would like you to meet.`,
      ...(why && !namesThem(why, other) ? [sentence(why)] : []),
      `May I introduce you? If you would rather not, say so, or leave this unanswered: nobody will hear of it.`,
      `Best wishes\n${from}`,
    ].join("\n\n"),
  };
}

/** For one's own mail program; who has no address is left to be typed. */
export function letterAddress(to: readonly (string | null)[], { subject, text }: Letter): string {
  return mailAddress(
    to.filter((each) => each !== null),
    subject,
    text,
  );
}

/** Whether words would give away who somebody is: a name of theirs, or their company's. */
export function namesThem(words: string, { name, accountName }: Introduced): boolean {
  const said = words.toLowerCase();
  const parts = [...name.split(" "), ...(accountName ? [accountName] : [])].filter((part) => part.length > 2);
  return parts.some((part) => said.includes(part.toLowerCase()));
}

function whoIs(called: string, { title, accountName }: Introduced): string {
  if (title && accountName) return `${called} is ${title} at ${accountName}.`;
  if (title) return `${called} is ${title}.`;
  return accountName ? `${called} works at ${accountName}.` : `I know ${called} well.`;
}

function sentence(words: string): string {
  const text = words.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
