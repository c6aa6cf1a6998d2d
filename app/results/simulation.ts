import { planFor, project, type Ahead, type Plan, type Projection } from "./projection.ts";

/** What a thread beside is asked, in the browser and on the server alike. */
export interface Question {
  /** Which question it is: the asker may have given it up meanwhile. */
  asked: number;
  ahead: Ahead;
  /** Deals to plan back from; null: what comes. */
  wanted: number | null;
}

export type Told =
  | { asked: number; kind: "progress"; done: number; of: number }
  | { asked: number; kind: "projection"; projection: Projection }
  | { asked: number; kind: "plan"; plan: Plan };

export function answer({ asked, ahead, wanted }: Question, tell: (told: Told) => void): void {
  if (wanted === null) {
    const projection = project(ahead, (done, of) => tell({ asked, kind: "progress", done, of }));
    tell({ asked, kind: "projection", projection });
  } else {
    const plan = planFor(wanted, ahead, (done, of) => tell({ asked, kind: "progress", done, of }));
    tell({ asked, kind: "plan", plan });
  }
}
