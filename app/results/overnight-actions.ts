import type { z } from "#lib/http/api.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf } from "#scorecard/scorecard-actions.ts";
import { heldAsked, pastAsked } from "./ahead-actions.ts";
import { heldView, pastView, sayingView } from "./ahead-view.ts";
import { comparisonOf, type Comparison } from "./comparison-actions.ts";
import { comparisonView } from "./comparison-view.ts";
import { funnelAsked } from "./funnel-actions.ts";
import { funnelView } from "./funnel-view.ts";
import type { Group } from "./origin.ts";
import { stillToCome, type AskedMonth, type StillToCome } from "./month-end-actions.ts";
import { stillToComeView } from "./month-end-view.ts";
import { originsOf } from "./origins-actions.ts";
import { originsView } from "./origins-view.ts";
import { findAnswer } from "./overnight-store.ts";
import type { AskedResults } from "./results-view.ts";
import type { Looker } from "./results-actions.ts";
import { sayingAndDoing } from "./saying-actions.ts";
import { STRETCHES, stretchAsked, stretchNamed } from "./stretch.ts";

/** So long an answer stands: until the next night has been through. */
export const STANDS_HOURS = 28;

interface Asking {
  member?: string | undefined;
  team?: string | undefined;
  now?: boolean | undefined;
}

/**
 * Of a company so large that the night reckons it, what the night said and when (`asOf`), unless it is asked for as of now; anything else
 * is reckoned now.
 */
export async function answerTo<Asked extends Asking, Answer extends object>(
  tx: Tx,
  looker: Looker,
  { name, view, reckon, write, membersIsCompanys = false }: OvernightQuestion<Asked, Answer>,
  asked: Asked,
): Promise<Answer & { asOf: string | null }> {
  const { member, team, now } = asked;
  if (team === undefined && (member === undefined || membersIsCompanys) && now !== true) {
    if (member !== undefined) await whoseOf(tx, looker, { memberId: member });
    const since = new Date(looker.now.getTime() - STANDS_HOURS * 3_600_000);
    const found = await findAnswer(tx, { question: name, asked: write(looker, asked), since });
    const kept = found && { ...(found.answer as Answer), asOf: found.at.toISOString() };
    // What was kept before an upgrade may be of another shape.
    if (kept !== null && view.safeParse(kept).success) return kept;
  }
  return { ...(await reckon(tx, looker, asked)), asOf: null };
}

/** Whose; of the company where neither is said. */
interface OfWhom {
  member?: string | undefined;
  team?: string | undefined;
}

/** What takes seconds of a company with years of facts. What it answers names nobody. */
export interface OvernightQuestion<Asked extends OfWhom, Answer extends object> {
  name: string;
  view: z.ZodType;
  reckon: (tx: Tx, looker: Looker, asked: Asked) => Promise<Answer>;
  /** The same text for whatever has the same answer of the company on that day. */
  write: (looker: Looker, asked: Asked) => string;
  /** Of a member it answers what it answers of the company. */
  membersIsCompanys?: boolean;
  /** What is asked of the company most days. */
  usual: (looker: Looker) => Asked[];
}

export const ORIGINS = ofWeeks("origins", originsView, originsOf);
export const FUNNEL = ofWeeks("funnel", funnelView, funnelAsked);

type AskedComparison = AskedResults & { first: Group; second: Group };
export const COMPARISON: OvernightQuestion<AskedComparison, Comparison> = {
  name: "comparison",
  view: comparisonView,
  reckon: comparisonOf,
  write: (looker, { first, second, ...asked }) => `${first}, ${second}, ${weeksAsked(looker, asked)}`,
  usual: (looker) =>
    usualWeeks(looker).map((stretch) => ({ ...stretch, first: "referral", second: "others" })),
};

export const PAST = ofToday("past", pastView.omit({ from: true }), pastAsked);
export const SAYING = ofToday("saying", sayingView, sayingAndDoing);
export const HELD = { ...ofToday("held", heldView, heldAsked), membersIsCompanys: true };

export const IN_HAND: OvernightQuestion<AskedMonth, StillToCome> = {
  name: "in-hand",
  view: stillToComeView,
  reckon: stillToCome,
  write: ({ today, workspace }, { day = today }) => periodOf(day, "month", workspace.calendar).start,
  usual: () => [{}],
};

function ofWeeks<Answer extends object>(
  name: string,
  view: z.ZodType,
  reckon: (tx: Tx, looker: Looker, asked: AskedResults) => Promise<Answer>,
): OvernightQuestion<AskedResults, Answer> {
  return { name, view, reckon, write: weeksAsked, usual: usualWeeks };
}

function weeksAsked({ today, workspace }: Looker, asked: AskedResults): string {
  const { from, to } = stretchAsked(asked, today, workspace.calendar);
  return `${from} to ${to}`;
}

function usualWeeks({ today, workspace }: Looker): AskedResults[] {
  return STRETCHES.map((name) => stretchNamed(name, today, workspace.calendar));
}

function ofToday<Answer extends object>(
  name: string,
  view: z.ZodType,
  reckon: (
    tx: Tx,
    looker: Looker,
    whom: { memberId?: string | undefined; teamId?: string | undefined },
  ) => Promise<Answer>,
): OvernightQuestion<OfWhom, Answer> {
  return {
    name,
    view,
    reckon: (tx, looker, { member, team }) => reckon(tx, looker, { memberId: member, teamId: team }),
    write: () => "",
    usual: () => [{}],
  };
}
