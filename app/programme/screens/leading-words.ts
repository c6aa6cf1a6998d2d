import { goalText } from "#scorecard/screens/kpi-words.ts";
import type { LeadingView } from "../leading-view.ts";

/** "36 of them from clients; the reps’ goal of 50 asks for these." METHOD.md, rule 8. */
export function fromClientsText({
  count,
  fromClients,
  towardsGoal,
  goal,
}: LeadingView["introductions"]): string | null {
  if (count === 0) return goal === null ? null : `The reps’ goal: ${goalText(goal)} from clients.`;
  const all = `${number(fromClients)} of them from clients`;
  if (goal === null) return `${all}.`;
  const reps = towardsGoal === fromClients ? all : `${all}, ${number(towardsGoal)} of these the reps’`;
  return `${reps}; the reps’ goal is ${goalText(goal)} from clients.`;
}

function number(count: number): string {
  return count.toLocaleString("en-GB");
}
