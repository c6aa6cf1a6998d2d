import type { Question } from "../questionnaire.ts";
import type { CardLanguage } from "./card-language.ts";

const recommend: Question = {
  id: "recommend",
  kind: "score",
  text: "Wie wahrscheinlich ist es, dass Sie uns jemandem empfehlen, den Sie kennen?",
  why: "Warum diese Zahl?",
  low: "gar nicht",
  high: "ganz sicher",
  options: [],
};
const promised = scale("promised", "Wir haben getan, was wir zugesagt haben.");
const reached = scale("reached", "Wenn Sie uns brauchten, waren wir erreichbar.");
const expects = text("expects", "Was erwarten Sie in den nächsten sechs Monaten von uns?");
const introduce = text("introduce", "Was müsste sein, damit Sie uns gern jemandem vorstellen?");
const better = text("better", "Was sollten wir besser machen?");

export const german: CardLanguage = {
  code: "de",
  questionnaires: {
    delivered: {
      title: "Wie haben wir es gemacht?",
      questions: [
        recommend,
        promised,
        scale("worth", "Was Sie bekommen haben, ist seinen Preis wert."),
        reached,
        choice("worked-best", "Was hat Ihnen am meisten geholfen?", [
          "Das Ergebnis selbst",
          "Die Beratung",
          "Das Tempo",
          "Die Menschen",
          "Noch nichts",
        ]),
        expects,
        introduce,
        better,
      ],
    },
    "half-yearly": {
      title: "Wie machen wir es?",
      questions: [
        recommend,
        promised,
        reached,
        choice("use", "Wie viel von dem, was wir für Sie tun, nutzen Sie?", [
          "Alles",
          "Das meiste",
          "Einiges",
          "Kaum etwas",
        ]),
        expects,
        introduce,
        better,
      ],
    },
  },
  letter: {
    subject: ({ workspace }) => `Zwei Minuten: Wie macht es ${workspace}?`,
    text: ({ rep, person, workspace }, link, occasion, until) =>
      [
        `Guten Tag ${person},`,
        occasion === "delivered"
          ? "wir haben geliefert, und ich möchte wissen, wie es für Sie war: was gut war, was nicht, und was Sie als Nächstes von uns erwarten."
          : "ein halbes Jahr ist um, und ich möchte wissen, wie wir es machen: was gut ist, was nicht, und was Sie als Nächstes von uns erwarten.",
        `Es dauert zwei Minuten, auch auf dem Telefon, ohne Anmeldung:\n${link}`,
        `Der Link ist nur für Sie und gilt bis ${until}. Was Sie antworten, lese ich und lesen meine Kolleginnen und Kollegen bei ${workspace}, sonst niemand.`,
        `Vielen Dank\n${rep}`,
      ].join("\n\n"),
  },
  hello: ({ person }) => `Guten Tag, ${person}`,
  intro: ({ rep, workspace }, until) =>
    `${rep} von ${workspace} bittet Sie um zwei Minuten. Jede Antwort wird gleich gespeichert; Sie können später weitermachen, auch auf einem anderen Gerät. Der Link gilt bis ${until}.`,
  loading: "Einen Augenblick …",
  again: "Noch einmal versuchen",
  optional: "freiwillig",
  outOf: (score, top) => `${score} von ${top}`,
  done: (answered, of) => `${answered} von ${of} beantwortet`,
  saved: "Gespeichert.",
  saving: "Wird gespeichert …",
  kept: "Kein Netz. Ihre Antworten bleiben auf diesem Gerät und werden gespeichert, sobald es wieder da ist.",
  handIn: "Abgeben",
  handingIn: "Wird abgegeben …",
  needsScore: "Wählen Sie zuerst eine Zahl von 0 bis 10; alles andere darf offen bleiben.",
  needsNetwork:
    "Gerade ist kein Netz da. Ihre Antworten bleiben erhalten; geben Sie ab, sobald es wieder da ist.",
  thanks: "Vielen Dank. Es ist abgegeben.",
  thanksLine: ({ rep }) => `${rep} liest es und meldet sich bei Ihnen, wo etwas nicht stimmt.`,
  mayChange: (until) => `Bis ${until} können Sie Ihre Antworten ändern. Sie zählen einmal.`,
  stands: "Das haben Sie geantwortet.",
  change: "Eine Antwort ändern",
  countsAtOnce: "Es ist abgegeben, und jede Änderung zählt sofort.",
  doneChanging: "Fertig",
  takeBack: "Zurücknehmen",
  takenBack: "Es ist zurückgenommen und zählt nicht. Ihre Antworten stehen noch hier.",
  unanswered: "keine Antwort",
  whoReads: ({ rep, workspace }) =>
    `Was Sie antworten, lesen ${rep} und das Team von ${workspace}; es bleibt bei dem, was dort über Sie bekannt ist. Soll es gelöscht werden, sagen Sie es ${rep}.`,
  trouble: {
    forged: "Dieser Link ist nicht vollständig oder nicht von uns",
    withdrawn: "Dieser Fragebogen wurde zurückgezogen",
    expired: "Dieser Fragebogen ist abgelaufen",
    closed: "Dieser Fragebogen ist geschlossen",
    score: "Wählen Sie zuerst eine Zahl von 0 bis 10",
    unfit: "Diese Antwort passt nicht mehr zur Frage. Bitte öffnen Sie die Seite neu.",
    long: "Das ist zu lang: höchstens 2.000 Zeichen",
    lost: "Es ist kein Netz da, oder wir sind nicht zu erreichen. Es geht nichts verloren.",
    fault:
      "Bei uns ist etwas schiefgegangen. Es ist nichts verloren: Bitte versuchen Sie es in einer Minute noch einmal.",
    "too-many": "Zu viel auf einmal. Bitte warten Sie eine Minute und versuchen Sie es noch einmal.",
  },
  turnTo: ({ rep, workspace }) =>
    `Er kam von ${rep} bei ${workspace}. Wenn Sie etwas sagen möchten, wenden Sie sich an ${rep}.`,
};

function scale(id: string, words: string): Question {
  return {
    id,
    kind: "scale",
    text: words,
    why: null,
    low: "stimmt nicht",
    high: "stimmt",
    options: [],
  };
}

function choice(id: string, words: string, options: string[]): Question {
  return { id, kind: "choice", text: words, why: null, low: null, high: null, options };
}

function text(id: string, words: string): Question {
  return { id, kind: "text", text: words, why: null, low: null, high: null, options: [] };
}
