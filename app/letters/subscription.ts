import type { LetterLanguage } from "./newsletter.ts";

/** Somebody who was asked may confirm for so long. */
export const CONFIRM_WITHIN_DAYS = 30;

export function isOver(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > CONFIRM_WITHIN_DAYS * 86_400_000;
}

/** From the public page an address is written to once in so many days. */
export const ASKED_ONCE_IN_DAYS = 7;

/** To what they say yes: kept as it stood there. */
export function yesWords(language: LetterLanguage, workspaceName: string): string {
  return language === "de"
    ? `Ja, ${workspaceName} darf mir etwa einmal im Monat einen Rundbrief per E-Mail schicken. Ich kann ihn jederzeit mit einem Klick abbestellen.`
    : `Yes, ${workspaceName} may send me a letter by e-mail about once a month. I can stop it at any time with one click.`;
}

/** The question, as it is mailed: nothing in it promotes anything. */
export function questionMail(
  language: LetterLanguage,
  {
    workspaceName,
    askedBy,
    postalAddress,
    link,
  }: { workspaceName: string; askedBy: string | null; postalAddress: string | null; link: string },
): { subject: string; text: string } {
  const from = ["-- ", workspaceName, ...(postalAddress === null ? [] : [postalAddress]), ""];
  if (language === "de")
    return {
      subject: `Möchten Sie den Rundbrief von ${workspaceName}?`,
      text: [
        "Guten Tag,",
        "",
        askedBy === null
          ? `Jemand, vermutlich Sie, hat diese Adresse für den Rundbrief von ${workspaceName} eingetragen.`
          : `${askedBy} von ${workspaceName} hat notiert, dass Sie unseren Rundbrief möchten.`,
        "Er kommt etwa einmal im Monat. Bitte bestätigen Sie es hier:",
        "",
        link,
        "",
        "Wenn Sie das nicht möchten, tun Sie einfach nichts: Dann kommt nichts weiter.",
        "",
        ...from,
      ].join("\n"),
    };
  return {
    subject: `Would you like the letter of ${workspaceName}?`,
    text: [
      "Hello,",
      "",
      askedBy === null
        ? `Somebody, probably you, entered this address for the letter of ${workspaceName}.`
        : `${askedBy} of ${workspaceName} noted that you would like our letter.`,
      "It comes about once a month. Please confirm it here:",
      "",
      link,
      "",
      "If you do not want it, do nothing: then nothing more comes.",
      "",
      ...from,
    ].join("\n"),
  };
}
