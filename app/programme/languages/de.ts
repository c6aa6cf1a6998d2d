import type { GoalPeriod, JobWords } from "../alignment-job.ts";

const EVERY: Readonly<Record<GoalPeriod, string>> = { week: "Woche", month: "Monat", quarter: "Quartal" };

export const german: JobWords = {
  heading: ({ title, company, place }) => `${title} bei ${company}${place === "" ? "" : `, ${place}`}`,
  description: ({ company, does, introductions: { amount, every }, sessions }) => [
    {
      heading: "Wie wir Kunden gewinnen",
      lines: [
        ...(does === "" ? [] : [does]),
        `Bei ${company} stehen Empfehlungen an erster Stelle. Unsere Kunden stellen uns Menschen vor, die sie kennen, weil wir gehalten haben, was wir versprochen haben, und weil wir darum bitten. Andere Wege zu neuem Geschäft kommen danach.`,
      ],
      points: [],
    },
    {
      heading: "Wofür Sie einstehen",
      lines: [],
      points: [
        `Mindestens ${amount} ${amount === 1 ? "persönliche Empfehlung" : "persönliche Empfehlungen"} je ${EVERY[every]} von bestehenden Kunden. Gemeint ist: Jemand weiß, wer wir sind und warum wir anrufen, und erwartet uns. Ein bloßer Name zählt nicht.`,
        "Sie bitten alle, mit denen Sie bei einem Kunden arbeiten, in jeder Rolle, nicht nur die Person, die unterschrieben hat.",
        "Sie bitten mündlich: im Gespräch, am Telefon oder per Video. Schriftlich schicken Sie nur, was vereinbart ist.",
        "Sie antworten auf jede Empfehlung am selben Arbeitstag, danken innerhalb von zwei Tagen und berichten innerhalb von dreißig Tagen, was daraus geworden ist.",
        "Sie stellen Kunden von sich aus Menschen vor, die ihnen nützen.",
        "Sie bitten niemanden zu oft: Die Ruhezeiten des Teams und die Wünsche der Kunden gelten auch für Sie.",
      ],
    },
    {
      heading: "Wie Sie arbeiten",
      lines: [],
      points: [
        "Jede Woche sagen Sie, wen Sie bitten werden, wie viele Empfehlungen Sie erwarten und worüber Sie sprechen. Am Ende sagen Sie, was daraus geworden ist.",
        `Sie üben ${sessions === 1 ? "einmal" : `${sessions}-mal`} in der Woche, je fünf Minuten. Ihre Führungskraft und die Leitung üben auch.`,
        "Alle paar Wochen haben Sie ein Einzelgespräch. Es beginnt mit dem, was Sie getan haben, nicht mit Ihrer Prognose.",
      ],
    },
    {
      heading: "Woran wir messen",
      lines: [
        "In dieser Reihenfolge: gebetene Personen, erhaltene Empfehlungen, vereinbarte Termine, geführte Termine, gewonnene Aufträge. Verglichen werden Sie zuerst mit sich selbst.",
      ],
      points: [],
    },
    {
      heading: "Was Sie mitbringen",
      lines: [],
      points: [
        "Sie haben Kundenbeziehungen über Jahre gepflegt, und diese Kunden würden heute ans Telefon gehen.",
        "Sie bitten gern, oder Sie wollen es lernen und dürfen dabei holprig klingen.",
        "Sie halten Zusagen, an die niemand Sie erinnern würde.",
        "Sie hören ein Nein, danken dafür und bleiben in Verbindung.",
      ],
    },
    {
      heading: "Was Sie bekommen",
      lines: [],
      points: [
        "Zwei Wochen, in denen Sie neben einer Kollegin oder einem Kollegen üben und bitten, bevor Sie es allein tun.",
        "Coaching anhand Ihrer eigenen Zahlen, jemanden, dem Sie von Ihrer Woche erzählen, und Zeit zum Üben in der Arbeitszeit.",
        "Anerkennung für das, was Sie tun, und eine Vergütung, die Empfehlungen und ihren Folgen nachgeht. Wer uns empfiehlt, bekommt Dank und nie Geld.",
      ],
    },
  ],
  interview: {
    heading: "Fragen für das Gespräch",
    intro:
      "Fragen Sie nach dem, was geschehen ist, nicht nach Meinungen: wann, mit wem, mit welchen Worten, und was daraus wurde.",
    good: "Eine gute Antwort enthält",
    warns: "Vorsicht, wenn",
  },
  questions: ({ introductions: { amount, every } }) => [
    {
      asks: "Wann haben Sie zuletzt einen Kunden um eine Empfehlung gebeten? Was haben Sie genau gesagt?",
      good: [
        "eine Person und einen Anlass statt „normalerweise …“",
        "die eigenen Worte: welche Person sie dem Kunden beschrieben haben, und warum sich das Gespräch für diese lohnt",
        "was der Kunde geantwortet hat und wie es weiterging",
      ],
      warns:
        "es bei „Ich lasse durchblicken, dass wir uns über Empfehlungen freuen“ bleibt: Das ist keine Bitte.",
    },
    {
      asks: "Wie viele Menschen haben Sie bei Ihren letzten zehn Kunden gebeten, und wer waren sie?",
      good: [
        "eine Zahl, die ohne Nachsehen kommt",
        "Menschen in mehreren Rollen: Anwender und Controlling ebenso wie der Einkauf",
        "zu jeder Person, die nicht gebeten wurde, einen Grund",
      ],
      warns: "nur der Einkauf genannt wird, oder das Bitten bis nach dem Abschluss warten muss.",
    },
    {
      asks: "Wann hat ein Kunde Nein zu einer Empfehlung gesagt? Was haben Sie getan?",
      good: [
        "ein echtes Nein, ohne Vorwurf erzählt",
        "dass sie gedankt und nicht gedrängt haben",
        "was sie danach für diesen Kunden getan haben",
      ],
      warns: "es nie ein Nein gab: Dann wurde selten gebeten.",
    },
    {
      asks: "Jemand hat Ihnen eine Person vorgestellt, die Sie kennenlernen wollten. Was haben Sie in den ersten Stunden getan, was in den Wochen danach?",
      good: [
        "eine Antwort am selben Tag, die nennt, durch wen der Kontakt kam",
        "sofortiger Dank, nicht erst nach dem Auftrag",
        "eine Rückmeldung, wie es ausging, auch wenn nichts daraus wurde",
      ],
      warns: "die empfehlende Person nach dem ersten Termin vergessen ist.",
    },
    {
      asks: "Wen haben Sie in den letzten drei Monaten wem vorgestellt, und warum?",
      good: [
        "zwei Namen und was jede der beiden Personen brauchte",
        "dass beide vorher gefragt wurden",
        "keine Gegenleistung",
      ],
      warns: "niemand einfällt: Wer nicht gibt, dem wird selten gegeben.",
    },
    {
      asks: "Wie bereiten Sie ein Gespräch vor, das Sie nervös macht?",
      good: [
        "dass sie den ersten Satz vorher laut sprechen",
        "einen Menschen, der zuhört und sagt, was er gehört hat",
        "ein Beispiel, bei dem es beim zweiten Mal besser ging",
      ],
      warns: "sie improvisieren und stolz darauf sind.",
    },
    {
      asks: `Bei uns werden ${amount} Empfehlungen je ${EVERY[every]} erwartet. Wie würden Sie das in Ihrem ersten Quartal erreichen?`,
      good: [
        "eine Rechnung rückwärts: wie viele Bitten es braucht, und bei wem",
        "Namen oder Arten von Menschen, mit denen sie beginnen",
        "eine eigene Frage: was wir für Kunden tun, wie oft jemand gebeten werden darf",
      ],
      warns: "der Plan eine E-Mail an alle ist.",
    },
    {
      asks: "Lassen Sie es uns üben: Ich bin ein zufriedener Kunde. Bitten Sie mich.",
      good: [
        "zuerst die Frage, was es mir gebracht hat",
        "eine Person, die ich mir vorstellen kann, und ein Grund",
        "ein nächster Schritt und Dank, was immer ich sage; nach einem Hinweis der zweite Versuch, und er ist besser",
      ],
      warns: "der Hinweis als Angriff genommen wird; wie hier geübt wird, so wird auch gelernt.",
    },
  ],
};
