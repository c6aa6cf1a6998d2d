import type { TalkLanguage } from "./talk-language.ts";

export const german: TalkLanguage = {
  code: "de",
  name: "Deutsch",
  or: "oder",
  ways: {
    discovery: {
      seed: {
        trust:
          "{name}, die meisten unserer Kunden kamen zu uns, weil uns jemand vorgestellt hat, dem sie vertrauen. Wenn unsere Arbeit gut für Sie ist, frage ich Sie eines Tages, wen wir noch kennen sollten. Heute nicht.",
        aim: "Wir wachsen durch Empfehlungen, nicht durch Werbung. Deshalb wollen wir so arbeiten, dass Sie gern von uns erzählen, und wenn es so weit ist, frage ich Sie.",
      },
      treatment: {
        sameDay:
          "Wer uns vorgestellt wird, hört noch am selben Tag von uns. Und wer uns vorgestellt hat, erfährt, was daraus geworden ist.",
      },
      grace: {
        fine: "Und wenn Sie lieber nicht gefragt werden, sagen Sie es mir. Zwischen uns ändert das nichts.",
      },
    },
    proposal: {
      review: {
        table:
          "Wenn wir zusammenarbeiten, setzen wir uns jedes Quartal hin und sehen uns an, was es Ihnen gebracht hat. Dann frage ich Sie auch, wer in Ihrem Umfeld dasselbe Problem hat.",
        promise:
          "Eines verspreche ich Ihnen: Jedes Quartal sehen wir uns gemeinsam die Ergebnisse an. Erst wenn Sie sagen, dass sie gut sind, bitte ich Sie um eine Empfehlung.",
      },
      treatment: {
        sameDay:
          "Wer uns vorgestellt wird, hört noch am selben Tag von uns. Und wer uns vorgestellt hat, erfährt, was daraus geworden ist.",
      },
      grace: {
        fine: "Und wenn Sie lieber nicht gefragt werden, sagen Sie es mir. Zwischen uns ändert das nichts.",
      },
    },
    delivered: {
      value: {
        thanks:
          "{name}, danke für die Zusammenarbeit. Sie haben zu mir gesagt: „{value}“. Genau dafür sind wir angetreten.",
        account: "{name}, Sie haben gesagt: „{value}“. Danke. Von {account} bedeutet uns das viel.",
      },
      treatment: {
        how: "Darf ich sagen, wie wir mit einer Empfehlung umgehen? Wen Sie nennen, hört noch am selben Tag von uns, niemand wird gedrängt, und Sie erfahren von mir, was daraus geworden ist.",
        careful:
          "Mit einem Namen gehen wir so um, wie Sie es täten: ein Anruf, keine Listen, und in jedem Fall eine Rückmeldung an Sie.",
      },
    },
    "account-review": {
      value: {
        looked:
          "{name}, wir haben uns eben angesehen, was unsere Arbeit gebracht hat. Sie haben es so gesagt: „{value}“.",
        quarter:
          "Sie haben es selbst gesagt, {name}: „{value}“. Ein gutes Quartal für {account} und für uns.",
      },
      permission: {
        before: "Bevor wir schließen: Darf ich Sie um etwas bitten? Ein Nein ist völlig in Ordnung.",
        others: "Es gibt andere, für die wir dasselbe tun könnten. Darf ich fragen, wer Ihnen einfällt?",
      },
    },
    "lost-deal": {
      value: {
        straight:
          "{name}, danke für Ihre offenen Worte. Diesmal war es nicht das Richtige für Sie, und das respektiere ich.",
        honest:
          "Sie haben uns Zeit geschenkt und ein ehrliches Nein, {name}. Das hilft mehr als ein Vielleicht.",
      },
      permission: {
        know: "Darf ich Sie trotzdem etwas fragen? Sie wissen inzwischen besser als die meisten, was wir tun.",
        fit: "Für {account} war es nicht der richtige Zeitpunkt. Darf ich fragen, für wen er es sein könnte?",
      },
      say: {
        listened:
          "Sie könnten sagen: „Ich habe bei {workspace} nicht gekauft, aber sie haben gut zugehört. Eine Viertelstunde mit {rep} lohnt sich.“",
      },
    },
    anytime: {
      value: {
        told: "{name}, Sie haben einmal zu mir gesagt: „{value}“. Das hat mich gefreut.",
        call: "Sie haben über unsere Arbeit gesagt: „{value}“. Deshalb frage ich Sie, {name}.",
      },
      permission: {
        plain: "Darf ich Sie um etwas bitten? Ein Nein ist völlig in Ordnung.",
        others: "Es gibt andere, für die wir dasselbe tun könnten. Darf ich fragen, wer Ihnen einfällt?",
      },
      "ideal-client": {
        picture: "Ich sage Ihnen genau, an wen ich denke: {whom}.",
        meet: "Wen ich am liebsten kennenlernen möchte: {whom}.",
      },
      reason: {
        worth: "Warum sich das Gespräch für sie lohnt: {reason}",
        get: "Was sie davon haben, in einem Satz: {reason}",
      },
      prompts: {
        think: "Denken Sie an {prompts}. Wer fällt Ihnen ein?",
        first: "Wer fällt Ihnen als Erstes ein: {prompts}?",
      },
      request: {
        plain: "Würden Sie mich vorstellen?",
        expect: "Würden Sie kurz sagen, dass ich mich melde, und warum?",
      },
      how: {
        call: "Am besten ist ein kurzer Anruf von Ihnen: zwei Minuten, damit mein Anruf nicht überrascht. Geht das noch diese Woche?",
        mail: "Wenn eine E-Mail leichter ist, schicke ich Ihnen vier Sätze, die Sie ändern können, wie Sie mögen. Sagen wir bis Freitag?",
      },
      say: {
        good: "Sie könnten sagen: „{rep} von {workspace} hat für uns gute Arbeit gemacht. Eine Viertelstunde lohnt sich.“",
        know: "Sie könnten sagen: „Ich kenne {rep} von {workspace}. Eine Viertelstunde lohnt sich.“",
        why: "Was würden Sie sagen? Vielleicht nur dies: {reason}",
      },
      report: {
        sameDay: "Ich melde mich dort noch am selben Tag und sage Ihnen, was daraus wird, wie auch immer.",
        twice:
          "Sie hören von mir nach dem ersten Gespräch und noch einmal am Ende, im Guten wie im Schlechten.",
      },
      grace: {
        mind: "Und wenn Ihnen niemand einfällt, ist das in Ordnung. Danke, dass Sie darüber nachdenken.",
        rather: "Wenn Sie lieber nicht möchten, sagen Sie es einfach. Zwischen uns ändert das nichts.",
      },
    },
  },
  prompts: {
    met: "die Leute, die Sie bei {company} treffen",
    former: "Ihre früheren Kollegen bei {company}{years}",
    years: { fromTo: "{from}–{until}", since: "seit {from}", until: "bis {until}" },
    like: [
      {
        title:
          /^(?:leiter|leiterin|leitung|bereichsleiter|bereichsleiterin|abteilungsleiter|abteilungsleiterin|head of|director of|vp of)(?: der| des)? (?<found>.+)$/iu,
        words: "andere {trade}, die {found} leiten",
      },
      { title: /^(?<found>.+)$/u, words: "andere {trade}, die wie Sie {found} sind" },
    ],
    trade: "in der Branche {industry}",
    anyTrade: "in anderen Unternehmen",
    successor: "die Person, die Ihre Stelle bei {company} übernommen hat",
    town: "andere in der Branche {industry} in {town}",
    small: false,
  },
  blurb: {
    subject: "Vorstellung: {rep}, {workspace}",
    greeting: "Hallo {to},",
    greetingNobody: "Hallo,",
    who: "gern stelle ich hiermit {rep} von {workspace} vor.",
    client: "Bei {account} arbeiten wir zusammen.",
    value: "Was ich über die Arbeit gesagt habe: „{value}“.",
    reason: "Warum dieser Vorschlag: {reason}",
    picture: "Gesucht wird der Kontakt zu: {whom}; deshalb dieser Vorschlag.",
    plain: "Ein Gespräch kann sich lohnen, deshalb dieser Vorschlag.",
    next: "{rep} meldet sich in den nächsten Tagen, und eine Viertelstunde genügt, um zu sehen, ob es etwas nützt.",
    cover: {
      subject: "Ein paar Zeilen für Ihre Empfehlung",
      lines: [
        "Hallo {name},",
        "vielen Dank! Hier sind ein paar Zeilen zum Weitergeben. Ändern Sie gern alles; ein kurzer Anruf von Ihnen wirkt noch besser.",
      ],
    },
  },
};
