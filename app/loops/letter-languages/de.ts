import type { Day } from "#lib/kernel/days.ts";
import type { LetterLanguage, Time } from "./letter-language.ts";

const movedToBcc = "Ich nehme Sie ins Bcc, damit unsere Nachrichten nicht Ihren Tag füllen.";

export const german: LetterLanguage = {
  code: "de",
  subject: ({ sourceName, repName, workspaceName }) =>
    `Vorgestellt von ${sourceName}: ${repName}, ${workspaceName}`,
  thanks: ({ sourceName }) => `Guten Tag ${sourceName}, danke fürs Vorstellen. ${movedToBcc}`,
  movedToBcc,
  thought: ({ contactName, sourceName }, why) =>
    `Guten Tag ${contactName}, ${sourceName} meinte, dass wir miteinander sprechen sollten${why === null ? "" : `: ${why}`}.`,
  times: (first, second) =>
    `Passt es Ihnen am ${said(first)} oder am ${said(second)}, für zwanzig Minuten am Telefon? Wenn nicht, nennen Sie mir gern eine Zeit, die passt.`,
  notice: {
    source: ({ sourceName }) =>
      `Ihren Namen und Ihre Adresse habe ich von ${sourceName} und bewahre sie auf, um Ihnen in dieser Sache zu schreiben.`,
    referral: ({ sourceName }) => `Ich schreibe Ihnen, weil ${sourceName} mich an Sie verwiesen hat.`,
    address: ({ workspaceName, postalAddress }) => `${workspaceName}, ${postalAddress}.`,
    objection: () =>
      "Wenn Sie lieber nichts von mir hören möchten, genügt ein Wort: Ich schreibe nicht wieder und lösche, was ich habe.",
  },
};

/** "Donnerstag, 19. November, um 10:00 Uhr" */
function said({ day, at, today }: Time): string {
  return `${dayText(day, today)}, um ${at} Uhr`;
}

function dayText(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const format = new Intl.DateTimeFormat("de-DE", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year,
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
