import type { LibraryTexts } from "./frame.ts";

export const germanRubrics: LibraryTexts["rubrics"] = {
  ask: {
    name: "Um eine Empfehlung bitten",
    points: {
      whom: {
        act: "Nennt einen Menschen oder eine Rolle in einem Unternehmen",
        why: "Mit einem Gesicht vor Augen fällt einem jemand ein; bei „irgendwem“ niemand.",
      },
      picture: {
        act: "Beschreibt, wem wir helfen: Art des Unternehmens, Größe, Not",
        why: "Dann erkennt die Quelle auch den Zweiten und Dritten und lässt weg, wer nicht passt.",
      },
      reason: {
        act: "Sagt, was der andere von dem Gespräch hat",
        why: "Niemand reicht eine Bitte um einen Termin weiter; man reicht einen Grund weiter.",
      },
      introduction: {
        act: "Bittet ausdrücklich darum, vorgestellt zu werden",
        why: "Wer um Namen bittet, bekommt Namen. Eine Tür öffnet, wer einen hindurchführt.",
      },
      next: {
        act: "Sagt, wie es weitergeht: welcher Schritt, wer ihn tut und wann",
        why: "Ein Ja ohne nächsten Schritt haben beide vergessen, ehe die Woche um ist.",
      },
      gratitude: {
        act: "Dankt für etwas, das sie getan haben",
        why: "Eine Empfehlung kostet die Quelle ein Stück ihres guten Namens. Das ist ein Wort wert.",
      },
      value: {
        act: "Erinnert vor der Bitte daran, was sie nach eigenen Worten gewonnen haben",
        why: "In ihren eigenen Worten hören sie noch einmal, warum auch andere das haben sollten.",
      },
      freedom: {
        act: "Lässt Raum für ein Nein oder sagt, wie wir mit den Vorgestellten umgehen",
        why: "Wer ohne Schaden Nein sagen darf, sagt gern Ja.",
      },
    },
  },
  "take-a-no": {
    name: "Ein Nein gut annehmen",
    points: {
      heard: {
        act: "Lässt ausreden und gibt in deren Worten wieder, was gesagt wurde",
        why: "Ein Nein, das einmal gehört wurde, muss nicht zweimal gesagt werden.",
      },
      thanked: {
        act: "Dankt für die offene Antwort",
        why: "Ein ehrliches Nein erspart beiden drei Monate „Ich bin noch nicht dazu gekommen“.",
      },
      unpressed: {
        act: "Bittet im selben Gespräch kein zweites Mal",
        why: "Wer nachhakt, gewinnt einen Namen und verliert die Quelle.",
      },
      unexplained: {
        act: "Verlangt keine Begründung",
        why: "„Darf ich fragen, warum?“ bringt sie dazu, sich zu verteidigen und es dann selbst zu glauben.",
      },
      "kept-open": {
        act: "Sagt, dass sich zwischen uns nichts ändert",
        why: "Genau das fürchten viele, die ablehnen, und werden deshalb still.",
      },
      gave: {
        act: "Wendet sich etwas zu, das ihnen nützt",
        why: "Dann endet das Gespräch bei ihrer Sache und nicht bei unserer.",
      },
      ended: {
        act: "Beendet das Thema in höchstens zwei Sätzen",
        why: "Ein kurzes Schweigen ist kürzer als eine lange Entschuldigung.",
      },
    },
  },
  "thank-and-report": {
    name: "Danken und berichten",
    points: {
      named: {
        act: "Nennt, wen sie vorgestellt haben und wann",
        why: "Eine rege Quelle hat mehr als einen vorgestellt. Sag, um wen es geht.",
      },
      outcome: {
        act: "Sagt in den ersten zwei Sätzen, was daraus geworden ist",
        why: "Das fragen sie sich, seit sie die Verbindung hergestellt haben.",
      },
      plainly: {
        act: "Erzählt es, wie es ist, auch wenn nichts daraus wurde",
        why: "Einem Bericht, der immer glänzt, glaubt niemand, und Schweigen gilt als Misserfolg.",
      },
      thanked: {
        act: "Dankt für das, was sie getan haben, nicht für unser Geschäft",
        why: "Sie haben sich verbürgt, ob ein Auftrag daraus wurde oder nicht. Dank allein für den Auftrag macht es zum Handel.",
      },
      unasked: {
        act: "Bittet im selben Atemzug um nichts",
        why: "Ein Dank mit einer Bitte dahinter war nie einer.",
      },
      next: {
        act: "Sagt, wann sie wieder davon hören oder dass es damit abgeschlossen ist",
        why: "Dann können sie es innerlich ablegen oder sich auf den Rest freuen.",
      },
      voice: {
        act: "Erzählt etwas, das nur sie freut: ein Wort, ein Lachen, eine Einzelheit",
        why: "So werden die beiden Menschen lebendig, und man merkt, dass es kein Formular war.",
      },
    },
  },
  seed: {
    name: "Einen Samen legen",
    points: {
      "how-we-grow": {
        act: "Sagt, dass wir durch Empfehlungen wachsen",
        why: "Früh gesagt, kommt die spätere Bitte nicht überraschend.",
      },
      "earn-first": {
        act: "Sagt, dass wir uns das zuerst verdienen wollen",
        why: "Aus einem Anspruch an sie wird ein Versprechen an sie.",
      },
      "no-request": {
        act: "Bittet heute um nichts",
        why: "Niemand kann empfehlen, was er noch nicht gehabt hat.",
      },
      when: {
        act: "Sagt, wann die Sache wieder zur Sprache kommt",
        why: "„Bei unserem ersten Rückblick im Frühjahr“ ist ein Termin, „irgendwann“ eine Drohung.",
      },
      treatment: {
        act: "Sagt, wie wir mit jemandem umgehen, der uns vorgestellt wird",
        why: "Die Sorge, ein Kollege werde bedrängt, ist ausgeräumt, ehe sie da ist.",
      },
      freedom: {
        act: "Sagt, dass ein Nein nichts kostet",
        why: "Dann bleibt der Satz als Höflichkeit in Erinnerung und nicht als Bedingung.",
      },
    },
  },
  "first-call": {
    name: "Der erste Anruf nach einer Vorstellung",
    points: {
      "source-first": {
        act: "Nennt im ersten Satz, wer uns vorgestellt hat",
        why: "Nur deswegen haben sie abgenommen.",
      },
      reason: {
        act: "Sagt in einem Satz, warum die Quelle an sie gedacht hat",
        why: "Es zeigt, dass sie ausgesucht wurden und nicht eingesammelt.",
      },
      time: {
        act: "Fragt, ob es gerade passt, und sagt, wie lange es dauert",
        why: "Wem man zwei Minuten und die Wahl lässt, der gibt oft zehn.",
      },
      asked: {
        act: "Fragt nach ihrer Lage, ehe er von uns erzählt",
        why: "Geliehenes Vertrauen ist mit einem Vortrag schnell verbraucht.",
      },
      listened: {
        act: "Gibt wieder, was er gehört hat, ehe er weiterredet",
        why: "Das ist der erste Beweis, dass die Quelle recht hatte.",
      },
      step: {
        act: "Vereinbart einen nächsten Schritt mit Tag oder sagt offen, dass es keinen gibt",
        why: "Ein Anruf, der mit „Wir bleiben in Verbindung“ endet, war der letzte.",
      },
      "report-back": {
        act: "Sagt, dass die Quelle davon hört und Dank bekommt",
        why: "So bleiben die drei in einem Gespräch, und alle bleiben höflich.",
      },
    },
  },
  "review-ask": {
    name: "Im Kundenrückblick fragen",
    points: {
      "results-first": {
        act: "Geht die Ergebnisse durch, ehe um etwas gebeten wird",
        why: "Das Recht zu fragen verdient man sich an diesem Tisch, und sie müssen es dort liegen sehen.",
      },
      "their-words": {
        act: "Lässt den Kunden sagen, was er gewonnen hat, und schreibt es in seinen Worten auf",
        why: "Was er selbst sagt, glaubt er und kann es weitersagen.",
      },
      trouble: {
        act: "Fragt, was nicht gut lief, und hört es zu Ende an",
        why: "Wer über einen offenen Ärger hinweg fragt, bekommt den Ärger.",
      },
      whom: {
        act: "Nennt einen Menschen oder eine Rolle in einem Unternehmen",
        why: "Der Name wurde zu Hause vorbereitet. Das Nachdenken ist unsere Arbeit, nicht ihre.",
      },
      reason: {
        act: "Sagt, was der andere von dem Gespräch hat",
        why: "Diesen Satz wird der Kunde weitersagen.",
      },
      introduction: {
        act: "Bittet ausdrücklich darum, vorgestellt zu werden",
        why: "Sonst endet der Rückblick mit einer Liste von Namen und keiner Tür.",
      },
      next: {
        act: "Sagt, wie es weitergeht: welcher Schritt, wer ihn tut und wann",
        why: "Es kommt ins Protokoll wie alles andere, was vereinbart wurde.",
      },
      freedom: {
        act: "Lässt Raum für ein Nein oder sagt, wie wir mit den Vorgestellten umgehen",
        why: "Vor Kollegen fällt ein Nein schwerer. Mach es leicht.",
      },
    },
  },
  give: {
    name: "Jemanden empfehlen",
    points: {
      "their-aim": {
        act: "Gibt wieder, was sie gerade erreichen wollen",
        why: "Hilfe, die keine Frage von ihnen beantwortet, ist ein Gefallen, der zurückgezahlt werden muss.",
      },
      specific: {
        act: "Nennt einen Menschen, der helfen könnte, und was er macht",
        why: "Ein Name mit einem Grund ist mehr wert als drei zur Auswahl.",
      },
      "why-them": {
        act: "Sagt aus eigener Erfahrung, warum gerade der, oder sagt, dass es keine gibt",
        why: "Was wir hier verschenken, ist unser Wort. Es muss stimmen.",
      },
      "both-asked": {
        act: "Bietet an, den anderen zuerst zu fragen",
        why: "Niemand wird gern weitergereicht, ohne gefragt zu sein.",
      },
      "no-return": {
        act: "Bittet um nichts dafür",
        why: "Was auf Rechnung gegeben wird, ist kein Geschenk, und man spürt die Rechnung.",
      },
      next: {
        act: "Sagt, wie es weitergeht: welcher Schritt, wer ihn tut und wann",
        why: "Ein Angebot, das in der Luft hängt, wird zu einer kleinen Schuld von uns.",
      },
    },
  },
  connect: {
    name: "Zwei zusammenbringen",
    points: {
      "both-willing": {
        act: "Vergewissert sich, dass beide Ja gesagt haben, ehe sie sich begegnen",
        why: "Eine Vorstellung, von der einer erst in der Kopie erfährt, ist drei Leuten peinlich.",
      },
      "who-each-is": {
        act: "Sagt von jedem in einem Satz, wer er ist",
        why: "Ein Satz, der passt, eröffnet das Gespräch; ein Titel nicht.",
      },
      "why-now": {
        act: "Sagt, warum die beiden jetzt reden sollten",
        why: "Ohne Anlass sagen beide „gern, irgendwann“.",
      },
      "first-step": {
        act: "Schlägt den ersten Schritt vor und sagt, wer ihn tut",
        why: "Zwei höfliche Menschen warten wochenlang aufeinander.",
      },
      "steps-back": {
        act: "Zieht sich zurück, sobald sie in Verbindung sind",
        why: "Wer in der Kopie bleibt, will etwas.",
      },
      "looks-back": {
        act: "Sagt, dass er beide fragen wird, wie es war",
        why: "Es zeigt, dass es ihm wichtig war, und lehrt, wen man als Nächstes zusammenbringt.",
      },
    },
  },
};
