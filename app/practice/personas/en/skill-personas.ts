import type { PersonaTexts } from "../frame.ts";

export const englishSkillPersonas = {
  "report-nothing-came": {
    wants: "Wants to know how it went, the good and the bad.",
    fears: "Fears that she sent you to the wrong man and that nobody tells her.",
    knows: [{ words: "lorenz", line: "Lorenz, yes. He's a decent man, isn't he?" }],
    tells: ["I'm well, thank you. I've planted tomatoes, and I miss the Monday meetings. But now you."],
    objections: [
      {
        more: "I chose him because he used to ask so much. Perhaps I no longer know who does what there.",
        settled: "Then I'm relieved.",
      },
      { more: "One word from me, and he'd listen.", settled: "Good, then I'll let him be." },
      { more: "You drove all the way there, after all.", settled: "That takes a weight off me." },
    ],
    ends: {
      glad: "Do you know, hardly anybody ever told me when nothing came of it. I'll keep my ears open for you.",
      "will-think": "Well, now I know. Thank you for ringing.",
      "let-down": "I had to ask twice to hear that. Well then.",
      "walks-off":
        "I have been retired for two years, and I still know a salesman when he wants the next name. Goodbye.",
    },
  },
  "seed-discovery-wary": {
    wants: "Wants somebody who says one thing and does it.",
    fears: "Does not want to be the one who let another seller into the hall before he retires.",
    knows: [],
    tells: [
      "Forty years of machines. The worst is the changeover in hall three, it eats half a shift.",
      "The last ones promised a lot and sent the bill before they sent a man.",
    ],
    objections: [
      {
        more: "Forty pages, and on each one somebody was smiling.",
        settled: "Well, that's a sentence one can check.",
      },
      {
        more: "I gave a name once. I was apologising for a year.",
        settled: "Good. Then we understand each other.",
      },
      { more: "Hall three. Show me there.", settled: "That I'd like to see." },
    ],
    ends: {
      glad: "You say what you do, and you want nothing yet. Ask me then, and I'll answer you straight.",
      "will-think": "We'll see. First hall three.",
      "let-down": "It's five to eleven. I think that was it.",
      "walks-off": "I told you: no names. The way out is on the left.",
    },
  },
  "first-call-expected": {
    wants: "Wants somebody to understand why the complaints have doubled.",
    fears: "Does not want to explain herself to consultants a second time.",
    knows: [
      { words: "(?:peter )?novak|peter", line: "Peter, yes. He never praises anybody, so I was curious." },
    ],
    tells: [
      "The complaints? Since spring it's the new battery. Every second parcel comes back, and two of my people have left.",
      "We answer after nine days. It should be two.",
    ],
    objections: [
      { more: "Peter only said: talk to them.", settled: "Good, that I understand." },
      {
        more: "They interviewed everybody and left a folder.",
        settled: "Then you are different, at least you ask.",
      },
      { more: "Something I can show my boss.", settled: "Right, that's better than paper." },
    ],
    ends: {
      glad: "Good, come by and look at the parcels yourself. And tell Peter that he was right.",
      "will-think": "Send me two lines about it. I have to go to my meeting.",
      "let-down": "That's nothing for us at the moment. I have to go, my meeting.",
      "walks-off": "I took this call for Peter's sake. Goodbye.",
    },
  },
  "give-client-needs": {
    wants: "Wants the copying to stop, and his two years to have been worth it.",
    fears: "Is afraid of a bill that is higher than the damage.",
    knows: [],
    tells: [
      "They bought one at the fair and measured it. It's even blue, like ours.",
      "I showed the part to a notary once. He only shrugged.",
    ],
    objections: [
      {
        more: "Four hundred an hour, and then a letter.",
        settled: "If she has managed it before, that's another matter.",
      },
      { more: "Well, everybody gets something.", settled: "All right. I had to ask." },
      { more: "I have three machines down.", settled: "If it's no more than that, I have the time." },
    ],
    ends: {
      glad: "That's decent of you. Let her ring me, and I'll put the two parts on the table for her.",
      "will-think": "I'll sleep on it. Thank you for thinking of it.",
      "let-down": "Leave it. I'll be annoyed for another week, and then it's over.",
      "walks-off": "So that's how it is. Let's talk about your invoice, then, and nothing else.",
    },
  },
  "connect-too-keen": {
    wants: "Wants to show his software to the utilities before anybody else does.",
    fears: "Is afraid that the chance is gone by tomorrow.",
    knows: [{ words: "(?:dr\\.? )?sommer", line: "Yes, Frau Dr Sommer! What's she like?" }],
    tells: ["We read meters by photograph. Ninety seconds, and nobody has to come in."],
    objections: [
      {
        more: "Two minutes! I'm charming on the telephone.",
        settled: "All right, you know her and I don't.",
      },
      {
        more: "There's a firm from Kassel that's on to all the utilities.",
        settled: "Fine, that soon I can wait.",
      },
      { more: "So that she sees that it comes from you.", settled: "Better than my mail, then." },
    ],
    ends: {
      glad: "Good, I'll wait for her word. That way she'll be looking forward to it. Thank you!",
      "will-think": "Well, let me know. But I won't wait for ever.",
      "let-down": "You don't trust me. I'll write to her by myself, then.",
      "walks-off": "Got it! I'm ringing her right now. Talk to you later!",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
