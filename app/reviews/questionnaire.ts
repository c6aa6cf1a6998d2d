import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

/** What a card is sent for. */
export const OCCASIONS = ["delivered", "half-yearly"] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const OCCASION_WORDS: Record<Occasion, string> = {
  delivered: "after delivery",
  "half-yearly": "every six months",
};

export const CARD_LANGUAGES = ["en", "de"] as const;
export type CardLanguageCode = (typeof CARD_LANGUAGES)[number];

/** score: the one from 0 to 10, with an open why · scale: 1 to 5 · choice: one of several · text: in their own words */
export const QUESTION_KINDS = ["score", "scale", "choice", "text"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** Within its questionnaire. */
  id: string;
  kind: QuestionKind;
  text: string;
  /** The open question below a score. */
  why: string | null;
  /** What the ends of a score or a scale mean. */
  low: string | null;
  high: string | null;
  /** Of a choice. */
  options: readonly string[];
}

export interface Questionnaire {
  title: string;
  questions: readonly Question[];
}

/** What was said to one question; what does not belong to its kind is null. */
export interface CardAnswer {
  score: number | null;
  choice: string | null;
  words: string | null;
}

export const FEWEST_QUESTIONS = 5;
export const MOST_QUESTIONS = 10;
const MOST_OPTIONS = 8;
const LONGEST = { title: 120, text: 300, why: 300, label: 60, option: 120, words: 2_000 } as const;
export const HIGHEST_SCORE = 10;
export const HIGHEST_ON_SCALE = 5;
const QUESTION_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Trims it. Throws Problem invalid naming the field. */
export function cleanQuestionnaire({ title, questions }: Questionnaire): Questionnaire {
  const heading = cleanText(title, LONGEST.title, "title");
  if (heading === null) throw invalid("give it a heading that the client reads", "title");
  if (questions.length < FEWEST_QUESTIONS || questions.length > MOST_QUESTIONS)
    throw invalid(
      `${FEWEST_QUESTIONS} to ${MOST_QUESTIONS} questions: fewer say little, more are left halfway`,
      "questions",
    );
  const clean = questions.map((each, index) => cleanQuestion(each, `questions.${index}`));
  if (clean.filter(({ kind }) => kind === "score").length !== 1)
    throw invalid("exactly one question from 0 to 10: it is what is counted", "questions");
  if (new Set(clean.map(({ id }) => id)).size < clean.length)
    throw invalid("each question has an id of its own", "questions");
  return { title: heading, questions: clean };
}

function cleanQuestion(question: Question, field: string): Question {
  const { id, kind } = question;
  if (!QUESTION_ID.test(id)) throw invalid("an id of small letters, digits and hyphens", `${field}.id`);
  const text = cleanText(question.text, LONGEST.text, `${field}.text`);
  if (text === null) throw invalid("write the question", `${field}.text`);
  const hasEnds = kind === "score" || kind === "scale";
  const why = kind === "score" ? cleanText(question.why, LONGEST.why, `${field}.why`) : null;
  if (kind === "score" && why === null) throw invalid("ask why, in an open question", `${field}.why`);
  const options = kind === "choice" ? cleanOptions(question.options, `${field}.options`) : [];
  return {
    id,
    kind,
    text,
    why,
    low: hasEnds ? cleanText(question.low, LONGEST.label, `${field}.low`) : null,
    high: hasEnds ? cleanText(question.high, LONGEST.label, `${field}.high`) : null,
    options,
  };
}

function cleanOptions(options: readonly string[], field: string): string[] {
  const clean = options.flatMap((each) => cleanText(each, LONGEST.option, field) ?? []);
  if (clean.length < 2 || clean.length > MOST_OPTIONS)
    throw invalid(`2 to ${MOST_OPTIONS} things to choose from`, field);
  if (new Set(clean).size < clean.length) throw invalid("each of them once", field);
  return clean;
}

/** What is wrong with an answer to a question: it does not fit, or is too long; null: nothing. */
export function answerFault(question: Question, answer: CardAnswer): "unfit" | "long" | null {
  const { kind, options } = question;
  const { score, choice, words } = answer;
  if (words !== null && words.length > LONGEST.words) return "long";
  const top = kind === "score" ? HIGHEST_SCORE : HIGHEST_ON_SCALE;
  const least = kind === "score" ? 0 : 1;
  const isNumber = kind === "score" || kind === "scale";
  if (score !== null && (!isNumber || !Number.isInteger(score) || score < least || score > top))
    return "unfit";
  if (choice !== null && (kind !== "choice" || !options.includes(choice))) return "unfit";
  if (words !== null && kind !== "score" && kind !== "text") return "unfit";
  return null;
}

export function isEmpty({ score, choice, words }: CardAnswer): boolean {
  return score === null && choice === null && words === null;
}

export function scoreQuestion({ questions }: Pick<Questionnaire, "questions">): Question {
  const found = questions.find(({ kind }) => kind === "score");
  if (found === undefined) throw new Error("a questionnaire without a question from 0 to 10");
  return found;
}
