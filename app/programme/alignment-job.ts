/** What a team hires for, where asking comes first: the duty and the number stand in the job description. METHOD.md, rule 14. */
export const JOB_LANGUAGES = ["en", "de"] as const;
export type JobLanguage = (typeof JOB_LANGUAGES)[number];
export type GoalPeriod = "week" | "month" | "quarter";

export interface JobFacts {
  title: string;
  company: string;
  /** One line on what the company does; "" leaves it out. */
  does: string;
  /** Where; "" leaves it out. */
  place: string;
  introductions: { amount: number; every: GoalPeriod };
  /** Rehearsals a week. */
  sessions: number;
}

/** A heading with its paragraphs and points. */
export interface TextPart {
  heading: string;
  lines: readonly string[];
  points: readonly string[];
}

export interface Question {
  asks: string;
  /** What a good answer has. */
  good: readonly string[];
  /** What to be careful about. */
  warns: string;
}

export interface JobWords {
  heading: (facts: JobFacts) => string;
  description: (facts: JobFacts) => readonly TextPart[];
  interview: { heading: string; intro: string; good: string; warns: string };
  questions: (facts: JobFacts) => readonly Question[];
}

/** As plain text, to be pasted elsewhere. */
export function descriptionText(facts: JobFacts, words: JobWords): string {
  const parts = words
    .description(facts)
    .map(({ heading, lines, points }) =>
      [heading.toUpperCase(), ...lines, ...points.map((point) => `- ${point}`)].join("\n"),
    );
  return [words.heading(facts), ...parts].join("\n\n");
}

/** The same of the interview. */
export function interviewText(facts: JobFacts, words: JobWords): string {
  const { heading, intro, good, warns } = words.interview;
  const questions = words
    .questions(facts)
    .map(({ asks, good: has, warns: careful }, at) =>
      [`${at + 1}. ${asks}`, `${good}:`, ...has.map((each) => `- ${each}`), `${warns} ${careful}`].join("\n"),
    );
  return [heading, intro, ...questions].join("\n\n");
}
