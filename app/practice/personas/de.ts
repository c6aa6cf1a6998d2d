import type { HouseTexts } from "./frame.ts";

export const germanHouse: HouseTexts = {
  lines: {
    small: ["Gut. Und was führt Sie zu mir?", "Ja. Was kann ich für Sie tun?"],
    goOn: ["Gut. Und weiter?", "Aha. Und?"],
    value: ["Ja, das habe ich gesagt, und es ist noch immer so.", "Das stimmt. Es hat etwas gebracht."],
    gratitude: ["Gern geschehen. War nichts Besonderes.", "Nett, dass Sie das sagen."],
    told: ["Was soll ich sagen: viel zu tun, wie immer.", "Soweit ich sehe, läuft es gut."],
    clarify: ["Was meinen Sie genau?", "Da komme ich nicht mit. Worum geht es Ihnen genau?"],
    apology: ["Das braucht es nicht. Worum geht's?", "Sagen Sie's geradeheraus, ich beiße nicht."],
    anyone: [
      "Irgendjemand? Da fällt mir auf Anhieb niemand ein. Wen meinen Sie?",
      "Ich kenne viele Leute. An wen soll ich denken?",
    ],
    whom: ["Wem denn? An wen denken Sie?", "Vorstellen, schön, aber bei wem?"],
    introduction: ["Ja, ich weiß, wen Sie meinen. Was ist damit?", "Und was soll ich da tun?"],
    reason: [
      "Und was hätte man dort davon? Warum sollte man sich die Zeit nehmen?",
      "Was sage ich, wenn ich gefragt werde, wozu das gut ist?",
    ],
    next: ["Gut. Und was muss ich jetzt tun?", "In Ordnung. Wie gehen wir vor?"],
    heardOnly: ["Ja. Und was schlagen Sie vor?", "Genau. Und nun?"],
    unheard: [
      "Sie haben schnell eine Antwort. Ob Sie gehört haben, was ich gesagt habe, weiß ich nicht.",
      "Mag sein. Was ich gesagt habe, beschäftigt mich trotzdem.",
    ],
    howExactly: ["Und wie sähe das genau aus?", "Weiter. Was meinen Sie damit?"],
    more: ["So, wie ich's gesagt habe. Es geht mir nach.", "Mehr steckt nicht dahinter. Es stört mich eben."],
    settled: ["Gut, damit ist das beantwortet.", "In Ordnung. Damit kann ich leben."],
    remark: ["Hm.", "Tja."],
    pushed: [
      "Sie drängen mich. Ich habe gesagt, was ich davon halte.",
      "Darauf habe ich geantwortet. Bitte lassen Sie das.",
    ],
    again: ["Das sagten Sie gerade.", "Ja, das habe ich gehört."],
    silence: ["Sind Sie noch da?", "Hallo? Habe ich Sie verloren?"],
    long: ["Das war viel auf einmal."],
    introduces: [
      "Gut, das mache ich. Ich rede mit denen und sage, dass Sie sich melden.",
      "In Ordnung. Ich rufe dort an und sage, wer Sie sind.",
    ],
    "will-think": [
      "Lassen Sie mich darüber nachdenken. Fragen Sie mich wieder.",
      "Heute sage ich nicht Ja und nicht Nein. Ich schlafe darüber.",
    ],
    "not-now": [
      "Jetzt nicht. Kommen Sie bitte später darauf zurück.",
      "Es ist ein schlechter Moment. Ein andermal.",
    ],
    no: ["Nein, lieber nicht. Ich hoffe, Sie verstehen das.", "Ich glaube, das mache ich nicht."],
    "kept-open": ["Danke, dass Sie es so nehmen. Das vergesse ich nicht.", "Das war anständig von Ihnen."],
    colleague: [
      "Darüber reden Sie besser mit meinem Chef.",
      "Da bin ich die falsche Stelle. Fragen Sie oben.",
    ],
    "walks-off": [
      "Ich denke, wir lassen es hier gut sein. Auf Wiedersehen.",
      "Für heute reicht es. Auf Wiedersehen.",
    ],
    unasked: ["So, ich muss los. Bis zum nächsten Mal.", "Na dann, ich muss weiter."],
  },
  ofMood: {
    friendly: {
      small: ["Schön, von Ihnen zu hören. Was führt Sie zu mir?", "Immer gern. Worum geht's?"],
      pushed: ["Na, na. Ich habe gesagt, wie ich's sehe."],
    },
    busy: {
      small: ["Kurz bitte. Was gibt's?", "Ja? Ich habe zwei Minuten."],
      clarify: ["Kurz bitte: Was wollen Sie?", "Verstehe ich nicht. Ein Satz?"],
      gratitude: ["Ja, ja. Weiter."],
      silence: ["Hallo? Ich hab nicht den ganzen Tag."],
      pushed: ["Ich hab's gesagt, und ich hab's eilig."],
      "not-now": ["Jetzt nicht. Ich muss wirklich los."],
      "walks-off": ["Ich muss weiter. Wiedersehen."],
      unasked: ["Ich muss los. Was es auch war: nächstes Mal."],
    },
    reserved: {
      small: ["Ich höre.", "Bitte, fahren Sie fort."],
      value: ["Das ist richtig.", "Das habe ich gesagt, ja."],
      gratitude: ["Das gehörte dazu."],
      clarify: ["Das möchte ich genau verstehen. Was meinen Sie?", "Geht es genauer?"],
      pushed: ["Ich bitte Sie, mich nicht zu drängen."],
      "walks-off": ["Ich denke, wir beenden das hier. Guten Tag."],
    },
    annoyed: {
      small: ["Und?", "Ich bin noch da. Noch."],
      value: ["Mag ja sein."],
      gratitude: ["Worte."],
      clarify: ["Was soll das heißen?", "Heißt was?"],
      pushed: ["Sehen Sie, genau das meine ich."],
      silence: ["Dazu fällt Ihnen nichts ein?"],
      "walks-off": ["Das war's. Wir sind hier fertig."],
    },
    delighted: {
      small: ["Ich habe gute Laune, nutzen Sie's! Was gibt's?", "Nur zu!"],
      value: ["Nicht wahr? Ich kann's noch immer kaum glauben.", "Ja! Das erzähle ich allen."],
      gratitude: ["Ach, das war mir ein Vergnügen."],
      pushed: ["He, verderben Sie's nicht. Ich habe gesagt, was ich denke."],
    },
  },
  why: {
    small: "Es wurde noch um nichts gebeten, also wird abgewartet.",
    goOn: "Das war von Nutzen, und es wird auf das Weitere gewartet.",
    value: "Die eigenen Worte kamen wieder zur Sprache.",
    gratitude: "Es wurde für etwas gedankt.",
    told: "Auf eine Frage wird erzählt.",
    clarify: "Es war nicht zu verstehen, was gemeint ist, also wird nachgefragt.",
    apology: "Es wurde kleingemacht, ehe es gesagt war.",
    anyone: "Bei „irgendjemand“ taucht niemand auf.",
    whom: "Um eine Vorstellung wurde gebeten, und noch steht niemand vor Augen.",
    introduction: "Ein Mensch steht vor Augen, und noch ist nicht klar, was gewünscht wird.",
    reason: "Es fehlt ein Grund, den man weitergeben kann.",
    next: "Die Bereitschaft ist da, und niemand hat gesagt, wie es weitergeht.",
    heardOnly: "Der Zweifel wurde gehört, jetzt fehlt die Antwort.",
    unheard: "Über den Zweifel wurde hinweggegangen, also bleibt er stehen.",
    howExactly: "Der Zweifel wurde gehört; offen ist, was es im Einzelnen heißt.",
    more: "Auf die Nachfrage wird mehr erzählt.",
    settled: "Der Zweifel wurde gehört und beantwortet.",
    remark: "Es lag noch etwas auf dem Herzen.",
    pushed: "Es wurde gedrängt, wo schon geantwortet war.",
    again: "Dieselben Worte ein zweites Mal bringen nichts dazu.",
    silence: "Es wurde nichts gesagt.",
    long: "Das war länger, als hier zugehört wird.",
    introduces: "Ein Mensch, ein Grund, gehörte Zweifel und Vertrauen: Das reicht.",
    "will-think": "Der Wunsch ist klar, das Vertrauen noch nicht ganz da.",
    "not-now": "Es ist der falsche Moment, und das wurde gesagt.",
    no: "Es war zu wenig da, worauf sich vertrauen ließ.",
    "kept-open": "Das Nein wurde gehört und hat nichts gekostet.",
    colleague: "Das wird nicht als eigene Entscheidung gesehen.",
    "walks-off": "Es wurde gedrängt oder verletzt, und das beendet das Gespräch.",
    unasked: "Die Zeit war um, und es war um nichts gebeten.",
  },
  did: {
    value: "Sie haben an das erinnert, was gewonnen wurde.",
    gratitude: "Sie haben für etwas Bestimmtes gedankt.",
    introduction: "Sie haben ausdrücklich um eine Vorstellung gebeten.",
    whom: "Ein Mensch stand vor Augen.",
    picture: "Es ist klar, zu wem es passt.",
    reason: "Für den anderen war etwas darin.",
    next: "Es ist klar, wie es weitergeht.",
    freedom: "Ein Nein war erlaubt.",
    apology: "Die Entschuldigung machte es zur Last.",
    hedge: "Das Abschwächen machte die Frage klein.",
    anyone: "„Irgendjemand“ überließ das Suchen dem anderen.",
    hears: "Sie haben gezeigt, dass Sie zugehört haben.",
    accepts: "Sie haben die Antwort stehen lassen.",
    pushes: "Sie haben gedrängt.",
    why: "Sie haben eine Rechtfertigung verlangt.",
    rude: "Das war verletzend.",
    later: "Sie haben sich nach der Zeit des anderen gerichtet.",
    day: "Sie haben einen Tag genannt.",
    ease: "Sie haben es leicht gemacht.",
    care: "Sie haben gesagt, wie Sie mit dem Menschen umgehen.",
    discretion: "Sie haben gesagt, was ungesagt bleibt.",
    yourWord: "Sie haben gesagt, warum es von dieser Seite kommen soll.",
    gift: "Sie haben etwas Käufliches daraus gemacht.",
    gives: "Sie haben sich dem zugewandt, was nützt.",
    keepsOpen: "Sie haben gesagt, dass sich nichts ändert.",
    owns: "Sie haben zu dem gestanden, was schiefging.",
    gains: "Sie haben den Gewinn aussprechen lassen.",
    trouble: "Sie haben gefragt, was nicht gut war.",
    thanks: "Sie haben gedankt.",
    agrees: "Sie haben zugestimmt.",
    bye: "Sie haben es beendet.",
    because: "Sie haben einen Grund genannt.",
    vague: "Sie haben niemand Bestimmtes genannt.",
    asks: "Sie haben etwas gefragt.",
    silence: "Sie haben nichts gesagt.",
    echo: "Sie haben die Worte des anderen aufgenommen.",
  },
  moods: {
    waiting: "wartet ab",
    warming: "beginnt zuzuhören",
    open: "ist offen dafür",
    willing: "würde gern helfen",
    guarded: "ist auf der Hut",
    impatient: "verliert die Geduld",
  },
  ends: {
    introduces: "Sie werden vorgestellt.",
    "will-think": "Es wird darüber nachgedacht.",
    "not-now": "Jetzt nicht.",
    no: "Es war ein Nein.",
    "kept-open": "Es war ein Nein, und Ihr nächster Anruf ist willkommen.",
    colleague: "Sie wurden an jemand anderen verwiesen.",
    "walks-off": "Das Gespräch wurde beendet.",
    unasked: "Das Gespräch ist zu Ende, und um nichts wurde gebeten.",
    unfinished: "Sie haben es hier beendet.",
  },
  anybody: {
    wants: "Ist gern denen nützlich, mit denen die Arbeit gut war.",
    fears: "Will vor niemandem dastehen, der einem vertraut.",
  },
  personas: {
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
    "no-policy": {
      wants: "Will, dass die Regel geachtet wird und die Arbeit gut weitergeht.",
      fears: "Fürchtet, dass es sich herumspricht.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "kept-open":
          "Das weiß ich zu schätzen. Wenn sie mich selbst einmal fragt, mit wem wir arbeiten, darf ich antworten.",
        no: "Gut. Belassen wir es dabei.",
        "walks-off": "Dass Sie zweimal gefragt haben, muss ich vermerken. Guten Tag.",
      },
    },
    "no-burnt": {
      wants: "Will, dass jemand hört, was es ihn gekostet hat.",
      fears: "Fürchtet um die Freundschaft.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "not-now":
          "Sie sind der Erste, der mich hat ausreden lassen. Kommen Sie im neuen Jahr wieder; versprechen tue ich nichts.",
        no: "Es bleibt beim Nein.",
        "walks-off": "Da ist die Tür. Genau so hat es damals angefangen.",
      },
    },
    "no-not-now": {
      wants: "Will den Montag überstehen.",
      fears: "Fürchtet, dass noch etwas auf ihre Liste kommt.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "not-now": "Danke, wirklich. Rufen Sie an, wenn die weg sind; dann habe ich den Kopf dafür.",
        no: "Lassen wir's. Ich muss zu meinen Ordnern.",
        "walks-off": "Ich habe Sie gebeten, es zu lassen. Entschuldigen Sie mich, ich habe zu tun.",
      },
    },
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
  },
};
