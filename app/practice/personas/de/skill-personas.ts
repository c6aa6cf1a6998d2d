import type { PersonaTexts } from "../frame.ts";

export const germanSkillPersonas = {
  "report-nothing-came": {
    wants: "Will wissen, wie es war, das Gute und das Schlechte.",
    fears: "Fürchtet, dass sie Sie zum Falschen geschickt hat und es ihr keiner sagt.",
    knows: [{ words: "lorenz", line: "Der Lorenz, ja. Ein anständiger Mann, nicht?" }],
    tells: [
      "Mir geht es gut, danke. Ich habe Tomaten gepflanzt, und die Montagsrunde fehlt mir. Aber jetzt Sie.",
    ],
    objections: [
      {
        more: "Ich habe ihn genommen, weil er früher so viel gefragt hat. Vielleicht weiß ich nicht mehr, wer dort was macht.",
        settled: "Dann bin ich erleichtert.",
      },
      { more: "Ein Wort von mir, und er hört zu.", settled: "Gut, dann lasse ich ihn in Ruhe." },
      { more: "Sie sind immerhin extra hingefahren.", settled: "Da fällt mir ein Stein vom Herzen." },
    ],
    ends: {
      glad: "Wissen Sie, kaum jemand hat mir je gesagt, wenn nichts daraus wurde. Ich halte die Ohren für Sie offen.",
      "will-think": "Nun, jetzt weiß ich's. Danke für den Anruf.",
      "let-down": "Zweimal musste ich fragen, um das zu hören. Na gut.",
      "walks-off":
        "Ich bin zwei Jahre im Ruhestand und merke immer noch, wenn einer den nächsten Namen will. Wiederhören.",
    },
  },
  "seed-discovery-wary": {
    wants: "Will jemanden, der eines sagt und es dann tut.",
    fears: "Will nicht der sein, der vor der Rente noch einen Verkäufer in die Halle gelassen hat.",
    knows: [],
    tells: [
      "Vierzig Jahre Maschinen. Am schlimmsten ist das Umrüsten in Halle drei, das frisst die halbe Schicht.",
      "Die Letzten haben viel versprochen und die Rechnung geschickt, ehe einer da war.",
    ],
    objections: [
      {
        more: "Vierzig Seiten, und auf jeder hat einer gelächelt.",
        settled: "Na, das ist ein Satz, den man nachprüfen kann.",
      },
      {
        more: "Einmal habe ich einen Namen genannt. Ein Jahr lang habe ich mich entschuldigt.",
        settled: "Gut. Dann verstehen wir uns.",
      },
      { more: "Halle drei. Da zeigen Sie's mir.", settled: "Das möchte ich sehen." },
    ],
    ends: {
      glad: "Sie sagen, was Sie tun, und wollen noch nichts. Fragen Sie mich dann, und Sie kriegen eine klare Antwort.",
      "will-think": "Wir werden sehen. Erst Halle drei.",
      "let-down": "Es ist fünf vor elf. Ich glaube, das war's.",
      "walks-off": "Ich hab's gesagt: keine Namen. Der Ausgang ist links.",
    },
  },
  "first-call-expected": {
    wants: "Will, dass jemand versteht, warum sich die Reklamationen verdoppelt haben.",
    fears: "Will sich nicht ein zweites Mal vor Beratern erklären.",
    knows: [
      { words: "(?:peter )?novak|peter", line: "Der Peter, ja. Er lobt sonst niemanden, ich war neugierig." },
    ],
    tells: [
      "Die Reklamationen? Seit dem Frühjahr ist es der neue Akku. Jedes zweite Paket kommt zurück, und zwei von meinen Leuten sind gegangen.",
      "Wir antworten nach neun Tagen. Zwei sollten es sein.",
    ],
    objections: [
      { more: "Peter hat nur gesagt: Reden Sie mit denen.", settled: "Gut, das verstehe ich." },
      {
        more: "Sie haben alle befragt und einen Ordner dagelassen.",
        settled: "Dann sind Sie anders, Sie fragen wenigstens.",
      },
      { more: "Etwas, das ich meinem Chef zeigen kann.", settled: "Stimmt, das ist besser als Papier." },
    ],
    ends: {
      glad: "Gut, kommen Sie und sehen Sie sich die Pakete selbst an. Und sagen Sie Peter, dass er recht hatte.",
      "will-think": "Schicken Sie mir zwei Zeilen dazu. Ich muss in meine Sitzung.",
      "let-down": "Das ist gerade nichts für uns. Ich muss los, meine Sitzung.",
      "walks-off": "Ich habe nur Peter zuliebe abgehoben. Wiederhören.",
    },
  },
  "give-client-needs": {
    wants: "Will, dass das Nachbauen aufhört und die zwei Jahre nicht umsonst waren.",
    fears: "Fürchtet eine Rechnung, die höher ist als der Schaden.",
    knows: [],
    tells: [
      "Auf der Messe haben sie eine gekauft und nachgemessen. Sie ist sogar blau, wie unsere.",
      "Einem Notar habe ich das Teil mal gezeigt. Der hat nur mit den Schultern gezuckt.",
    ],
    objections: [
      {
        more: "Vierhundert die Stunde, und dann kommt ein Brief.",
        settled: "Wenn sie das schon einmal geschafft hat, ist das etwas anderes.",
      },
      { more: "Na ja, jeder bekommt irgendwas.", settled: "In Ordnung. Fragen musste ich." },
      { more: "Drei Maschinen stehen bei mir.", settled: "Wenn es nicht mehr ist, die Zeit habe ich." },
    ],
    ends: {
      glad: "Das ist anständig von Ihnen. Sie soll mich anrufen, dann lege ich ihr beide Teile auf den Tisch.",
      "will-think": "Ich schlafe darüber. Danke, dass Sie daran denken.",
      "let-down": "Lassen Sie. Ich ärgere mich noch eine Woche, und dann ist es vorbei.",
      "walks-off": "So ist das also. Dann reden wir über Ihre Rechnung und sonst nichts.",
    },
  },
  "connect-too-keen": {
    wants: "Will den Stadtwerken seine Software zeigen, ehe es ein anderer tut.",
    fears: "Hat Angst, dass die Gelegenheit morgen vorbei ist.",
    knows: [{ words: "(?:dr\\.? )?sommer", line: "Ja, Frau Dr. Sommer! Wie ist sie denn so?" }],
    tells: ["Wir lesen Zähler per Foto ab. Neunzig Sekunden, und keiner muss mehr ins Haus."],
    objections: [
      { more: "Zwei Minuten! Am Telefon bin ich charmant.", settled: "Gut, Sie kennen sie, ich nicht." },
      {
        more: "Eine Firma aus Kassel klappert gerade alle Stadtwerke ab.",
        settled: "In Ordnung, so lange kann ich warten.",
      },
      { more: "Damit sie sieht, dass es von Ihnen kommt.", settled: "Besser als meine Mail." },
    ],
    ends: {
      glad: "Gut, ich warte auf ihr Wort. So freut sie sich darauf. Danke!",
      "will-think": "Na, sagen Sie Bescheid. Aber ewig warte ich nicht.",
      "let-down": "Sie trauen mir nicht. Dann schreibe ich ihr eben selbst.",
      "walks-off": "Hab ich! Ich rufe sie gleich an. Bis später!",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
