import type { PersonaTalk } from "./persona-talk.ts";

export const germanSkillTalks: readonly PersonaTalk[] = [
  {
    persona: "report-nothing-came",
    ends: "glad",
    said: [
      "Frau Vogt, ich habe Herrn Lorenz getroffen, und daraus wird nichts: Er hat es letztes Jahr selbst gelöst. Danke, dass Sie uns zusammengebracht haben.",
      "Nein, gar nicht. Es war eine gute Stunde, er hat viel gelacht und lässt Sie grüßen.",
      "Das verstehe ich. Das müssen Sie nicht, damit ist es abgeschlossen.",
      "Das kann ich nachfühlen. Trotzdem danke, für mich hat sich die Fahrt gelohnt.",
    ],
  },
  {
    persona: "report-nothing-came",
    ends: "walks-off",
    said: [
      "Guten Tag Frau Vogt! Wie geht es Ihnen?",
      "Na ja, Herr Lorenz hatte kein Interesse. Kennen Sie noch jemanden?",
      "Könnten Sie mich einem anderen Kollegen vorstellen?",
    ],
  },
  {
    persona: "seed-discovery-wary",
    ends: "glad",
    said: [
      "Was ist in dieser Halle das Schwierigste an Ihrer Arbeit?",
      "Danke. Ich sage offen, wie wir arbeiten: Wir wachsen durch Empfehlungen, und die wollen wir uns erst verdienen. Heute bitte ich um nichts.",
      "Das verstehe ich, Papier ist geduldig. Wir zeigen es in Halle drei, bis Ende Mai wollen wir uns das verdienen.",
      "Natürlich. Ich frage nach keinen Namen, und ein Nein kostet Sie auch später nichts. Wir rufen jeden nur einmal an und lassen ihn dann in Ruhe.",
      "Beim Rückblick nach dem ersten Projekt spreche ich es wieder an.",
    ],
  },
  {
    persona: "seed-discovery-wary",
    ends: "walks-off",
    said: [
      "Wir haben eine tolle neue Produktlinie, die wird Sie begeistern.",
      "Kennen Sie vielleicht jemanden, der das brauchen könnte?",
      "Ach kommen Sie, geben Sie mir zwei Namen.",
    ],
  },
  {
    persona: "first-call-expected",
    ends: "glad",
    said: [
      "Guten Morgen Frau Weiss, Peter Novak hat uns vorgestellt. Er dachte an Sie, weil sich Ihre Reklamationen seit dem Frühjahr verdoppelt haben. Haben Sie fünf Minuten?",
      "Danke. Was passiert denn zurzeit mit den Reklamationen?",
      "Also der Akku, jedes zweite Paket. Wie lange warten Ihre Kunden auf eine Antwort?",
      "Neun Tage, und zwei Ihrer Leute sind gegangen. Verstehe.",
      "Wir nehmen Herstellern die Reklamationen ab, damit Ihre eigenen Leute die Hände frei haben.",
      "Das verstehe ich, ein Ordner hilft keinem. Was hätte sich ändern sollen, als die gingen?",
      "Natürlich. Statt einer Präsentation: Darf ich am Donnerstag um zwei kommen und mir die Pakete mit Ihnen ansehen?",
      "Ich sage Peter heute Abend, dass wir gesprochen haben, und danke ihm.",
    ],
  },
  {
    persona: "first-call-expected",
    ends: "walks-off",
    said: [
      "Guten Morgen, wir sind der führende Anbieter für Servicelösungen.",
      "Unsere Plattform hat vierzig Module. Darf ich Ihnen unseren Prospekt vorstellen?",
    ],
  },
  {
    persona: "give-client-needs",
    ends: "glad",
    said: [
      "Sie sagten, ein Wettbewerber baut Ihre Spannvorrichtung nach, und Sie wissen nicht, wen Sie fragen sollen.",
      "Ich kenne eine Patentanwältin, Frau Dr. Reimann. Sie hat für einen anderen Kunden einen Nachbau mit einem Brief gestoppt.",
      "Das verstehe ich, eine Anwaltsstunde ist teuer. Sie hat dem Kunden in zehn Minuten gesagt, ob es sich lohnt.",
      "Nein, ich bekomme dafür nichts.",
      "Ich frage sie erst, ob sie Zeit hat, und rufe Sie am Donnerstag mit ihrer Antwort an.",
    ],
  },
  {
    persona: "give-client-needs",
    ends: "walks-off",
    said: [
      "Ich kenne eine Anwältin. Aber dann schulden Sie mir etwas.",
      "Im Gegenzug könnten Sie mich Ihrem Nachbarn vorstellen.",
    ],
  },
  {
    persona: "connect-too-keen",
    ends: "glad",
    said: [
      "Ich bringe Sie gern zusammen. Ich frage sie vorher, sie wurde noch nicht gefragt.",
      "Sie leitet die Stadtwerke und plant diesen Herbst ihre Zähler, darum sollten Sie jetzt reden. Ich sage ihr, was Sie bauen.",
      "Das verstehe ich, es lockt. Sobald sie Ja sagt, hört sie Ihnen ganz anders zu.",
      "Das kann ich nachvollziehen. Ich rufe sie morgen früh an, und mittags hören Sie von mir.",
      "Ich brauche keine Kopie: Sobald Sie sich sprechen, ziehe ich mich zurück, und in zwei Wochen frage ich beide, wie es war.",
    ],
  },
  {
    persona: "connect-too-keen",
    ends: "walks-off",
    said: ["Klar, rufen Sie sie doch gleich an.", "Hier ist ihre Handynummer: 0171 2345678."],
  },
];
