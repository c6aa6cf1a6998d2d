import type { PersonaTexts } from "../frame.ts";

export const germanTakingANo = {
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
} satisfies Readonly<Record<string, PersonaTexts>>;
