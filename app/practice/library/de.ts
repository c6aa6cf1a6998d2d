import type { LibraryTexts } from "./frame.ts";
import { germanRubrics } from "./rubrics-de.ts";

export const german: LibraryTexts = {
  rubrics: germanRubrics,
  scenarios: {
    "ask-delivered-controller": {
      name: "Die Controllerin, die sich freut",
      who: "Ilse Brandt, Leiterin Controlling bei einem Pumpenbauer in Bremen mit 180 Leuten",
      situation:
        "Ihr Projekt läuft seit acht Wochen, und sie hat gerade angerufen: Zum ersten Mal war der Monat nach drei Tagen abgeschlossen. Ihr früherer Kollege, Herr Tietjen, macht im Schwesterwerk in Emden dieselbe Arbeit. Gefragt wurde sie noch nie.",
      opening:
        "Drei Tage! Am Freitag bin ich um fünf nach Hause gegangen. Mein Mann dachte, es sei etwas passiert.",
      objections: [
        "Ich weiß gar nicht, ob der Tietjen für so etwas Zeit hat.",
        "Was soll ich ihm denn sagen? Ich bin keine Verkäuferin.",
        "Warten wir erst mal ab, ob der nächste Monat auch klappt.",
      ],
    },
    "ask-delivered-works-manager": {
      name: "Zwischen zwei Maschinen",
      who: "Ronald Okafor, Betriebsleiter in einem Verpackungswerk, Helm auf, Funkgerät am Gürtel",
      situation:
        "Die Umstellung, die Sie mit ihm geplant haben, lief in der Nacht auf Montag, und am Montag stand nichts still. Sie treffen ihn in der Halle und gehen vier Minuten neben ihm her. Er hat einmal erzählt, dass er mit den Betriebsleitern vom Gewerbegebiet Fußball spielt.",
      opening: "Läuft. Kommen Sie mit, ich muss an Linie zwei. Was gibt's?",
      objections: [
        "Jetzt nicht, ich werde gerufen.",
        "Die anderen haben dafür alle ihre eigenen Leute.",
        "Schicken Sie mir was, dann schau ich mal.",
      ],
    },
    "ask-delivered-user": {
      name: "Unterschrieben hat sie nie etwas",
      who: "Maja Lindqvist, Disponentin in einer Spedition; den Vertrag hat ihr Geschäftsführer unterschrieben",
      situation:
        "Niemand nutzt, was Sie geliefert haben, mehr als sie, und letzte Woche sagte sie, es spare ihr jeden Morgen eine Stunde. Vorher war sie bei zwei anderen Speditionen und geht mit den Disponenten dort noch immer essen. Sie rufen wegen einer Kleinigkeit an, die schnell geklärt ist.",
      opening: "Das war alles? Dann reicht's ja noch für meinen Kaffee. Sonst noch was?",
      objections: [
        "Da müssen Sie meinen Chef fragen, ich entscheide nichts.",
        "Meine alte Firma? Die ändern nie etwas.",
        "Ich will nicht, dass es aussieht, als würde ich für Sie abwerben.",
      ],
    },
    "ask-anytime-former-client": {
      name: "Einer, der weitergezogen ist",
      who: "Henrik Dahl, bis vor zwei Jahren Einkaufsleiter bei einem Kunden, jetzt bei einem Aufzugsbauer",
      situation:
        "Sie haben gut zusammengearbeitet, und zum Abschied hat er Ihnen eine herzliche Zeile geschrieben. Nun sind Sie sich auf einer Messe begegnet und stehen an der Kaffeetheke. In seiner neuen Firma sitzt er auf demselben Flur wie die Leiterin des Service, Frau Aydin, die Sie gern kennenlernen würden.",
      opening: "Ausgerechnet Sie! Machen Sie das immer noch? Das waren gute Zeiten damals.",
      objections: [
        "Ich bin erst zwei Jahre da, ich muss aufpassen, wen ich anschleppe.",
        "Der Service ist bei uns ein schwieriger Bereich.",
        "Warum schreiben Sie ihr nicht einfach?",
      ],
    },
    "ask-anytime-advisor": {
      name: "Die vorsichtige Steuerberaterin",
      who: "Dr. Barbara Kern, Steuerberaterin von gut zwanzig Familienbetrieben im Landkreis",
      situation:
        "Sie haben drei gemeinsame Mandanten und sprechen sich zweimal im Jahr. Sie wägt jedes Wort, und ihr guter Name ist ihr Geschäft. Sie würden gern den Geschäftsführer einer Tischlerei kennenlernen, deren Bücher sie führt: Herrn Stadler.",
      opening: "Sie wollten eine Viertelstunde. Bitte.",
      objections: [
        "Ich bin zur Verschwiegenheit verpflichtet, das wissen Sie.",
        "Ich empfehle niemanden. Wenn es schiefgeht, fällt es auf mich zurück.",
        "Warum gerade Herr Stadler?",
      ],
    },
    "ask-lost-deal-honest": {
      name: "Zweiter, und zwar zu Recht",
      who: "Thomas Wieland, Leiter IT einer Klinikgruppe; in seiner Ausschreibung wurden Sie Zweiter",
      situation:
        "Er hat selbst angerufen: Das andere Angebot passte besser zu dem, was schon da ist. Wie Sie gearbeitet haben, hat er zweimal gelobt, ohne dass Sie gefragt hätten. Er leitet den Arbeitskreis der Klinik-IT in seiner Region.",
      opening:
        "Ich wollte Ihnen das selbst sagen und nicht per Brief. Es war knapp, und an der Arbeit lag's nicht.",
      objections: [
        "Wäre das nicht seltsam, wenn ich Sie empfehle, nachdem ich einen anderen genommen habe?",
        "Was sage ich denen, wenn sie fragen, warum wir Sie nicht genommen haben?",
        "Ich würde gern warten, bis das vom Tisch ist.",
      ],
    },
    "ask-lost-deal-friend": {
      name: "Das Budget wurde gestrichen",
      who: "Sabine Roth, Leiterin Logistik bei einem Getränkegroßhandel; sie wollte Sie, der Vorstand sagte Nein",
      situation:
        "Ihr Projekt wurde am Dienstag mit vier anderen von der Liste genommen. Sie meint, Ihnen die Zeit gestohlen zu haben, und hat es dreimal gesagt. Ihr Schwager leitet das Lager eines Baustoffhändlers und hat genau die Sorge, die sie hatte.",
      opening: "Es tut mir so leid. Die ganzen Stunden, die Sie da hineingesteckt haben, und jetzt das.",
      objections: [
        "Ich kann Sie doch schlecht zur Familie schicken, wenn ich es hier nicht durchgebracht habe.",
        "Vielleicht klappt es nächstes Jahr, warten wir ab.",
        "Der ist ein Dickkopf, ich warne Sie.",
      ],
    },
    "no-policy": {
      name: "Die Regel des Hauses",
      who: "Cornelia Haas, früher Compliance, heute Leiterin Betrieb bei einem Versicherer",
      situation:
        "Sie haben um eine Vorstellung bei der Betriebsleiterin eines anderen Versicherers gebeten, die sie gut kennt. Sie hat die Tasse abgesetzt. Unfreundlich ist sie nicht, sie ist korrekt.",
      opening:
        "Das muss ich Ihnen gleich sagen: Wir empfehlen keine Lieferanten. Sie nicht, niemanden. Das ist hier Regel.",
      objections: [
        "Es ist nichts Persönliches, ich hoffe, das verstehen Sie.",
        "Wenn sich das herumspricht, bekomme ich Ärger.",
        "Und bitte auch nicht schriftlich.",
      ],
    },
    "no-burnt": {
      name: "Einmal und nie wieder",
      who: "Georg Malik, Geschäftsführer einer Gießerei, Kunde seit sechs Jahren",
      situation:
        "Sie haben gefragt und einen wunden Punkt getroffen. Vor drei Jahren hat er einen anderen Lieferanten mit seinem besten Freund zusammengebracht, und der Freund wurde in zwei Wochen elfmal angerufen. Die beiden haben ein Jahr lang nicht miteinander gesprochen.",
      opening: "Nein. Und ich sage Ihnen auch, warum: weil ich's einmal gemacht habe.",
      objections: [
        "Da seid ihr doch alle gleich.",
        "Der war mein Trauzeuge.",
        "Jetzt sagen Sie bloß nicht, dass Sie das anders machen.",
      ],
    },
    "no-not-now": {
      name: "Die Woche vor dem Audit",
      who: "Li Wen, Leiterin Qualität bei einem Hersteller von Medizinprodukten",
      situation:
        "Ihre Arbeit ist getan, und sie hat sie gelobt. Sie fragen, und im selben Moment sehen Sie die Ordner auf ihrem Fußboden: Am Montag kommen die Prüfer. Sie meint Nein für jetzt, aber es klingt härter.",
      opening:
        "Ganz ehrlich? An so etwas kann ich nicht denken. Diese Woche nicht, vielleicht diesen Monat nicht.",
      objections: [
        "Rufen Sie mich deswegen bitte nicht jeden Freitag an.",
        "Mir fällt niemand ein, wirklich niemand.",
        "Können wir es dabei belassen?",
      ],
    },
    "thank-first-day": {
      name: "Danke, noch am selben Tag",
      who: "Peter Novak, Werkleiter; gestern Nachmittag hat er Sie am Telefon Frau Seidel vorgestellt",
      situation:
        "Sie haben Frau Seidel heute um neun erreicht und besuchen sie Donnerstag in einer Woche. Er sitzt ab zehn in einer Besprechung und nimmt auf dem Weg dorthin ab. Sie haben zwei Minuten, und er hat viel für Sie getan: Er hat sich mit Worten für Sie verbürgt.",
      opening: "Novak. Ich bin auf dem Weg in eine Besprechung, machen Sie's kurz.",
      objections: [
        "Ja, ja, schon gut. War's das?",
        "Ich hoffe, Sie haben ihr nicht gleich etwas verkauft.",
        "Nächstes Mal geben Sie ein Bier aus.",
      ],
    },
    "report-nothing-came": {
      name: "Es ist nichts daraus geworden",
      who: "Anneliese Vogt, Vertriebsdirektorin im Ruhestand; sie hat Sie mit Herrn Lorenz zusammengebracht",
      situation:
        "Sie haben Herrn Lorenz getroffen, es war eine gute Stunde, und es ist klar, dass er Sie nicht braucht: Er hat es letztes Jahr selbst gelöst. Sie hat einmal per Mail nachgefragt. Diesen Anruf hätten Sie lieber nicht gemacht.",
      opening: "Wie schön! Na, erzählen Sie. Seit drei Wochen bin ich neugierig.",
      objections: [
        "Oh. War es dann der Falsche?",
        "Ich könnte ihn ja mal anrufen.",
        "Jetzt fühle ich mich ein bisschen schuldig.",
      ],
    },
    "report-won": {
      name: "Es ist ein Auftrag geworden",
      who: "Marek Zielinski, Leiter Instandhaltung; er hat das erste Treffen mit seiner Studienfreundin vermittelt",
      situation:
        "Nach fünf Monaten hat seine Studienfreundin, Frau Pohl, gestern unterschrieben. Er weiß noch nichts davon. Sie hat etwas Nettes über ihn gesagt, das Sie weitergeben dürfen: Ohne seinen Anruf hätte sie nie abgenommen.",
      opening: "Zielinski. Ich hab Ihre Nummer gesehen, ist etwas passiert?",
      objections: [
        "Na, dann steht mir ja wohl eine Provision zu!",
        "Hat ja gedauert bei ihr. Woran lag's?",
        "Und? Ist sie zufrieden, oder hat sie nur unterschrieben?",
      ],
    },
    "report-went-wrong": {
      name: "Wir haben ihn warten lassen",
      who: "Ulrich Sander, Geschäftsführer; vor elf Tagen hat er Sie einem Freund vorgestellt",
      situation:
        "Bei Ihnen war jemand krank, die Vorstellung blieb liegen, und der Freund hörte eine Woche lang nichts. Gestern haben Sie ihn angerufen und es in Ordnung gebracht; er nahm es gut auf. Sander kennt die erste Hälfte der Geschichte, die zweite nicht.",
      opening: "Ich höre, ihr ruft die Leute nicht zurück. Da spielen Sie mit meinem Namen.",
      objections: [
        "Ich habe für Sie die Hand ins Feuer gelegt.",
        "Krankheit. Krank ist immer einer.",
        "Das mache ich so schnell nicht wieder.",
      ],
    },
    "seed-discovery-curious": {
      name: "Wie sind Sie auf uns gekommen?",
      who: "Nadia Rahimi, geschäftsführende Partnerin eines Ingenieurbüros mit 40 Leuten, erstes Gespräch",
      situation:
        "Sie kam über einen Kunden von Ihnen und will wissen, wie Sie arbeiten. Das Gespräch läuft gut, eine Stunde ist im Nu vergangen. Verkauft ist nichts, und gebeten werden soll heute um nichts.",
      opening: "Ich muss sagen, allein hätte ich Sie nie gefunden. Machen Sie gar keine Werbung?",
      objections: [
        "Dann soll ich also später für Sie arbeiten?",
        "Und wenn ich nicht zufrieden bin?",
        "Ich bin keine, die Telefonnummern herausgibt.",
      ],
    },
    "seed-discovery-wary": {
      name: "Dem ist schon viel verkauft worden",
      who: "Dieter Hofmann, Produktionsleiter, zwei Jahre vor der Rente",
      situation:
        "Erster Besuch, verschränkte Arme. Er beantwortet Ihre Fragen ausführlicher als erwartet, aber bei jedem Satz, der nach Verkaufen klingt, schaut er auf die Uhr. Sagen Sie, wie Sie arbeiten, und versprechen Sie etwas, das Sie halten können.",
      opening: "So. Sie haben bis elf. Was wollen Sie von mir?",
      objections: [
        "Das habe ich schon mal gehört, da war ein Hochglanzprospekt dabei.",
        "Namen kriegen Sie von mir keine, dass das klar ist.",
        "Jetzt schauen wir erst mal, ob Sie was können.",
      ],
    },
    "seed-proposal-buyer": {
      name: "Die Einkäuferin will Rabatt",
      who: "Verena Scholz, strategische Einkäuferin in einem Konzern mit vier Werken",
      situation:
        "Ihr Angebot liegt auf dem Tisch, und sie muss eine Einsparung vorweisen. Die Versuchung ist groß, Rabatt gegen Referenzen zu tauschen. Versprechen Sie ihr stattdessen den Rückblick in jedem Quartal, und sagen Sie offen, dass Sie dort eines Tages fragen werden.",
      opening: "Fünf Prozent, dann können wir reden. Und unser Logo dürfen Sie auf Ihre Seite stellen.",
      objections: [
        "Andere geben für eine Referenz Rabatt, warum Sie nicht?",
        "Jedes Quartal ein Rückblick? Wer soll da auch noch sitzen?",
        "Ich kaufe ein. Ich empfehle nicht.",
      ],
    },
    "seed-proposal-board": {
      name: "Zwei vom Vorstand, zwanzig Minuten",
      who: "Dr. Konrad Ebert und Ana Matos, Vorstand eines Rechenzentrums der Sparkassen",
      situation:
        "Sie stellen Ihren Vorschlag vor. Er fragt nach Risiken, sie hat alles gelesen und kennt Ihre Preise. Am Ende fragen die beiden, was Sie von ihnen brauchen, damit es ein gutes Projekt wird; das ist der Augenblick für den Samen.",
      opening:
        "Wir haben zwanzig Minuten. Gehen Sie davon aus, dass wir es gelesen haben. Was brauchen Sie von uns?",
      objections: [
        "Wir sind eine öffentliche Einrichtung. Empfehlen ist nicht unsere Sache.",
        "Darüber reden wir, wenn es läuft.",
        "Was heißt das praktisch: vorstellen?",
      ],
    },
    "first-call-expected": {
      name: "Sie wartet auf Ihren Anruf",
      who: "Carla Weiss, Leiterin Kundendienst bei einem Hersteller von Gartengeräten; Herr Novak hat Sie vorgestellt",
      situation:
        "Novak hat sie gestern angerufen und sich für Sie verbürgt. Seit dem Frühjahr haben sich ihre Reklamationen verdoppelt, hat er Ihnen erzählt, und ihr fehlen zwei Leute. Ihr Name steht auf einem Zettel, der vor ihr liegt.",
      opening: "Ach, Sie sind der Mensch, von dem Peter dauernd erzählt. Um halb muss ich in eine Sitzung.",
      objections: [
        "Ehrlich gesagt weiß ich gar nicht recht, was Sie machen.",
        "Wir hatten gerade erst Berater im Haus, das hat nichts gebracht.",
        "Schicken Sie mir erst mal eine Präsentation.",
      ],
    },
    "first-call-forgotten": {
      name: "Wer war das noch mal?",
      who: "Jens Petersen, technischer Leiter bei einem Werftzulieferer",
      situation:
        "Ihre Quelle hat ihm am Montag zwei Zeilen geschrieben; heute ist Mittwoch, und seither kamen 140 Mails. Im Hintergrund läuft ein Winkelschleifer. Sie haben einen Satz, ehe er Sie für einen Kaltanruf hält.",
      opening: "Petersen! Wer? Ich verstehe Sie kaum.",
      objections: [
        "An eine Mail kann ich mich nicht erinnern.",
        "Wir kaufen nichts, danke.",
        "Machen Sie mit meiner Sekretärin einen Termin.",
      ],
    },
    "first-call-courtesy": {
      name: "Aus Höflichkeit",
      who: "Prof. Elisabeth Grau, ärztliche Direktorin einer Klinik, mit der Frau Ihrer Quelle befreundet",
      situation:
        "Sie nimmt den Anruf an, weil sie darum gebeten wurde, und sagt das auch. Einen Bedarf sieht sie nicht. Ziel sind fünf gute Minuten und ein ehrliches Ende, wie auch immer es ausgeht; Ihre Quelle wird von ihr davon hören.",
      opening: "Ich tue das Martina zuliebe, das sollten Sie wissen. Also, wie kann ich Ihnen helfen?",
      objections: [
        "Ich fürchte, da sind Sie bei mir falsch.",
        "Was hat Martina Ihnen denn über uns erzählt?",
        "Fünf Minuten kann ich Ihnen geben, mehr nicht.",
      ],
    },
    "review-good-year": {
      name: "Ein gutes Jahr, drei am Tisch",
      who: "Frank Adler, Geschäftsführer, und Svenja Thoms, Leiterin Betrieb, Kunden seit drei Jahren",
      situation:
        "Die Zahlen des Quartals sind die besten bisher, und Svenja hat eine eigene Folie mitgebracht. Frank sitzt im Vorstand des Arbeitgeberverbands, in dem auch Frau Kling von der Druckerei sitzt; mit ihr würden Sie gern ins Gespräch kommen.",
      opening: "Fangen wir mit dem Schönen an. Svenja, zeig mal deine Kurve.",
      objections: [
        "Frau Kling? Die steckt mitten im Umbau, ich weiß nicht.",
        "Am liebsten würden wir Sie für uns behalten.",
        "Reicht es nicht, wenn Sie unseren Namen nennen?",
      ],
    },
    "review-mixed": {
      name: "Zweimal Grün, einmal Rot",
      who: "Margit Olsen, Leiterin Finanzen bei einem Lebensmittelhersteller",
      situation:
        "Zwei der drei Zusagen sind gehalten; die dritte, die Schnittstelle zur Bank, ist sieben Wochen im Verzug, und das lag an Ihnen. Sie ist fair, und sie hat es aufgeschrieben. Ob es heute überhaupt etwas zu fragen gibt, entscheiden Sie im Gespräch.",
      opening: "Sie wissen, womit ich anfange.",
      objections: [
        "Ich soll Sie empfehlen, solange das offen ist?",
        "Wann ist es fertig? Einen Tag, bitte.",
        "Fragen Sie mich wieder, wenn es läuft.",
      ],
    },
    "review-new-face": {
      name: "Die Fürsprecherin ist weg",
      who: "Dana Krüger, neue Vertriebsleiterin; ihre Vorgängerin hat Sie geholt und ist im Juni gegangen",
      situation:
        "Sie hat Sie geerbt und bisher nur die Rechnungen gesehen. In ihrer alten Firma, einem Großhandel für Dentalbedarf, kennt sie noch alle. Zuerst muss sie selbst sehen, was sie an Ihnen hat; dann vielleicht eine kleine, genaue Bitte.",
      opening: "Ich bin offen: Wofür wir Sie bezahlen, weiß ich noch nicht.",
      objections: [
        "Was meine Vorgängerin zugesagt hat, habe nicht ich zugesagt.",
        "In meiner alten Firma machen die das selbst.",
        "Geben Sie mir ein halbes Jahr, dann sehen wir weiter.",
      ],
    },
    "give-client-needs": {
      name: "Er braucht eine Patentanwältin",
      who: "Stefan Bauer, Inhaber eines Maschinenbaubetriebs und Kunde; er ärgert sich über ein nachgebautes Teil",
      situation:
        "Nebenbei erzählt er, dass ein Wettbewerber seine Spannvorrichtung nachbaut und er nicht weiß, wen er fragen soll. Sie kennen eine Patentanwältin, die für einen anderen Kunden gut gearbeitet hat. Mit dem, was Sie verkaufen, hat das nichts zu tun.",
      opening: "Zwei Jahre Arbeit, und die kaufen einfach eine und messen nach. Egal. Wo waren wir?",
      objections: [
        "Anwälte kosten nur Geld.",
        "Bekommen Sie etwas dafür, wenn ich da anrufe?",
        "Ich habe gerade keine Zeit, mich darum zu kümmern.",
      ],
    },
    "give-nothing-to-sell": {
      name: "Was würde Ihnen helfen?",
      who: "Katrin Jansen, Leiterin einer Berufsschule und im Vorstand des örtlichen Gewerbevereins",
      situation:
        "Sie ist keine Kundin und wird keine werden. Zweimal hat sie Sie vorgestellt, und Sie haben nie etwas für sie getan. Finden Sie heraus, woran sie arbeitet, und bieten Sie einen Menschen an, der ihr nützt.",
      opening: "Sie schauen schon so. Wen möchten Sie diesmal kennenlernen?",
      objections: [
        "Mir fällt wirklich nichts ein, was ich brauche.",
        "Sie schulden mir nichts, lassen Sie nur.",
        "Uns fehlen Lehrkräfte, und die haben Sie auch nicht.",
      ],
    },
    "connect-two-clients": {
      name: "Beide wollen, keiner fängt an",
      who: "Olga Petrenko, Einkäuferin bei einem Hersteller von Bühnentechnik",
      situation:
        "Sie sucht jemanden, der Aluminium in kleinen Mengen pulverbeschichtet; Jonas Feld, ein anderer Kunde, macht genau das und hat gesagt, er würde gern von ihr hören. Bringen Sie die beiden am Telefon zusammen, damit noch diese Woche etwas geschieht.",
      opening: "Sie sagten, Sie wüssten vielleicht jemanden für die Beschichtung?",
      objections: [
        "Ist der gut, oder ist er nur Ihr Kunde?",
        "Geben Sie mir die Nummer, ich schau, wann ich dazu komme.",
        "Und wenn er zu teuer ist? Dann ist das für Sie unangenehm.",
      ],
    },
    "connect-too-keen": {
      name: "Er will sofort anrufen",
      who: "Ben Hartwig, Gründer einer Softwarefirma, begeistert, dass Sie Frau Dr. Sommer kennen",
      situation:
        "Er hat gehört, dass die Leiterin der Stadtwerke, Frau Dr. Sommer, Ihre Kundin ist, und will ihre Handynummer. Die beiden könnten zueinander passen, aber sie wurde nicht gefragt. Bremsen Sie ihn, ohne ihm die Freude zu nehmen.",
      opening: "Sie kennen die? Großartig! Geben Sie mir einfach die Nummer, ich richte Grüße von Ihnen aus.",
      objections: [
        "Ach kommen Sie, ist doch nur ein kurzer Anruf.",
        "Bis dahin ist ein anderer drin.",
        "Soll ich ihr schreiben und Sie in Kopie nehmen?",
      ],
    },
  },
};
