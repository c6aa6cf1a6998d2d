import type { CallTrouble } from "#lib/web/visited/call-by-link.ts";
import type { CardProblem } from "../card-problem.ts";
import type { CardLanguageCode, Occasion, Questionnaire } from "../questionnaire.ts";

/** Who is meant, as they are called on the page. */
export interface CardNames {
  /** In full. */
  rep: string;
  workspace: string;
  person: string;
}

export type CardTrouble = CardProblem | CallTrouble;

/** A language in which report cards speak to clients: a further one is a further file. */
export interface CardLanguage {
  code: CardLanguageCode;
  /** How a workspace begins; it changes its own. */
  questionnaires: Record<Occasion, Questionnaire>;
  /** What a rep begins with. */
  letter: {
    subject(names: CardNames): string;
    text(names: CardNames, link: string, occasion: Occasion, until: string): string;
  };
  hello(names: CardNames): string;
  intro(names: CardNames, until: string): string;
  loading: string;
  again: string;
  optional: string;
  /** "7 of 10", of a number that was chosen. */
  outOf(score: number, top: number): string;
  done(answered: number, of: number): string;
  saved: string;
  saving: string;
  /** Without a network: it is kept on the device. */
  kept: string;
  handIn: string;
  handingIn: string;
  needsScore: string;
  needsNetwork: string;
  thanks: string;
  thanksLine(names: CardNames): string;
  mayChange(until: string): string;
  stands: string;
  change: string;
  /** While something is changed that was handed in. */
  countsAtOnce: string;
  doneChanging: string;
  takeBack: string;
  takenBack: string;
  unanswered: string;
  whoReads(names: CardNames): string;
  trouble: Record<CardTrouble, string>;
  turnTo(names: Pick<CardNames, "rep" | "workspace">): string;
}
