import type { ReactNode } from "react";
import type { Day } from "#lib/kernel/days.ts";

/** A line of the journal as GET /timeline answers it. */
export interface TimelineLine {
  id: string;
  actId: string;
  /** When it was written; ISO instant. */
  at: string;
  /** The day of the fact. */
  day: Day;
  /** "ask.made" */
  verb: string;
  subject: { kind: string; id: string };
  /** The member who did it; null: the system. */
  by: TimelineName | null;
  /** The member it counts for, when it counts. */
  creditedTo: TimelineName | null;
  measure: string | null;
  money: { minor: number; currency: string } | null;
  detail: Record<string, unknown>;
  /** The earlier line that this one takes back. */
  undoes: { id: string; verb: string } | null;
  /** This line was taken back later. */
  undone: boolean;
  /** Every member, person and account that the line or its detail speaks of. */
  names: TimelineName[];
}

export interface TimelineName {
  /** As it stands in the line; `now` differs from it when it was merged into another since. */
  id: string;
  now: string;
  kind: "member" | "person" | "account";
  name: string;
}

/**
 * How a line reads, beginning after the name of who did it: ({ detail, name }) => <>asked {name(detail["sourceId"])}</>
 * reads "Mia asked Anna Müller". `name` draws an id as the name it has, linked to its page.
 */
export type Phrase = (line: TimelineLine, name: (id: unknown) => ReactNode) => ReactNode;

/** By verb. The verb that takes something back needs none: the phrase of the line it undoes is said again after "took back". */
export type PhraseBook = Readonly<Record<string, Phrase>>;

/** A room's phrases, in `app/<room>/screens/<room>-phrases.tsx`; fetched when a timeline is first shown. */
export type PhraseEntry = () => Promise<PhraseBook>;
