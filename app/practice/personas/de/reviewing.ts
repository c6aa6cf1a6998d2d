import type { PersonaTexts } from "../frame.ts";

export const germanReviewing = {
  "review-good-year": {
    wants: "Wollen die Guten behalten und ein wenig mit ihnen glänzen.",
    fears: "Fürchten, dass weniger Zeit für sie bleibt.",
    knows: [
      {
        words: "kling|druckerei|arbeitgeberverband\\p{L}*",
        line: "Frau Kling? Im Vorstand sitzt sie neben mir. Was wollen Sie von ihr?",
      },
    ],
    tells: [
      "Ein Drittel weniger Reklamationen, und samstags arbeitet keiner mehr. Svenja hat's selbst gezeichnet.",
      "Na, eines: Die Berichte kommen montags um zehn, wir brauchen sie um acht.",
    ],
    objections: [
      {
        more: "Sie schließt eine von drei Hallen.",
        settled: "Wenn ich's bedenke, könnte sie es gerade jetzt brauchen.",
      },
      {
        more: "Gute Leute bekommen viel zu tun, und dann haben sie für uns keine Zeit.",
        settled: "Da nehme ich Sie beim Wort.",
      },
      {
        more: "Sie könnten schreiben: Referenzkunde Adler.",
        settled: "Stimmt, das würde sie nicht lesen. Mir würde sie zuhören.",
      },
    ],
    ends: {
      introduces: "Am Dienstag sehe ich sie im Vorstand. Ich erzähle ihr von Svenjas Kurve und von Ihnen.",
      "will-think": "Das besprechen wir erst unter uns. Beim nächsten Mal sagen wir's Ihnen.",
      no: "Bleiben wir heute bei unseren Zahlen.",
    },
  },
  "review-mixed": {
    wants: "Will einen Tag für die dritte Zusage, und dass jemand sagt, an wem es lag.",
    fears: "Hat im Haus ihren Namen für Sie gegeben.",
    knows: [],
    tells: [
      "Zwei sind grün, und die sind gut, das sage ich auch. Die Bank machen wir von Hand, jeden Abend.",
      "Meine Leute tippen seit sieben Wochen. Von Ihnen hat keiner bei ihnen angerufen.",
    ],
    objections: [
      {
        more: "Es sind sieben Wochen. Ich habe es schriftlich.",
        settled: "Gut. Das wollte ich von Ihnen hören.",
      },
      { more: "Keine Woche, einen Tag.", settled: "Das schreibe ich mir auf." },
      { more: "Wenn es einen Monat ohne Fehler gelaufen ist.", settled: "Abgemacht." },
    ],
    ends: {
      "not-now":
        "Wenn die Schnittstelle einen Monat läuft, dürfen Sie wieder fragen. Und wie Sie heute gesprochen haben, merke ich mir.",
      no: "Machen Sie die dritte fertig. Dann können wir über Gefallen reden.",
      unasked: "Gut. Erst die Schnittstelle, dann sehen wir weiter.",
    },
  },
  "review-new-face": {
    wants: "Will selbst sehen, wofür sie bezahlt.",
    fears: "Will nicht an Zusagen anderer gebunden sein.",
    knows: [
      {
        words:
          "(?:ihrer |ihre |ihren )?(?:alten?|früheren?|letzten?) (?:firma|arbeitgeber|kolleg\\p{L}*|haus)|dental\\p{L}*",
        line: "In meiner alten Firma? Da kenne ich alle. Warum fragen Sie?",
      },
    ],
    tells: [
      "Ich sehe Rechnungen. Was sich dadurch geändert hat, sehe ich nicht.",
      "Meine Leute mögen Sie, heißt es. Ich hätte gern eine Zahl.",
    ],
    objections: [
      {
        more: "Ein Schulungstag war zugesagt, lese ich. Davon weiß ich nichts.",
        settled: "Gut. Dann fangen wir mit meinen an.",
      },
      { more: "Die haben dafür vier eigene Leute.", settled: "Das könnte allerdings ein Fall dafür sein." },
      { more: "Bis dahin weiß ich, was ich an Ihnen habe.", settled: "Das passt mir." },
    ],
    ends: {
      "will-think":
        "Zeigen Sie mir in einem halben Jahr, was Sie eben gesagt haben, dann rufe ich gern in meiner alten Firma an.",
      "not-now": "Ein halbes Jahr. Dann sehen wir.",
      no: "Wir kennen uns kaum. Nein.",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
