import type { Question } from "../questionnaire.ts";
import type { CardLanguage } from "./card-language.ts";

const recommend: Question = {
  id: "recommend",
  kind: "score",
  text: "How likely is it that you recommend us to somebody you know?",
  why: "Why this number?",
  low: "not at all",
  high: "certainly",
  options: [],
};
const promised = scale("promised", "We did what we promised.");
const reached = scale("reached", "When you needed us, you reached us.");
const expects = text("expects", "What do you expect from us in the next six months?");
const introduce = text("introduce", "What would make you glad to introduce us to somebody?");
const better = text("better", "What should we do better?");

export const english: CardLanguage = {
  code: "en",
  questionnaires: {
    delivered: {
      title: "How did we do?",
      questions: [
        recommend,
        promised,
        scale("worth", "What you got is worth what it cost."),
        reached,
        choice("worked-best", "What helped you most?", [
          "The result itself",
          "The advice",
          "The speed",
          "The people",
          "Nothing yet",
        ]),
        expects,
        introduce,
        better,
      ],
    },
    "half-yearly": {
      title: "How are we doing?",
      questions: [
        recommend,
        promised,
        reached,
        choice("use", "How much of what we do for you do you use?", [
          "All of it",
          "Most of it",
          "Some of it",
          "Hardly any",
        ]),
        expects,
        introduce,
        better,
      ],
    },
  },
  letter: {
    subject: ({ workspace }) => `Two minutes on how ${workspace} is doing?`,
    text: ({ rep, person, workspace }, link, occasion, until) =>
      [
        `Hello ${person},`,
        occasion === "delivered"
          ? "we have delivered, and I would like to know how it went for you: what was good, what was not, and what you expect from us next."
          : "it has been half a year, and I would like to know how we are doing: what is good, what is not, and what you expect from us next.",
        `It takes two minutes, on a phone too, without signing in:\n${link}`,
        `The link is yours alone and opens until ${until}. What you answer is read by me and my colleagues at ${workspace}, and by nobody else.`,
        `Thank you,\n${rep}`,
      ].join("\n\n"),
  },
  hello: ({ person }) => `Hello ${person}`,
  intro: ({ rep, workspace }, until) =>
    `${rep} of ${workspace} asks you for two minutes. Each answer is saved as you give it; you can go on later, on another device too. The link opens until ${until}.`,
  loading: "One moment …",
  again: "Try again",
  optional: "optional",
  outOf: (score, top) => `${score} of ${top}`,
  done: (answered, of) => `${answered} of ${of} answered`,
  saved: "Saved.",
  saving: "Saving …",
  kept: "No network. Your answers are kept on this device and saved as soon as there is one.",
  handIn: "Hand it in",
  handingIn: "Handing it in …",
  needsScore: "Choose a number from 0 to 10 first; all else may stay open.",
  needsNetwork: "There is no network just now. Your answers are kept; hand it in once there is one.",
  thanks: "Thank you. It is handed in.",
  thanksLine: ({ rep }) => `${rep} reads it, and comes back to you where you said that something is wrong.`,
  mayChange: (until) => `You can change your answers until ${until}. They count once.`,
  stands: "This is what you answered.",
  change: "Change an answer",
  countsAtOnce: "It is handed in, and each change counts at once.",
  doneChanging: "Done",
  takeBack: "Take it back",
  takenBack: "It is taken back and does not count. Your answers are still here.",
  unanswered: "no answer",
  whoReads: ({ rep, workspace }) =>
    `What you answer is read by ${rep} and their colleagues at ${workspace}, and kept with what they know of you. To have it deleted, tell ${rep}.`,
  trouble: {
    forged: "This link is not complete, or not one of ours",
    withdrawn: "This report card was withdrawn",
    expired: "This report card has run out",
    closed: "This report card is closed",
    score: "Choose a number from 0 to 10 first",
    unfit: "This answer does not fit the question any more. Please open the page again.",
    long: "This is too long: at most 2,000 characters",
    lost: "There is no network, or we cannot be reached. Nothing is lost.",
    fault: "Something went wrong with us. Nothing is lost: please try again in a minute.",
    "too-many": "Too much at once. Please wait a minute and try again.",
  },
  turnTo: ({ rep, workspace }) =>
    `It was sent by ${rep} of ${workspace}. If you have something to say, tell ${rep}.`,
};

function scale(id: string, words: string): Question {
  return {
    id,
    kind: "scale",
    text: words,
    why: null,
    low: "I disagree",
    high: "I agree",
    options: [],
  };
}

function choice(id: string, words: string, options: string[]): Question {
  return { id, kind: "choice", text: words, why: null, low: null, high: null, options };
}

function text(id: string, words: string): Question {
  return { id, kind: "text", text: words, why: null, low: null, high: null, options: [] };
}
