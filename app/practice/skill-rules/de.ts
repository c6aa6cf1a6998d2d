import type { SkillRules } from "./skill-language.ts";

const LADY = "(?:frau|herr|herrn)(?: dr\\.?| doktor)?";
const DAY =
  "(?:am |bis |diesen )?(?:montag|dienstag|mittwoch|donnerstag|freitag|heute|morgen|diese woche|nächste woche|übermorgen)";
const REQUESTS = [
  "(?:kennen|wüssten|wissen) sie (?:vielleicht |denn |noch |zufällig )?(?:noch )?(?:jemand\\p{L}*|wen|andere)",
  "(?:könnten|würden|können|wollen) sie (?:mich|uns|mir) [^.?!]*(?:vorstellen|bekannt ?machen|empfehlen|weiterempfehlen|verbinden|nennen|geben|bringen)",
  "(?:noch ein(?:e|en)?|den nächsten|die nächste|ein weiterer|einen weiteren) (?:name|namen|kontakt|vorstellung|empfehlung)",
  "(?:wen|wer) (?:sonst|noch|fällt ihnen)",
  "(?:geben|nennen|sagen) sie mir (?:doch |bitte |mal )?(?:ein|einen|eine|zwei|drei|die|ein paar) (?:namen?|nummern?|kontakte?)",
];
const NO_REQUEST = ["nicht|nichts|kein|keine|keinen|nie|niemals|ob|eines tages|irgendwann|später"];

export const germanSkillRules: SkillRules = {
  "thank-and-report": {
    "thank-and-report/named": {
      any: [
        `${LADY} {Name}`,
        "ihr(?:en|em|e|er)? (?:freund|freundin|kolleg\\p{L}+|studienfreundin|studienfreund)",
      ],
      because: "Sie haben gesagt, um wen es geht.",
    },
    "thank-and-report/outcome": {
      any: [
        "(?:es |daraus )?(?:ist |wird |wurde )(?:leider |daraus |ehrlich gesagt )*nichts (?:daraus )?(?:geworden|werden)?",
        "(?:hat|haben) (?:gestern |heute |jetzt |es )*(?:unterschrieben|gekauft|bestellt|zugesagt|abgesagt|beauftragt|gut aufgenommen|selbst gelöst)",
        "(?:braucht|brauchen|benötigt) (?:er |sie |uns |mich )*(?:nicht|nichts|keine?n?)",
        "(?:er|sie) (?:braucht|hat) (?:uns|mich|es|das|keinen bedarf)",
        "(?:habe|haben) (?:ich |wir )?(?:{Name}|ihn|sie|ihren freund|frau|herrn) [^.?!]*(?:getroffen|erreicht|gesprochen|besucht|angerufen|kennengelernt)",
        "(?:besuche|treffe|sehe) (?:ich |wir )?(?:ihn|sie|{Name}|frau|herrn)",
        "(?:hatte|hat) (?:kein|großes) interesse|interessiert",
        "(?:in ordnung gebracht|geradegerückt|auftrag geworden|termin (?:steht|vereinbart)|vertrag)",
      ],
      because: "Sie haben gesagt, was daraus wurde.",
    },
    "thank-and-report/thanked": {
      any: ["ohne (?:sie|ihren|ihr|ihre)", "(?:ihr wort|ihr anruf|ihr name) (?:hat|war)"],
      because: "Sie haben für das gedankt, was getan wurde.",
    },
    "thank-and-report/unasked": {
      any: [
        "(?:ich |wir )?(?:will|möchte|bitte|wollen|brauche) (?:ich |wir )?(?:heute |sie )?(?:um )?(?:gar )?nichts",
      ],
      because: "Sie haben gesagt, dass Sie nichts dafür wollen.",
    },
    "thank-and-report/next": {
      any: [
        "(?:sie hören|hören sie|erfahren sie|sie erfahren)",
        "(?:ich|wir) (?:melde|melden|rufe|sage|erzähle|berichte|schreibe) (?:mich|uns|sie|ihnen)",
        "(?:melde|rufe|sage|erzähle|berichte|schreibe) ich (?:mich|sie|ihnen)",
        "damit ist (?:es|das|die sache|das thema) (?:abgeschlossen|erledigt|zu ende|vorbei)|(?:das war|das ist) das ende|(?:die sache|das) ist abgeschlossen",
      ],
      because: "Sie haben gesagt, wann mehr kommt oder dass es damit zu Ende ist.",
    },
    "thank-and-report/voice": {
      any: [
        "(?:er|sie|{Name}) (?:hat |musste |haben )?(?:sehr |herzlich )?(?:gelacht|lachen|gelächelt|lässt (?:sie )?(?:herzlich |schön )?grüßen|nach ihnen gefragt|erinnert sich|schwärmt)",
        "(?:hat|haben) (?:mir )?(?:von ihnen|über sie) (?:erzählt|geschwärmt|gesprochen)",
        "wir haben (?:beide |viel )?gelacht|grüße von|grüßen",
      ],
      because: "Sie haben etwas mitgebracht, das nur für diesen Menschen ist.",
    },
    "thank-and-report/reassures": {
      any: [
        "(?:der|die|genau der|genau die) richtige",
        "nicht ihre schuld|(?:nein,? )?(?:gar|überhaupt) nicht|ganz und gar nicht|keine sorge|(?:müssen|brauchen) sie (?:sich )?(?:nicht|keine)",
        "(?:hat|war) (?:sich |es )?(?:\\p{L}+ )*(?:gelohnt|wert)",
      ],
      because: "Sie haben den anderen beruhigt.",
    },
    "thank-and-report/declines": {
      any: [
        "(?:ist |das ist )?nicht nötig|das müssen sie nicht|müssen sie nicht|brauchen sie nicht|lieber nicht|bitte nicht",
        "(?:lassen|lasse) (?:wir|ich|sie) (?:es|ihn|sie) (?:dabei|gut sein|in ruhe|ruhen)|dabei belassen",
      ],
      because: "Sie haben nicht mehr verlangt.",
    },
    "thank-and-report/spoils": {
      any: REQUESTS,
      unless: NO_REQUEST,
      because: "Hinter dem Dank stand eine Bitte.",
    },
  },
  seed: {
    "seed/how-we-grow": {
      any: [
        "(?:wir|ich) (?:wachsen|wachse|leben|lebe|arbeiten|gewinnen|finden) ... (?:empfehlung(?:en)?|vorstellung(?:en)?|weiterempfehlung(?:en)?|mundpropaganda)",
        "(?:durch|über|von|auf|mit) (?:persönliche |reine )?(?:empfehlung(?:en)?|vorstellungen|weiterempfehlung(?:en)?|mundpropaganda)",
        "(?:alle|die meisten|jeder) (?:unserer |unsere |meiner )?kunden? (?:ist |sind )?(?:kommen|kamen|kommt|kam)",
        "jeder (?:unserer )?kunden? [^.?!]*(?:empfohlen|vorgestellt)|(?:uns|mich) (?:\\p{L}+ )?(?:empfohlen|empfiehlt|weiterempfohlen)",
      ],
      because: "Sie haben gesagt, dass Sie durch Vorstellungen wachsen.",
    },
    "seed/earn-first": {
      any: [
        "verdienen|verdient|erarbeiten",
        "(?:erst|zuerst|zunächst) (?:einmal |mal )?(?:müssen|wollen|will|möchten|möchte|sollen|liefern|zeigen|machen|muss) ?(?:wir|ich|sie)?",
        "(?:wenn|sobald|erst wenn|falls) (?:sie|wir) (?:wirklich |rundum )?(?:zufrieden|überzeugt|geliefert|es verdient)",
        "(?:wir|ich) (?:zeigen?|beweisen?|liefern?)|messen sie (?:uns|mich)|(?:erst|zuerst) (?:einmal |mal )?(?:gut|gute arbeit|etwas leisten)",
      ],
      because: "Sie haben gesagt, dass Sie es sich erst verdienen wollen.",
    },
    "seed/no-request": {
      any: [
        "(?:bitte|frage|will|möchte|brauche|bitten|fragen|wollen) (?:ich |wir )?(?:sie )?(?:heute |jetzt )?(?:um |nach )?(?:gar )?(?:nichts|niemanden|keine(?:n|m)?)",
        "(?:heute|jetzt) (?:noch )?(?:um |nach )?(?:gar )?(?:nichts|keine(?:n|m)?)",
        "keine(?:n)? (?:namen|nummern|bitte)",
      ],
      because: "Sie haben heute um nichts gebeten.",
    },
    "seed/when": {
      any: [
        "(?:bei|in|nach|beim|nach dem|zum) (?:unserem |unserer |der |dem |ihrem )?(?:ersten |nächsten )?(?:rückblick|quartalsgespräch|quartal|projekt|gespräch|abnahme|übergabe|jahresgespräch|durchsicht)",
        "im (?:frühjahr|frühling|sommer|herbst|winter|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)",
        "(?:komme|kommen|spreche|sprechen|rede|reden|frage) (?:ich |wir )?[^.?!]*(?:darauf zurück|wieder an|wieder darüber|noch einmal|darüber)",
        "(?:in|nach|seit) (?:drei|sechs|neun|zwölf|einigen|ein paar|\\d+) (?:monaten|wochen)|in einem halben jahr|nächstes jahr|nächsten (?:frühling|herbst|sommer)",
        "(?:wenn|sobald) (?:es|alles|die \\p{L}+|das \\p{L}+|der \\p{L}+) (?:läuft|fertig ist|steht|geliefert ist)",
      ],
      because: "Sie haben gesagt, wann es wieder zur Sprache kommt.",
    },
    "seed/treatment": {
      any: [
        "(?:rufe|rufen|schreibe|schreiben) (?:ich |wir )?[^.?!]*(?:nur |genau )?einmal",
        "(?:lasse|lassen) [^.?!]*in ruhe",
        "(?:niemand|keiner) (?:wird|bekommt) (?:\\p{L}+ )?(?:bedrängt|belästigt|verfolgt|gedrängt|angerufen)",
        "(?:behandeln|behandelt|umgehen|gehen) [^.?!]*(?:respekt|sorgfalt|wie|anständig|um)",
      ],
      because: "Sie haben gesagt, wie Sie mit Vorgestellten umgehen.",
    },
    "seed/freedom": {
      any: [
        "(?:ein|ihr|das) nein (?:kostet|ist|ändert|wäre|bleibt|darf)",
        "(?:sie )?(?:dürfen|können) (?:sie )?(?:dann |jederzeit |immer |ruhig )*(?:nein sagen|ablehnen)",
        "sie müssen (?:dann )?(?:gar )?(?:nichts|niemanden|nicht)|müssen sie (?:gar )?(?:nichts|niemanden|nicht)",
      ],
      because: "Sie haben gesagt, dass ein Nein nichts kostet.",
    },
    "seed/spoils": {
      any: [...REQUESTS, "im gegenzug|rabatt gegen|gegen eine referenz"],
      unless: NO_REQUEST,
      because: "Sie haben schon heute gebeten.",
    },
  },
  "first-call": {
    "first-call/source-first": {
      any: [
        "{Name} (?:hat|meinte|sagte|empfahl|erzählte) (?:mir|mich|uns|an sie|gestern|ihnen)",
        "(?:durch|dank|auf empfehlung von) (?:herrn |frau )?{Name}|von {Full}",
        `${LADY} {Name}`,
      ],
      because: "Sie haben mit dem begonnen, der Sie vorgestellt hat.",
    },
    "first-call/reason": {
      any: [
        "(?:er|sie|{Name}) (?:dachte|denkt|meinte|meint|sagte|sagt|glaubt|erzählte)",
        "(?:hat|habe) (?:mir |an sie )?(?:gesagt|erzählt|gedacht|gemeint)",
        "weil (?:sie|ihre|bei ihnen)",
      ],
      because: "Sie haben gesagt, warum an diesen Menschen gedacht wurde.",
    },
    "first-call/time": {
      any: [
        "(?:haben sie|hätten sie) (?:gerade |jetzt |kurz )*(?:einen moment|zeit|\\p{L}+ minuten)",
        "(?:passt|stört|störe) (?:es|ich|das)? ?(?:ihnen|sie|gerade|jetzt)",
        "(?:zwei|drei|fünf|zehn|\\d+) minuten|(?:guter|schlechter|ungünstiger) moment|gerade recht|ungelegen",
      ],
      because: "Sie haben nach der Zeit gefragt und gesagt, wie lange es dauert.",
    },
    "first-call/asked": {
      any: [
        "(?:was|wie|wo|welche\\p{L}*|seit wann|woran|womit|wodurch|wer|wann) [^?]*\\?",
        "(?:erzählen|sagen|zeigen) sie mir (?:von|wie|was|wo)",
      ],
      unless: [
        "wie geht|was sagen sie|was halten sie|wie wäre|wann (?:kann|könnte|darf|passt)|(?:montag|dienstag|mittwoch|donnerstag|freitag)|guter moment",
      ],
      because: "Sie haben gefragt, ehe Sie von sich erzählten.",
    },
    "first-call/listened": {
      any: [
        "(?:wenn|falls|habe) ich (?:sie |das |es )?(?:richtig |recht )?(?:verstehe|verstanden|höre)",
        "(?:also )?(?:sie sagen|sie sagten|sie haben gesagt|ich höre)",
        "(?:ich wiederhole|fasse ich zusammen|ich fasse)",
      ],
      because: "Sie haben wiedergegeben, was Sie gehört haben.",
    },
    "first-call/step": {
      any: [
        `(?:darf|soll|kann|könnte|lassen sie|komme|besuche|treffen|sehen|rufe|sprechen) [^.?!]*${DAY}`,
        `(?:wie wäre es|passt|geht|ginge|sagen wir)[^.?!]* ${DAY}`,
        "(?:keinen|keine|kein) (?:nächsten schritt|weiteren schritt|bedarf|anlass)|belassen wir es|lassen wir es (?:dabei|hier)",
      ],
      because: "Sie haben einen nächsten Schritt vereinbart oder gesagt, dass es keinen gibt.",
    },
    "first-call/report-back": {
      any: [
        "(?:ich |werde ich |und )?(?:sage|danke|erzähle|berichte|melde|schreibe) (?:ich )?(?:es )?(?:heute |auch |gleich )?(?:herrn |frau )?(?:{Name}|ihm|ihr)",
        "(?:{Name}|er|sie) (?:erfährt|hört) (?:es |von mir |das )",
      ],
      because: "Sie haben gesagt, dass Rückmeldung und Dank zurückgehen.",
    },
    "first-call/what-we-do": {
      any: [
        "(?:wir|ich) (?:nehmen?|helfen?|sparen?|machen?|entlasten?|kümmern?|beantworten?|bauen?|planen?|organisieren?|sorgen?|arbeiten?|übernehmen?)",
      ],
      because: "Sie haben schlicht gesagt, was Sie tun.",
    },
    "first-call/spoils": {
      any: [
        "wir sind (?:der |die |ein |einer der )?(?:führend\\p{L}*|marktführer|nummer eins|experten)",
        "unser\\p{L}* (?:produkt|lösung|plattform|portfolio|prospekt|software|firma|angebot|leistung)\\p{L}* (?:ist|sind|bietet|bieten|kann|hat|haben|hilft|umfasst)",
        "(?:wir|ich) (?:können ihnen |kann ihnen )?(?:bieten|biete|anbieten)|(?:darf|lassen sie) (?:ich |mich )(?:ihnen )?(?:unser\\p{L}* |etwas )?(?:vorstellen|präsentieren|zeigen)",
        "sonderangebot|rabatt",
      ],
      because: "Sie haben präsentiert, ehe Sie wussten, was gebraucht wird.",
    },
  },
  give: {
    "give/their-aim": {
      any: [
        "sie (?:brauchen|suchen|wollen|möchten|wissen nicht|ärgern sich|kämpfen|sorgen sich)",
        "(?:suchen|brauchen|wollen|möchten) sie",
        "(?:jemand|ein wettbewerber|die|andere|der wettbewerber) (?:baut|bauen|kopiert|kopieren|baut ihnen|bauen ihnen)|nachbaut|nachbauen|nachgebaut|kopiert|(?:baut|bauen|macht|machen) [^.?!]*nach",
        "zwei jahre arbeit|ihre (?:spannvorrichtung|vorrichtung|arbeit|erfindung|idee)",
      ],
      because: "Sie haben wiedergegeben, was der andere erreichen will.",
    },
    "give/specific": {
      any: [
        "(?:ich kenne|kenne ich) (?:da )?(?:eine|einen|jemanden)",
        `${LADY} {Name}`,
        "(?:patent)?anw[aä]lt\\p{L}*",
        "(?:sie|er) heißt {Name}|namens {Name}",
      ],
      because: "Sie haben einen Menschen genannt, der helfen könnte.",
    },
    "give/why-them": {
      any: [
        "(?:sie|er|{Name}|die|der) (?:hat|haben) [^.?!]*(?:gearbeitet|geholfen|gewonnen|gestoppt|erreicht|gespart|beraten|gelöst|beendet|erledigt)",
        "(?:für|bei|mit) (?:einem|einen|einer) (?:anderen |unserer |meiner )*kunden?|(?:ein|einer|einem) (?:unserer |meiner )?kunden?|dasselbe",
        "(?:ich|wir) (?:habe|haben) (?:selbst |noch nie |nie )?[^.?!]*(?:gearbeitet|erlebt|gesehen)|eigener erfahrung",
      ],
      because: "Sie haben aus eigener Erfahrung gesagt, warum gerade dieser Mensch.",
    },
    "give/both-asked": {
      any: [
        "(?:ich )?(?:frage|rufe|spreche) (?:ich )?(?:sie|ihn|{Name}|frau {Name}|herrn {Name}) (?:gern |gerne )?(?:zuerst|vorher|erst|vorab|an|heute|morgen)",
        "(?:soll|darf|kann|werde|möchte) (?:ich )?(?:sie|ihn|{Name}|frau {Name}|herrn {Name}) (?:zuerst |vorher |erst |vorab |gern )*(?:fragen|anrufen)",
        "(?:zuerst|vorher|erst einmal|erst|vorab) (?:sie|ihn|{Name}|frau {Name}) (?:fragen|anrufen)|vorher gefragt",
      ],
      because: "Sie haben angeboten, den anderen erst zu fragen.",
    },
    "give/no-return": {
      any: [
        "(?:bekomme|kriege|verdiene|nehme|will|möchte|habe|erwarte) (?:ich )?(?:dafür |davon |daran )?(?:gar |überhaupt )?(?:nichts|keinen? \\p{L}+)",
        "nichts (?:dafür|davon|daran|zurück)|keine provision|keinen cent|ohne gegenleistung",
      ],
      because: "Sie haben gesagt, dass für Sie nichts daran hängt.",
    },
    "give/next": {
      any: [
        `(?:ich |wir )?(?:rufe|schicke|schreibe|melde|sage|gebe|frage|sende) [^.?!]*${DAY}`,
        "(?:bis|am) (?:montag|dienstag|mittwoch|donnerstag|freitag|morgen)",
        `${DAY} (?:rufe|schicke|schreibe|melde|sage|gebe|frage|haben|hören)`,
      ],
      because: "Sie haben gesagt, wie es weitergeht und wann.",
    },
    "give/spoils": {
      any: [
        ...REQUESTS,
        "im gegenzug|dafür (?:könnten|müssten) sie|schulden sie mir|eine hand wäscht|gefallen tun|provision",
      ],
      unless: NO_REQUEST,
      because: "Sie wollten etwas dafür zurück.",
    },
  },
  connect: {
    "connect/both-willing": {
      any: [
        "(?:frage|rufe|spreche) (?:ich )?(?:sie|ihn|beide|{Name}|frau (?:dr\\. )?{Name}) (?:gern |heute |heute abend |morgen |noch )*(?:zuerst|vorher|erst|vorab|an|ob|abend|heute|morgen)",
        "(?:soll|darf|muss|möchte|werde|will) (?:ich )?(?:sie|ihn|{Name}|frau (?:dr\\. )?{Name}) (?:zuerst |vorher |erst |heute |noch )*(?:fragen|anrufen)",
        "(?:noch |bisher )?(?:nicht|nie) (?:gefragt|zugesagt)|ohne (?:sie|ihn) (?:vorher |erst )?zu fragen",
        "(?:spreche|rede) (?:ich )?[^.?!]*mit (?:ihr|ihm)",
        "(?:wenn|sobald|falls|bis) (?:sie|er|beide|{Name}|frau (?:dr\\. )?{Name}) (?:ja sagt|ja sagen|zustimmt|will|wollen|einverstanden|möchte|zugesagt)",
        "(?:hat|haben) (?:ja gesagt|zugesagt|gesagt, (?:dass )?(?:er|sie))",
      ],
      because: "Sie sorgen dafür, dass beide Ja sagen, ehe sie sich treffen.",
    },
    "connect/who-each-is": {
      any: [
        "(?:sie|er) (?:ist|leitet|führt|baut|macht|kennt|beschichtet|hört|mag) \\p{L}+",
        `${LADY} {Name} (?:ist|leitet|führt|baut|macht|kennt)`,
        "(?:sage|erzähle|schreibe|sagen|erzählen) (?:ich )?(?:ihr|ihm) (?:in einem satz|wer|was|von ihnen|dass sie)",
        "sie (?:bauen|machen|führen|haben gebaut)",
      ],
      unless: ["ist (?:noch )?(?:nicht|nie)|nummer"],
      because: "Sie haben gesagt, wer der andere ist.",
    },
    "connect/why-now": {
      any: [
        "im moment|gerade jetzt|jetzt gerade|zurzeit|dieses (?:jahr|quartal|frühjahr)|diesen (?:monat|herbst|sommer|winter)|noch vor",
        "(?:sie|er|{Name}) (?:sucht|plant|baut|tauscht|beginnt|stellt|arbeitet) ?(?:gerade|jetzt|an)?",
      ],
      because: "Sie haben gesagt, warum die beiden jetzt reden sollten.",
    },
    "connect/first-step": {
      any: [
        `(?:ich |dann )?(?:rufe|schreibe|schicke|sage|frage|melde|bringe) [^.?!]*${DAY}`,
        "(?:sie|er|{Name}) (?:ruft|rufen|schreibt|schreiben|erwartet|meldet) (?:dann )?(?:sie|ihn|ihr|sich|an)",
        `${DAY} (?:abend )?(?:rufe|schreibe|schicke|sage|frage|melde)`,
      ],
      because: "Sie haben gesagt, was der erste Schritt ist und wer ihn tut.",
    },
    "connect/steps-back": {
      any: [
        "(?:bin|ziehe|halte|gehe) (?:ich )?(?:mich )?(?:dann )?(?:raus|heraus|zurück|aus dem weg)",
        "(?:ohne mich|keine kopie|nicht in kopie|ohne kopie|aus der kopie|brauche keine kopie|überlasse ich (?:ihnen|euch))",
      ],
      because: "Sie treten zurück, sobald die beiden sich sprechen.",
    },
    "connect/looks-back": {
      any: [
        "(?:frage|höre|fragen) (?:ich )?(?:sie |dann |danach )?(?:beide|bei beiden)",
        "wie es (?:war|lief|gelaufen|ging|gegangen)",
      ],
      because: "Sie fragen beide, wie es war.",
    },
    "connect/spoils": {
      any: [
        "(?:hier ist|das ist|notieren sie|schreiben sie) (?:ihre|seine|die) (?:\\p{L}*nummer|adresse)",
        "(?:ihre|seine|die) (?:handy|telefon|mobil)?nummer (?:ist|lautet)",
        "rufen sie (?:sie|ihn) (?:doch |einfach |ruhig |gleich )+an",
        "(?:ich )?(?:gebe|schicke|sende) ihnen (?:ihre|seine|die) \\p{L}*nummer",
        "\\d{3,}[ /-]?\\d{3,}",
      ],
      unless: ["nicht|kein|keine|erst|sobald|wenn|ohne"],
      because: "Sie haben eine Nummer hergegeben, die nicht Ihre ist.",
    },
  },
};
