import type { HouseTexts } from "../frame.ts";

export const germanSkills: HouseTexts["skills"] = {
  "thank-and-report": {
    hears: {
      "thank-and-report/outcome": "So ist das also gelaufen. Gut, dass Sie es mir selbst sagen.",
      "thank-and-report/thanked": "Ach, das habe ich gern getan. Und wie war es?",
      "thank-and-report/named": "Ja, genau. Und?",
      "thank-and-report/voice": "Typisch! Und sonst?",
      "thank-and-report/unasked": "Gut. Und was ist daraus geworden?",
      "thank-and-report/next": "In Ordnung. Und wie ist es bisher gegangen?",
    },
    asks: {
      "thank-and-report/outcome": "Und was ist nun daraus geworden, ganz schlicht?",
      "thank-and-report/thanked":
        "Ich habe mich da schon für Sie verwendet. Hat es Ihnen denn etwas genützt?",
      "thank-and-report/next": "Und ist es damit zu Ende, oder höre ich noch etwas?",
    },
    lines: {
      small: ["Und? Erzählen Sie.", "Ich höre. Was ist daraus geworden?"],
      told: ["Ach, lassen wir mich. Was ist daraus geworden?"],
      spoilt: ["Ach so. Darum rufen Sie an.", "Verstehe. Es ging um den Nächsten."],
      glad: ["Danke, dass Sie es mir sagen. Das mache ich gern wieder."],
      "will-think": ["Nun, jetzt weiß ich's. Danke für den Anruf."],
      "let-down": ["Hm. Das hätte ich gern anders gehört."],
    },
    ends: {
      glad: "Sie würden wieder vorgestellt.",
      "will-think": "Es ist jetzt bekannt, und nicht viel mehr.",
      "let-down": "Das nächste Mal wird zweimal überlegt.",
      "walks-off": "Das Gespräch wurde beendet; vorgestellt wird nicht mehr.",
    },
    willing: "hat es gern getan",
    anybody: {
      wants: "Will wissen, was aus dem Gefallen wurde, ehe es jemand anders erzählt.",
      fears: "Will nicht nur gut gewesen sein, bis der Name heraus war.",
    },
  },
  seed: {
    hears: {
      "seed/how-we-grow": "Empfehlungen also. Und was hat das mit mir zu tun?",
      "seed/earn-first": "Das kann ich nachprüfen. Und warum sagen Sie mir das?",
      "seed/no-request": "Gut. Worum geht es dann?",
      "seed/when": "Und was ist dann?",
      "seed/treatment": "So gehört sich das. Und?",
      "seed/freedom": "Das merke ich mir. Und?",
    },
    asks: {
      "seed/how-we-grow": "Werbung sieht man von Ihnen keine. Wie kommen Sie eigentlich zu Ihren Kunden?",
      "seed/earn-first": "Und warum sollte ich so etwas für Sie tun?",
      "seed/when": "Und wann kommen Sie mir damit?",
    },
    lines: {
      spoilt: ["Da haben wir's. Kaum angefangen, und Sie wollen Namen.", "Jetzt fragen Sie ja doch."],
      glad: ["Das ist anständig. Erinnern Sie mich, wenn es so weit ist."],
      "will-think": ["Das sehen wir, wenn es so weit ist."],
      "let-down": ["Bleiben wir lieber bei der Sache."],
    },
    ends: {
      glad: "Es ist klar, wann Sie fragen werden, und es stört nicht.",
      "will-think": "Es wurde gehört und wird abgewartet.",
      "let-down": "Es klang nach Verkaufen.",
      "walks-off": "Das Gespräch wurde beendet: Gefragt war, ehe es verdient war.",
    },
    willing: "hätte nichts dagegen, eines Tages gefragt zu werden",
    anybody: {
      wants: "Will erst sehen, was Sie können.",
      fears: "Will nicht für jemanden verkaufen müssen.",
    },
  },
  "first-call": {
    hears: {
      "first-call/source-first": "Richtig, Sie waren mir angekündigt. Und warum ich?",
      "first-call/reason": "So? Na ja, da ist etwas dran.",
      "first-call/time": "Ein paar Minuten, ja.",
      "first-call/asked": "Das ist eine lange Geschichte, und keine gute.",
      "first-call/listened": "Ja, darauf läuft es hinaus.",
      "first-call/step": "Eins nach dem andern. Worum geht es denn?",
      "first-call/report-back": "Tun Sie das. Aber erst: Worum geht es?",
    },
    asks: {
      "first-call/source-first": "Entschuldigung, wie kommen Sie denn auf mich?",
      "first-call/reason": "Und warum hat man Ihnen ausgerechnet mich genannt?",
      "first-call/asked": "Und was möchten Sie von mir wissen?",
      "first-call/step": "Gut. Und wie verbleiben wir?",
      "first-call/report-back": "Und erfährt unser gemeinsamer Bekannter, was daraus wurde?",
    },
    lines: {
      small: ["Ja? Worum geht es?", "Guten Tag. Wer ist da, bitte?"],
      told: ["So ungefähr steht es hier."],
      spoilt: [
        "Das klingt nach Prospekt. Wissen Sie denn etwas über uns?",
        "Den Anruf hatte ich diese Woche schon dreimal.",
      ],
      glad: ["Gut, so machen wir es. Schön, dass Sie angerufen haben."],
      "will-think": ["Schicken Sie mir zwei Zeilen, dann sehe ich."],
      "let-down": ["Ich glaube, das brauchen wir nicht. Danke."],
    },
    ends: {
      glad: "Sie haben einen nächsten Schritt, und wer Sie vorgestellt hat, steht gut da.",
      "will-think": "Vereinbart ist nichts; es hängt an zwei Zeilen.",
      "let-down": "Es war ein Gefallen unter Freunden, und das war es.",
      "walks-off": "Es wurde aufgelegt, und wer Sie vorgestellt hat, wird davon hören.",
    },
    willing: "ist froh, abgehoben zu haben",
    anybody: {
      wants: "Will jemanden, der fragt, ehe er erklärt.",
      fears: "Will keinen Verkaufsanruf, den man einem Freund zuliebe nicht ablehnen kann.",
    },
  },
  give: {
    hears: {
      "give/their-aim": "Ja, genau das. Ich wüsste nicht, wen ich fragen soll.",
      "give/specific": "Und warum gerade die? Es gibt viele.",
      "give/why-them": "Das hört man gern. Wer ist es denn?",
      "give/both-asked": "Moment, Moment: Wer ist es denn?",
      "give/no-return": "Gut. Was haben Sie sich denn gedacht?",
      "give/next": "Langsam. Mit wem denn?",
    },
    asks: {
      "give/their-aim": "Wissen Sie überhaupt, wo es bei mir klemmt?",
      "give/specific": "Und wen würden Sie an meiner Stelle fragen?",
      "give/why-them": "Und woher wissen Sie, dass man da gut aufgehoben ist?",
      "give/both-asked": "Weiß man dort denn, dass ich komme?",
      "give/next": "Und wie machen wir das jetzt?",
    },
    lines: {
      small: ["Tja.", "So ist es."],
      told: ["Was soll ich sagen. Es geht mir nach."],
      spoilt: ["Aha. Umsonst war es also nicht.", "Ich dachte mir, dass da noch eine Rechnung kommt."],
      glad: ["Das hilft mir wirklich. Danke."],
      "will-think": ["Ich überlege es mir. Trotzdem danke."],
      "let-down": ["Lassen Sie, ich komme schon zurecht."],
    },
    ends: {
      glad: "Ihre Hilfe wird angenommen, und sie kostet nichts.",
      "will-think": "Es wird darüber nachgedacht.",
      "let-down": "Es wurde nicht angenommen.",
      "walks-off": "Das Gespräch wurde beendet: Ein Geschenk mit Rechnung ist keins.",
    },
    willing: "ist froh über die Hilfe",
    anybody: {
      wants: "Will einen Namen, für den jemand einsteht.",
      fears: "Will niemandem etwas schuldig sein.",
    },
  },
  connect: {
    hears: {
      "connect/both-willing": "Sie wollen erst fragen? Hm. Und was erzählen Sie über mich?",
      "connect/who-each-is": "Klingt nach jemandem für mich. Und wann?",
      "connect/why-now": "Umso besser! Und wie komme ich da hin?",
      "connect/first-step": "Gut. Aber wieso sind Sie so sicher, dass es passt?",
      "connect/steps-back": "Von mir aus. Aber wie fängt es an?",
      "connect/looks-back": "Sie hören sowieso von mir. Wie fängt es an?",
    },
    asks: {
      "connect/both-willing": "Kann ich also einfach anrufen? Oder muss man dort erst Ja sagen?",
      "connect/who-each-is": "Und wen habe ich da eigentlich vor mir?",
      "connect/why-now": "Und warum sollte man sich dafür gerade jetzt Zeit nehmen?",
      "connect/first-step": "Gut. Wer tut was, und wann?",
    },
    lines: {
      small: ["Und? Geht das?", "Ja? Wie komme ich da hin?"],
      told: ["So ist das bei uns."],
      spoilt: ["Super, ich rufe gleich an! Ich sage, es kommt von Ihnen.", "Ist notiert. Ich rufe jetzt an."],
      glad: ["Gut. Dann machen wir es so. Danke!"],
      "will-think": ["Na, sagen Sie Bescheid. Ich sehe dann, was ich mache."],
      "let-down": ["Dann suche ich mir lieber einen anderen Weg."],
    },
    ends: {
      glad: "Beide werden Ja gesagt haben und wissen, wer beginnt.",
      "will-think": "Nichts ist fest: Jeder wird auf den anderen warten.",
      "let-down": "Es wird ein anderer Weg gesucht.",
      "walks-off": "Es wurde aufgelegt, und angerufen wird jemand, der nicht gefragt war.",
    },
    willing: "wartet gern darauf",
    anybody: {
      wants: "Will den anderen sprechen, solange es frisch ist.",
      fears: "Will nicht mit schönen Worten vertröstet werden.",
    },
  },
};
