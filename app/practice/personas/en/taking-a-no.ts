import type { PersonaTexts } from "../frame.ts";

export const englishTakingANo = {
  "no-policy": {
    wants: "Wants the rule respected, and the work to go on well.",
    fears: "Fears that it gets round.",
    knows: [],
    tells: [],
    objections: [],
    ends: {
      "kept-open":
        "I appreciate that. If she should ever ask me herself whom we work with, I'm allowed to answer.",
      no: "Well. Let's leave it at that.",
      "walks-off": "I shall have to note that you asked twice. Good day.",
    },
  },
  "no-burnt": {
    wants: "Wants somebody to hear what it cost him.",
    fears: "Fears for the friendship.",
    knows: [],
    tells: [],
    objections: [],
    ends: {
      "not-now":
        "You're the first who let me finish. Come back in the new year; then we'll see, no promises.",
      no: "It stays a no.",
      "walks-off": "There's the door. This is just how it began that time.",
    },
  },
  "no-not-now": {
    wants: "Wants to get through Monday.",
    fears: "Fears one more thing on her list.",
    knows: [],
    tells: [],
    objections: [],
    ends: {
      "not-now": "Thank you, really. Ring me when they're gone; then I'll have a head for it.",
      no: "Let's leave it. I have to get back to my folders.",
      "walks-off": "I've asked you to leave it. Excuse me, I've work to do.",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
