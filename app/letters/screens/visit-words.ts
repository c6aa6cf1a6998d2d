import type { CallTrouble } from "#lib/web/visited/call-by-link.ts";
import type { LetterLanguage } from "../newsletter.ts";
import type { LetterVisitProblem } from "../visit-problem.ts";

/** What a letter's page says in one language. */
export interface VisitWords {
  code: LetterLanguage;
  loading: string;
  again: string;
  question: (workspace: string) => string;
  comes: (workspace: string) => string;
  gone: (workspace: string) => string;
  signUp: (workspace: string) => string;
  yes: string;
  stop: string;
  afterAll: string;
  oneClick: string;
  orNothing: string;
  holds: string;
  test: string;
  monthly: string;
  name: string;
  email: string;
  ask: string;
  lookInMail: string;
  confirmThere: string;
  trouble: Record<LetterVisitProblem | CallTrouble, string>;
}

export function visitWords(language: string): VisitWords {
  return language === "de" ? GERMAN : ENGLISH;
}

const ENGLISH: VisitWords = {
  code: "en",
  loading: "One moment …",
  again: "Try again",
  question: (workspace) => `Would you like the letter of ${workspace}?`,
  comes: (workspace) => `The letter of ${workspace} comes to you`,
  gone: (workspace) => `You get no letters of ${workspace}`,
  signUp: (workspace) => `The letter of ${workspace}`,
  yes: "Yes, I want it",
  stop: "Unsubscribe",
  afterAll: "I want it after all",
  oneClick: "One press, and no more letters come. Nobody asks why.",
  orNothing: "If you do not want it, close this page: nothing comes.",
  holds: "That holds from now on. Messages to you alone, from somebody you know here, are not affected.",
  test: "This link came with a test: pressing it changes nothing.",
  monthly: "It comes about once a month, and stops with one click.",
  name: "Your name",
  email: "Your e-mail address",
  ask: "Ask for it",
  lookInMail: "Please look in your mailbox",
  confirmThere: "We wrote to you. The letters come once you have confirmed it there.",
  trouble: {
    forged: "This link is not complete, or not one of ours.",
    expired: "This link has run out. Ask for a new one.",
    name: "Please say who you are.",
    email: "This is no complete e-mail address.",
    lost: "There is no connection just now.",
    fault: "Something went wrong on our side.",
    "too-many": "That was a lot at once. Please wait a little.",
  },
};

const GERMAN: VisitWords = {
  code: "de",
  loading: "Einen Moment …",
  again: "Noch einmal versuchen",
  question: (workspace) => `Möchten Sie den Rundbrief von ${workspace}?`,
  comes: (workspace) => `Der Rundbrief von ${workspace} kommt zu Ihnen`,
  gone: (workspace) => `Sie bekommen keine Rundbriefe von ${workspace}`,
  signUp: (workspace) => `Der Rundbrief von ${workspace}`,
  yes: "Ja, ich möchte ihn",
  stop: "Abbestellen",
  afterAll: "Ich möchte ihn doch",
  oneClick: "Ein Klick, und es kommen keine Briefe mehr. Niemand fragt, warum.",
  orNothing: "Wenn Sie ihn nicht möchten, schließen Sie diese Seite: Dann kommt nichts.",
  holds:
    "Das gilt ab sofort. Nachrichten an Sie allein, von jemandem, den Sie hier kennen, sind nicht gemeint.",
  test: "Dieser Link kam mit einem Test: Ein Klick ändert nichts.",
  monthly: "Er kommt etwa einmal im Monat und ist mit einem Klick abbestellt.",
  name: "Ihr Name",
  email: "Ihre E-Mail-Adresse",
  ask: "Bestellen",
  lookInMail: "Bitte sehen Sie in Ihr Postfach",
  confirmThere: "Wir haben Ihnen geschrieben. Die Briefe kommen, sobald Sie es dort bestätigt haben.",
  trouble: {
    forged: "Dieser Link ist nicht vollständig oder nicht von uns.",
    expired: "Dieser Link ist abgelaufen. Bitte bestellen Sie neu.",
    name: "Bitte sagen Sie, wer Sie sind.",
    email: "Das ist keine vollständige E-Mail-Adresse.",
    lost: "Gerade besteht keine Verbindung.",
    fault: "Bei uns ist etwas schiefgegangen.",
    "too-many": "Das war viel auf einmal. Bitte warten Sie etwas.",
  },
};
