import type { PersonaTexts } from "../frame.ts";

export const englishReviewing = {
  "review-good-year": {
    wants: "Want to keep the good people, and to shine a little with them.",
    fears: "Fear that there will be less time for them.",
    knows: [
      {
        words: "kling|(?:the )?print(?:ing)? works|(?:the )?employers' association",
        line: "Frau Kling? She sits next to me on the board. What do you want from her?",
      },
    ],
    tells: [
      "Complaints down by a third, and nobody works on Saturdays any more. Svenja drew it herself.",
      "Well, one thing: the reports come on Mondays at ten, and we need them at eight.",
    ],
    objections: [
      {
        more: "She's closing one hall of three.",
        settled: "Come to think of it, that's just when she could do with it.",
      },
      {
        more: "Good people get busy, and then they have no time for us.",
        settled: "I'll take you at your word on that.",
      },
      {
        more: "You could say: reference customer Adler.",
        settled: "Right, she wouldn't read that. She'd listen to me.",
      },
    ],
    ends: {
      introduces: "I'll see her on Tuesday at the board. I'll tell her about Svenja's chart and about you.",
      "will-think": "Let us talk it over between us first. We'll tell you next time.",
      no: "Let's stay with our own numbers today.",
    },
  },
  "review-mixed": {
    wants: "Wants a day for the third promise, and that somebody says whose fault it was.",
    fears: "Has put her name to you in the house.",
    knows: [],
    tells: [
      "Two are green and they're good, that I'll say. The bank interface we do by hand, every evening.",
      "My people have been typing for seven weeks. Nobody of yours has rung them.",
    ],
    objections: [
      {
        more: "It's seven weeks. I have it in writing.",
        settled: "Good. I wanted to hear that from you.",
      },
      {
        more: "Not a week, a day.",
        settled: "I'm writing that down.",
      },
      {
        more: "When it has run for a month without a mistake.",
        settled: "Agreed.",
      },
    ],
    ends: {
      "not-now":
        "When the interface has run for a month, you may ask me again. And I'll remember how you spoke today.",
      no: "Finish the third one. Then we can talk about favours.",
      unasked: "Good. The interface first, then we'll see.",
    },
  },
  "review-new-face": {
    wants: "Wants to see for herself what she pays for.",
    fears: "Does not want to be bound by other people's promises.",
    knows: [
      {
        words:
          "(?:your )?(?:old|former|last|previous) (?:firm|company|employer|colleagues?|house)|dental(?: \\w+)?",
        line: "At my old firm? I know everybody there. Why do you ask?",
      },
    ],
    tells: [
      "I see invoices. I don't see what changed because of them.",
      "My people say they like you. I'd like a number.",
    ],
    objections: [
      {
        more: "There was a promise of a training day, I read. I know nothing about it.",
        settled: "Good. Then we begin with mine.",
      },
      {
        more: "They have four people just for that.",
        settled: "That could be a case for it, I admit.",
      },
      {
        more: "By then I'll know what you're worth.",
        settled: "That suits me.",
      },
    ],
    ends: {
      "will-think": "Show me in half a year what you've just said, and then I'll gladly ring my old firm.",
      "not-now": "Half a year. Then we'll see.",
      no: "We hardly know each other. No.",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
