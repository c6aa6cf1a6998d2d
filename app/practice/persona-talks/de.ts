import { germanSkillTalks } from "./de-skills.ts";
import type { PersonaTalk } from "./persona-talk.ts";

export const germanTalks: readonly PersonaTalk[] = [
  {
    persona: "ask-delivered-controller",
    ends: "introduces",
    said: [
      "Das freut mich, Frau Brandt. Sie sagten, der Monat war zum ersten Mal nach drei Tagen abgeschlossen. Danke, dass Sie das in der Abteilung durchgezogen haben.",
      "Ihr früherer Kollege, Herr Tietjen, macht im Schwesterwerk in Emden dieselbe Arbeit von Hand. Würden Sie mich mit ihm bekannt machen? Er hätte seine Abende zurück.",
      "Das verstehe ich. Zehn Minuten am Telefon genügen, und wenn es nicht passt, lasse ich ihn in Ruhe.",
      "Natürlich, Sie sind keine Verkäuferin und müssen auch keine sein. Ich schreibe Ihnen heute drei Sätze, die Sie weiterleiten können.",
    ],
  },
  {
    persona: "ask-delivered-controller",
    ends: "no",
    said: [
      "Entschuldigen Sie die Störung, ich wollte nur mal fragen, ob Sie vielleicht jemanden kennen, der so etwas brauchen könnte?",
      "Na, irgendjemand, der Ihnen einfällt.",
      "Egal wer. Vielleicht könnten Sie mir ein paar Namen schicken?",
    ],
  },
  {
    persona: "ask-delivered-works-manager",
    ends: "introduces",
    said: [
      "Am Montag stand nichts still, haben Sie gesagt. Einer der Betriebsleiter, mit denen Sie Fußball spielen, stellt nächsten Monat um. Würden Sie mich ihm vorstellen? Er spart sich so eine Nacht wie Ihre alten.",
      "Verstehe, das Funkgerät. Zwei Minuten reichen, ich rufe Sie am Donnerstag an.",
      "In Ordnung, natürlich. Ich schicke Ihnen heute drei Zeilen, die müssen Sie nur weiterleiten.",
    ],
  },
  {
    persona: "ask-delivered-works-manager",
    ends: "walks-off",
    said: [
      "Könnten Sie mich einem der Betriebsleiter vom Fußball vorstellen?",
      "Ach kommen Sie, nur ein Name.",
      "Sie müssen doch jemanden kennen, tun Sie mir den Gefallen.",
    ],
  },
  {
    persona: "ask-delivered-user",
    ends: "introduces",
    said: [
      "Letzte Woche haben Sie mir gesagt, es spart Ihnen jeden Morgen eine Stunde. Danke, dass Sie es den anderen gezeigt haben.",
      "Sie gehen noch mit den Disponentinnen Ihrer alten Firma essen. Würden Sie mich einer davon vorstellen? Sie hätte auch eine Stunde mehr am Morgen.",
      "Das verstehe ich, Sie entscheiden das nicht. Sie müssen auch nichts entscheiden, nur sagen, wie es bei Ihnen ist.",
      "Das leuchtet mir ein. Es bleibt unter uns, und ich rufe sie einmal an; wenn sie nicht will, lasse ich sie in Ruhe.",
    ],
  },
  {
    persona: "ask-delivered-user",
    ends: "colleague",
    said: [
      "Würden Sie mich einer Disponentin in Ihrer alten Firma vorstellen?",
      "Kein Problem, dann lassen wir es dabei.",
    ],
  },
  {
    persona: "ask-anytime-former-client",
    ends: "introduces",
    said: [
      "Das waren gute Zeiten, Herr Dahl. Danke noch einmal für Ihre Zeile zum Abschied. Sie schrieben, so ruhig seien die Lieferungen nie gewesen.",
      "Auf Ihrem Flur sitzt die Leiterin des Service, Frau Aydin. Würden Sie mich mit ihr bekannt machen? Sie würde die Hälfte der doppelten Fahrten sparen.",
      "Das verstehe ich, Sie müssen aufpassen. Ich rufe sie einmal an und sage Ihnen, was daraus wurde. Wenn es nicht passt, ist ein Nein in Ordnung.",
      "Gute Frage. Von mir wäre es ein Brief unter fünfzig. Ihr Wort zählt bei ihr.",
      "Ich schicke Ihnen heute Abend zwei Sätze zum Weiterleiten.",
    ],
  },
  {
    persona: "ask-anytime-former-client",
    ends: "no",
    said: [
      "Könnten Sie mich Frau Aydin vorstellen?",
      "Der verkaufe ich bestimmt eine Menge, die neue Produktlinie ist da.",
      "Sie hat viele neue Funktionen, und alle sind begeistert davon.",
      "Unser Prospekt zeigt alles, vierzig Seiten, farbig gedruckt.",
      "Dazu kommen die neuen Module, die bei uns gebaut wurden.",
    ],
  },
  {
    persona: "ask-anytime-advisor",
    ends: "introduces",
    said: [
      "Danke für die Viertelstunde, Frau Dr. Kern. Sie sagten beim letzten Mal, der gemeinsame Abschluss habe Sie einen Tag weniger gekostet.",
      "Ich möchte Sie bitten, mich Herrn Stadler von der Tischlerei vorzustellen. Er wüsste jeden Abend, was ein Auftrag verdient hat. Wenn Ihnen das nicht recht ist, ist ein Nein völlig in Ordnung.",
      "Das verstehe ich, Sie sind zur Verschwiegenheit verpflichtet. Ich frage nach keinen Zahlen; es bleibt unter uns.",
      "Das ist vernünftig. Sie müssen nichts empfehlen: Fragen Sie ihn erst, ob er von mir hören will. Ich rufe ihn einmal an und berichte Ihnen.",
      "Weil er jeden Abend wissen will, was ein Auftrag verdient hat. Ich schicke Ihnen heute drei Sätze, die Sie ihm vorlesen können.",
    ],
  },
  {
    persona: "ask-anytime-advisor",
    ends: "no",
    said: [
      "Kennen Sie jemanden unter Ihren Mandanten, der uns brauchen kann? Da wäre eine Provision für Sie drin.",
      "Zehn Prozent, genau gesagt. Würden Sie mich Herrn Stadler vorstellen?",
      "Kein Problem, dann lassen wir das.",
    ],
  },
  {
    persona: "ask-lost-deal-honest",
    ends: "introduces",
    said: [
      "Danke, dass Sie es mir selbst sagen, Herr Wieland. Sie sagten zweimal, unsere Analyse habe Ihnen bei der Entscheidung geholfen.",
      "In Ihrem Arbeitskreis beginnt jemand dieses Jahr dieselbe Ausschreibung. Würden Sie mich einem der anderen IT-Leiter vorstellen? Er wüsste vorher, was der Wechsel kostet.",
      "Das verstehe ich, es klingt seltsam. Sie müssen nichts empfehlen, nur sagen, was Sie mir eben gesagt haben, und ein Nein ist in Ordnung.",
      "Das leuchtet ein: wenn die Briefe draußen sind. Ich rufe Sie am 15. an und bringe drei Sätze mit, die Sie weiterleiten können.",
      "Sie haben recht. Sie können die Wahrheit sagen: Die Arbeit war gut, das andere System passte besser.",
    ],
  },
  {
    persona: "ask-lost-deal-honest",
    ends: "walks-off",
    said: [
      "Aber warum denn nicht wir? Würden Sie mich wenigstens einem IT-Leiter aus Ihrem Arbeitskreis vorstellen?",
      "Das sind Sie mir schuldig. Nur ein Name!",
      "Ach kommen Sie, das tut Ihnen doch nicht weh.",
    ],
  },
  {
    persona: "ask-lost-deal-friend",
    ends: "introduces",
    said: [
      "Das muss Ihnen nicht leidtun, Frau Roth. Danke, dass Sie dafür gekämpft haben. Sie sagten mir, die Wege hätten sich halbiert.",
      "Ihr Schwager hat in seinem Lager dieselbe Sorge. Würden Sie mich mit ihm bekannt machen? Er fände jede Palette sofort.",
      "Das verstehe ich, Familie ist Familie. Ich rufe ihn einmal an und sage Ihnen, wie es war; sagt er Nein, lasse ich ihn in Ruhe.",
      "Sie haben recht, er mag ein Dickkopf sein. Sie müssten nur sagen, was Sie mir gesagt haben.",
      "Ich schreibe Ihnen morgen drei Zeilen, die Sie am Sonntag vorlesen.",
    ],
  },
  {
    persona: "ask-lost-deal-friend",
    ends: "walks-off",
    said: [
      "Die ganzen Stunden! Da könnten Sie mich doch mit Ihrem Schwager bekannt machen.",
      "Ach kommen Sie, das sind Sie mir schuldig.",
      "Sie müssen doch nur ein Mal anrufen!",
      "Nur ein Name! Das tut Ihnen doch nicht weh.",
    ],
  },
  {
    persona: "no-policy",
    ends: "kept-open",
    said: [
      "Das verstehe ich, es ist eine klare Regel. Danke, dass Sie es so deutlich sagen.",
      "Kein Problem, dann belassen wir es dabei. Zwischen uns ändert sich nichts.",
    ],
  },
  {
    persona: "no-policy",
    ends: "walks-off",
    said: [
      "Ach kommen Sie, machen Sie eine Ausnahme, das erfährt keiner.",
      "Könnten Sie mich nicht wenigstens dieser einen Person vorstellen? Nur ein Anruf.",
    ],
  },
  {
    persona: "no-burnt",
    ends: "not-now",
    said: [
      "Verstehe. Elfmal in zwei Wochen, das muss bitter gewesen sein. Danke, dass Sie es mir erzählen.",
      "Sie haben recht. Ich frage Sie nicht noch einmal, dabei bleibt es.",
    ],
  },
  {
    persona: "no-burnt",
    ends: "walks-off",
    said: [
      "Wir machen das aber ganz anders! Würden Sie mich nur einem Ihrer Kollegen vorstellen?",
      "Stellen Sie sich nicht so an, nur ein Anruf.",
    ],
  },
  {
    persona: "no-not-now",
    ends: "not-now",
    said: [
      "Ich sehe die Ordner. Natürlich, dann lassen wir das.",
      "Danke für das offene Wort. Kann ich Ihnen vor Montag etwas abnehmen?",
    ],
  },
  {
    persona: "no-not-now",
    ends: "walks-off",
    said: [
      "Aber Sie haben doch gesagt, Sie sind zufrieden! Warum nicht?",
      "Nur ein Name, das tut doch nicht weh.",
    ],
  },
  {
    persona: "review-good-year",
    ends: "introduces",
    said: [
      "Gern. Was hat sich dieses Jahr für Sie am meisten verändert?",
      "Ein Drittel weniger, wie Sie sagten. Danke Ihnen beiden, dass Sie das mitgetragen haben. Und was lief nicht gut?",
      "Herr Adler, Sie sitzen neben Frau Kling von der Druckerei. Würden Sie mich mit ihr bekannt machen? Im Umbau sähe sie sofort, welche Halle sich trägt.",
      "Das verstehe ich, es ist eine schwere Zeit. Ich rufe sie einmal an, und wenn sie nicht will, ist es gut.",
      "Verständlich. Ihr Team bleibt Ihnen, zwischen uns ändert sich nichts.",
    ],
  },
  {
    persona: "review-good-year",
    ends: "no",
    said: [
      "Schöne Kurve. Kennen Sie vielleicht jemanden, der uns brauchen könnte?",
      "Irgendjemand, vielleicht aus dem Verband, egal wer.",
      "Wenn Sie mal von jemandem hören, denken Sie an uns.",
    ],
  },
  {
    persona: "review-mixed",
    ends: "not-now",
    said: [
      "Mit dem roten Punkt. Sieben Wochen Verzug, und das lag an uns. Keine Ausrede.",
      "Am Freitag, dem 12. Dezember, läuft sie. Ich rufe Sie an dem Tag selbst an.",
      "Wenn sie läuft, möchte ich Sie bitten, mich der Leiterin Finanzen bei Ihrer Schwesterfirma vorzustellen. Sie hätte dieselben Abende frei.",
      "Sie haben recht. Das war unser Fehler, also nicht heute, sondern sobald sie läuft.",
      "Einverstanden, das ist nur fair.",
    ],
  },
  {
    persona: "review-mixed",
    ends: "no",
    said: [
      "Zweimal Grün, großartig! Könnten Sie mich der Leiterin Finanzen bei Ihrer Schwesterfirma vorstellen?",
      "Die ist fast fertig. Kein Problem, dann lassen wir das.",
    ],
  },
  {
    persona: "review-new-face",
    ends: "will-think",
    said: [
      "Berechtigte Frage. Was müssten Sie sehen, um es zu wissen, und was läuft nicht gut?",
      "Ich schicke Ihnen heute die Zahl: Reklamationen je Lieferung, vorher und nachher.",
      "In Ihrer alten Firma, dem Dentalgroßhandel, macht jetzt jemand Ihre Arbeit. Ich möchte Sie später bitten, mich der Leiterin Vertrieb dort vorzustellen; sie sähe dieselbe Zahl für ihr Team.",
      "Natürlich, die sind nicht von Ihnen. Was sollen wir Ihnen zusagen?",
      "Das verstehe ich. Gerade Häusern dieser Größe, die es selbst machen, nützt es; und wenn nicht, ist ein Nein in Ordnung.",
      "In Ordnung, in einem halben Jahr, bei unserem Rückblick im Juni.",
    ],
  },
  {
    persona: "review-new-face",
    ends: "no",
    said: [
      "Ihre Vorgängerin war zufrieden. Könnten Sie mich der Leiterin Vertrieb in Ihrer alten Firma vorstellen?",
      "Gut, kein Problem, dann lassen wir es.",
    ],
  },
  ...germanSkillTalks,
];
