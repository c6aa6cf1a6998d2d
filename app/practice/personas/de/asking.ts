import type { PersonaTexts } from "../frame.ts";

export const germanAsking = {
  "ask-delivered-controller": {
    wants: "Gönnt ihrem früheren Kollegen auch einen Freitag um fünf.",
    fears: "Will nicht als Verkäuferin dastehen.",
    knows: [
      {
        words: "tietjens?|(?:früheren?|ehemaligen?|alten?) kollegen?|schwesterwerk|emden",
        line: "Der Tietjen? Wir hatten sechs Jahre ein Büro zusammen. Was ist mit ihm?",
      },
    ],
    tells: [
      "Früher saßen wir bis zum Neunten. Jetzt ist es der Dritte. Ich kann wieder ein Wochenende planen.",
      "In Emden machen sie es noch von Hand, das hat mir Tietjen beim Sommerfest erzählt.",
    ],
    objections: [
      {
        more: "Bei ihm sind zwei krank, und im Frühjahr kommen die Prüfer.",
        settled: "So gesagt, hat selbst der Tietjen Zeit.",
      },
      {
        more: "Ich will ihm einfach nichts aufschwatzen.",
        settled: "Wenn ich nur sagen muss, wie es bei mir war, das kann ich.",
      },
      {
        more: "Ein guter Monat ist ein guter Monat. Ich bin Controllerin.",
        settled: "Stimmt auch. Versprochen wird ja nichts.",
      },
    ],
    ends: {
      introduces:
        "Ich rufe Tietjen heute Nachmittag an und erzähle ihm von meinem Freitag. Er erwartet Ihren Anruf.",
      "will-think": "Lassen Sie mich noch einen Monat so abschließen. Dann fragen Sie wieder.",
      no: "Nein, heute will ich mich einfach nur freuen.",
    },
  },
  "ask-delivered-works-manager": {
    wants: "Mag Leute, bei denen die Linie läuft und die zur Sache kommen.",
    fears: "Kann nicht leiden, wenn man ihm und seinen Mannschaftskameraden die Zeit stiehlt.",
    knows: [
      {
        words:
          "(?:die |den |einen der |einer der )?(?:anderen )?betriebsleitern?|fußball\\p{L}*|gewerbegebiet",
        line: "Vom Fußball? Wir sind fünf, alle mit Maschinen. Was ist mit denen?",
      },
    ],
    tells: [
      "Von Sonntag auf Montag, und nichts stand. Das hatte ich in elf Jahren nicht.",
      "Der Kramer stellt nächsten Monat um, dem graut schon. Donnerstag spielen wir.",
    ],
    objections: [
      {
        more: "Linie zwei. Der Etikettierer. Jeden Tag dasselbe.",
        settled: "Gut, das kann ich mir merken.",
      },
      {
        more: "Kramers Instandhalter meint, er kann alles selbst.",
        settled: "Stimmt, so eine Umstellung macht keiner jede Woche.",
      },
      { more: "Was Kurzes. Prospekte lese ich nicht.", settled: "Drei Zeilen aufs Handy, das reicht." },
    ],
    ends: {
      introduces:
        "Ich sag's dem Kramer am Donnerstag nach dem Spiel. Schicken Sie mir die Zeilen, ich gebe sie weiter.",
      "will-think": "Mal sehen, ob es sich am Donnerstag ergibt. Rufen Sie nächste Woche an.",
      "not-now": "Jetzt nicht, Linie zwei steht. Nächste Woche.",
      no: "Die haben ihre eigenen Leute. Lassen Sie's.",
    },
  },
  "ask-delivered-user": {
    wants: "Möchte, dass ihre Freundinnen in der Disposition es morgens auch leichter haben.",
    fears: "Will keinen Ärger mit dem Chef.",
    knows: [
      {
        words:
          "(?:die |den |der |einen der |eine der )?(?:anderen )?disponent\\p{L}*|ihre[rn]? (?:alten?|früheren?|letzten?) (?:firma|spedition|kollegin\\p{L}*|kollegen)|(?:zwei|anderen) speditionen|mittagessen",
        line: "Die Birgit aus der alten Firma? Wir essen jeden zweiten Mittwoch zusammen. Warum?",
      },
    ],
    tells: [
      "Jeden Morgen eine Stunde, ich übertreibe nicht. Früher habe ich die Touren zweimal getippt.",
      "Birgit hat noch eine Wand voller Magnete. Die träumt schon davon.",
    ],
    objections: [
      {
        more: "Er unterschreibt. Ich arbeite nur damit.",
        settled: "Ach so, wenn gar nichts zu entscheiden ist, dann ist das etwas anderes.",
      },
      {
        more: "Als ich dort war, stand da seit zwanzig Jahren dasselbe Fax.",
        settled: "Na ja, die Birgit würde sich jedenfalls freuen.",
      },
      {
        more: "Es wird geredet. Unter Spediteuren erst recht.",
        settled: "Gut, so kann keiner etwas sagen.",
      },
    ],
    ends: {
      introduces: "Ich sehe Birgit am Mittwoch. Ich sag's ihr, und Sie schreiben mir die Zeilen.",
      "will-think": "Ich esse erst mal mit ihr. Fragen Sie in zwei Wochen.",
      colleague: "Reden Sie mit Herrn Simon, meinem Geschäftsführer. Eigentlich entscheidet der so was.",
      no: "Da halte ich mich lieber raus.",
    },
  },
  "ask-anytime-former-client": {
    wants: "Will in der neuen Firma der sein, der gute Leute mitbringt.",
    fears: "Ist erst zwei Jahre da und passt auf, wen er anschleppt.",
    knows: [
      {
        words: "aydin|leiterin (?:des |vom )?(?:service|kundendienst\\p{L}*)|serviceleiterin",
        line: "Die Aydin? Zwei Türen weiter. Was wollen Sie von ihr?",
      },
    ],
    tells: [
      "Aufzüge sind eine andere Welt. Aber das Chaos mit den Ersatzteilen ist dasselbe.",
      "Die Aydin hat im Frühjahr den Service übernommen, vierzig Techniker, und die Hälfte fährt zweimal raus.",
    ],
    objections: [
      {
        more: "Mein Vorgänger hat mal einen Lieferanten angeschleppt, davon reden die heute noch.",
        settled: "Gut, dann kann auf mich nichts zurückfallen.",
      },
      {
        more: "Vierzig Techniker und keine zwei Pläne gleich. Sie steht unter Beschuss.",
        settled: "Das wäre allerdings genau ihr Thema.",
      },
      { more: "Na, die Adresse steht im Netz.", settled: "Stimmt, so was liest sie nicht." },
    ],
    ends: {
      introduces: "Ich gehe morgen bei ihr vorbei und sage ihr, dass Sie einer von den Guten sind.",
      "will-think": "Lassen Sie mich erst sehen, wie bei ihr die Stimmung ist. In zwei Wochen, ja?",
      no: "Schreiben Sie ihr selbst, ehrlich. Da halte ich mich raus.",
    },
  },
  "ask-anytime-advisor": {
    wants: "Will ihre Mandanten gut versorgt wissen, und nichts zweimal sagen.",
    fears: "Ihr guter Name ist ihr ganzes Geschäft.",
    knows: [
      {
        words: "stadlers?|tischlerei|schreinerei",
        line: "Herr Stadler. Dazu sage ich weder Ja noch Nein. Was ist mit ihm?",
      },
    ],
    tells: [
      "Die Leute kommen zu mir, weil ich nichts sage. Das gilt übrigens auch für Sie.",
      "Einer unserer gemeinsamen Mandanten hat gut von Ihnen gesprochen. Ungefragt.",
    ],
    objections: [
      {
        more: "Das heißt: keine Zahl, kein Wort darüber, wie er dasteht.",
        settled: "Wenn über seine Verhältnisse nichts gefragt wird, hat das Gesetz nichts dagegen.",
      },
      {
        more: "Ich habe es einmal getan. Ein Softwarehaus. Danach habe ich die Nummer gewechselt.",
        settled: "Ich empfehle also nichts, und Sie gehen anständig mit ihm um. Das ist etwas anderes.",
      },
      { more: "Sie werden ihn ja für etwas ausgesucht haben.", settled: "Das klingt allerdings nach ihm." },
    ],
    ends: {
      introduces: "Ich werde Herrn Stadler fragen, ob er von Ihnen hören möchte. Wenn ja, rufe ich Sie an.",
      "will-think": "Ich werde es abwägen. Fragen Sie in drei Wochen, nicht früher.",
      no: "Nein. Das tue ich nicht, und ich bitte Sie, das zu achten.",
    },
  },
  "ask-lost-deal-honest": {
    wants: "Will fair sein und als fair gelten.",
    fears: "Möchte vor den anderen nicht seine eigene Wahl infrage stellen.",
    knows: [
      {
        words: "arbeitskreis\\p{L}*|(?:anderen )?it-?leiter\\p{L}*|klinik-it",
        line: "Aus dem Arbeitskreis? Wir sind vierzehn. An wen denken Sie?",
      },
    ],
    tells: [
      "Die anderen passten zum alten System, das war alles. Ihre Analyse liegt noch auf meinem Tisch.",
      "Im Arbeitskreis beginnt Frau Ebeling im Herbst dieselbe Ausschreibung.",
    ],
    objections: [
      {
        more: "Man würde mich fragen, warum ich Sie nicht genommen habe, und das zu Recht.",
        settled: "Wie Sie gearbeitet haben, kann ich ehrlich sagen. Seltsam ist das nicht.",
      },
      {
        more: "Ich will denen in die Augen schauen können.",
        settled: "Das ist die Wahrheit, und so kann ich's sagen.",
      },
      {
        more: "Die Briefe an die Bieter gehen nächste Woche hinaus.",
        settled: "Gut, danach kann ich frei reden.",
      },
    ],
    ends: {
      introduces: "Sobald die Briefe draußen sind, stelle ich Sie Frau Ebeling vor und sage ihr, warum.",
      "will-think": "Lassen Sie mich darüber schlafen, bis die Briefe draußen sind.",
      "not-now": "Wenn es vom Tisch ist. In einem Monat dürfen Sie wieder fragen.",
      no: "Nein, das sähe seltsam aus. Tut mir leid.",
    },
  },
  "ask-lost-deal-friend": {
    wants: "Möchte die Stunden gutmachen, die Sie an sie verloren haben.",
    fears: "Fürchtet Streit in der Familie.",
    knows: [
      {
        words: "schwagers?|baustoff\\p{L}*",
        line: "Mein Schwager, der Uwe? Ja, der hat dasselbe Durcheinander. Woher wissen Sie das?",
      },
    ],
    tells: [
      "Fünf Projekte auf einem Blatt, in zehn Minuten gestrichen. Ich hätte heulen können.",
      "Uwe sucht jeden Tag Paletten. Das hat er am Sonntag beim Essen erzählt.",
    ],
    objections: [
      {
        more: "Er wird sagen: Und warum habt ihr's dann nicht gekauft?",
        settled: "Stimmt, an der Arbeit lag's nicht. Uns fehlte das Geld.",
      },
      {
        more: "Ich will es noch nicht aufgeben.",
        settled: "Ja, das ist eine andere Sache, da haben Sie recht.",
      },
      {
        more: "Den Letzten hat er weggeschickt, ehe der Kaffee eingeschenkt war.",
        settled: "Wenn er einfach Nein sagen darf, ist er ganz umgänglich.",
      },
    ],
    ends: {
      introduces: "Ich sag's Uwe am Sonntag, und dann rufen Sie ihn an. Mir geht's damit auch besser.",
      "will-think": "Lassen Sie es sich ein wenig setzen. Fragen Sie in zwei Monaten.",
      no: "Bitte nicht. Nicht die Familie.",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
