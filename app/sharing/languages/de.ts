import type { PageLanguage } from "./language.ts";

export const german: PageLanguage = {
  code: "de",
  draft: {
    asked: ({ whom, reason }) =>
      [
        whom === null
          ? "Wen sollte ich kennenlernen?"
          : `Würden Sie mich mit dieser Person bekannt machen: ${whom}?`,
        ...(reason === null ? [] : [`Warum sich das Gespräch lohnt: ${reason}`]),
        "Ein kurzes Wort von Ihnen, dass ich anrufe, genügt. Und wenn es nicht passt, ist das in Ordnung: Sagen Sie es einfach hier.",
      ].join(" "),
    subject: ({ rep, workspace }) => `Vorstellung: ${rep}, ${workspace}`,
    letter: ({ source, rep }, link) =>
      `Guten Tag ${source},\n\nwie besprochen: hier sind die Zeilen zum Weitergeben und eine Seite, auf der Sie mir sagen können, wie es ging. Ein Konto brauchen Sie dafür nicht.\n\n${link}\n\n${rep}`,
  },
  opens: ({ rep, workspace }, until) =>
    `Von ${rep}, ${workspace}. Ein Konto brauchen Sie nicht; diese Seite ist bis zum ${until} offen.`,
  kept: ({ workspace, rep }) =>
    `Was Sie hier schreiben, bewahrt ${workspace} auf. Wenn Sie es sehen oder löschen lassen möchten, genügt ein Wort an ${rep}.`,
  loading: "Einen Moment …",
  again: "Noch einmal versuchen",
  trouble: {
    forged:
      "Dieser Link ist unvollständig oder nicht von uns. Öffnen Sie ihn bitte noch einmal aus der Nachricht, in der er kam.",
    withdrawn: "Diese Seite wurde zurückgezogen.",
    expired: "Diese Seite ist abgelaufen.",
    "said-already": "Auf dieser Seite wurde inzwischen etwas anderes gesagt. So steht es jetzt.",
    "gone-on":
      "Hier ging es schon weiter, darum lässt es sich nicht mehr zurücknehmen. Ein Wort an uns genügt.",
    name: "Bitte schreiben Sie, um wen es geht.",
    reach: "Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an.",
    email: "Bitte sehen Sie die E-Mail-Adresse noch einmal an: Sie ist nicht vollständig.",
    until: "Bitte wählen Sie einen der Tage.",
    long: "Das ist zu lang für uns. Bitte kürzen Sie es.",
    lost: "Keine Verbindung. Nichts ist verloren: Versuchen Sie es noch einmal, sobald Sie wieder im Netz sind.",
    fault:
      "Bei uns ist etwas schiefgegangen. Nichts ist verloren: Bitte versuchen Sie es gleich noch einmal.",
    "too-many": "Das war viel auf einmal. Bitte warten Sie eine Minute.",
  },
  turnTo: ({ rep, workspace }) => `Wenn Sie möchten, bitten Sie ${rep} von ${workspace} um eine neue.`,
  source: {
    heading: ({ source, rep }) => `${source}, würden Sie ${rep} vorstellen?`,
    headingThanks: ({ source }) => `Danke, ${source}`,
    headingTold: ({ source }) => `${source}, das ist daraus geworden`,
    whom: "An wen gedacht ist",
    reason: "Warum es sich lohnt",
    lines: "Zeilen zum Weitergeben",
    linesHint: "Ändern Sie sie, wie Sie mögen. Von hier wird nichts verschickt.",
    copy: "Zeilen kopieren",
    copied: "Kopiert ✓",
    notCopied:
      "Dieser Browser lässt uns nicht kopieren. Markieren Sie die Zeilen und kopieren Sie sie von Hand.",
    mail: "Im Mailprogramm öffnen",
    answer: "Ihre Antwort",
    introduced: "Ich habe Sie vorgestellt",
    askFirst: "Ich frage erst einmal nach",
    notNow: "Jetzt nicht",
    notThem: "Nicht diese Person",
    never: "Bitte fragen Sie mich nicht mehr",
    later: (day) => `Wieder fragen am ${day}`,
    form: {
      name: "Wem haben Sie uns vorgestellt?",
      company: "Wo die Person arbeitet",
      email: "E-Mail-Adresse der Person",
      phone: "Telefonnummer der Person",
      optional: "wenn Sie mögen",
      effort: "Wie?",
      efforts: {
        expects: "Die Person erwartet einen Anruf",
        lines: "Ich habe die Zeilen weitergegeben",
        vouched: "Ich habe mich auch für Sie ausgesprochen",
        meeting: "Ich habe einen Termin gemacht",
      },
      words: ({ rep }) => `Was ${rep} wissen sollte`,
      send: ({ rep }) => `${rep} Bescheid geben`,
      close: "Schließen",
    },
    asking: {
      heading: "Sie fragen erst nach",
      hint: "Schicken Sie das auf dem Weg, auf dem Sie einander schreiben. Bei einem Nein erfährt niemand davon.",
      draft: ({ rep, workspace }, reason) =>
        [
          `Ich glaube, ein kurzes Gespräch mit ${rep} von ${workspace} könnte sich für Sie lohnen.`,
          ...(reason === null ? [] : [reason]),
          "Darf ich Sie bekannt machen?",
        ].join(" "),
      copy: "Diese Nachricht kopieren",
      tail: (link) =>
        `Wenn das für Sie in Ordnung ist, sagen Sie es hier; dann werden Sie miteinander bekannt gemacht:\n${link}\nWenn nicht, ist nichts zu tun, und niemand erfährt davon.`,
      waits: (until) => `Noch keine Antwort. Ein Ja ist bis zum ${until} möglich.`,
      agreed: ({ rep }, name) => `${name} hat Ja gesagt. ${rep} meldet sich dort.`,
    },
    said: {
      introduced: ({ rep }, name) =>
        `Danke! ${rep} meldet sich spätestens am nächsten Arbeitstag bei ${name} und sagt Ihnen, was daraus wird.`,
      notNow: (day) => `Notiert: jetzt nicht. Wir fragen frühestens am ${day} wieder.`,
      notThem: (whom) => `Notiert: nicht ${whom}. Danach fragt Sie niemand von uns mehr.`,
      never: "Notiert: Niemand von uns bittet Sie mehr um eine Vorstellung. Danke, dass Sie es gesagt haben.",
      takeBack: "Zurücknehmen",
      takenBack: "Zurückgenommen.",
    },
    told: {
      heading: "Was daraus geworden ist",
      introduced: (day) => `von Ihnen vorgestellt am ${day}`,
      state: ({ rep }, state, day) =>
        ({
          named: "noch nicht gesprochen",
          introduced: "als Nächstes kommt der erste Anruf",
          responded: `${rep} hat sich am ${day} gemeldet`,
          "meeting-scheduled": "ein Termin ist vereinbart",
          met: `getroffen am ${day}`,
          lost: `diesmal hat es nicht gepasst (${day})`,
          won: `wir arbeiten seit dem ${day} zusammen`,
        })[state],
      thanks: ({ rep }) => `Danke für die Vorstellung. ${rep}`,
    },
  },
  contact: {
    heading: ({ source, rep }) => `${source} möchte Sie mit ${rep} bekannt machen`,
    who: ({ rep, workspace }) =>
      `${rep} arbeitet für ${workspace}. Sie entscheiden, ob Sie bekannt gemacht werden; wenn nicht, erfährt niemand davon.`,
    yes: "Ja, gern",
    no: "Nein, danke",
    fields: { name: "Ihr Name", email: "Ihre E-Mail-Adresse", phone: "Ihre Telefonnummer" },
    agree: ({ rep, workspace }) =>
      `Damit sind Sie einverstanden, dass ${rep} von ${workspace} Ihnen deswegen schreibt oder Sie anruft. Sie können es auf dieser Seite zurücknehmen.`,
    send: "Bekannt machen",
    declined:
      "Danke. Niemand erfährt davon, und über Sie wird nichts aufbewahrt. Sie können diese Seite schließen.",
    agreed: ({ rep, source }) =>
      `Danke! ${rep} meldet sich bei Ihnen, und ${source} sieht, dass Sie Ja gesagt haben.`,
  },
};
