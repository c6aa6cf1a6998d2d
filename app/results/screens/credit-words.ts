import { capital, counted, inWords, moneyText } from "#lib/web/words.ts";
import { creditsOf } from "../chain-credit.ts";
import type { DealCreditView, DisputeView, ShapeView } from "../credit-view.ts";
import type { SourcesView } from "../source-view.ts";
import { amountsText } from "./amounts-hidden.ts";

/** "All of it counts for the source with whom the chain began" */
export function shapeText(shape: ShapeView): string {
  if (shape.kind === "first") return "All of it counts for the source with whom the chain began";
  if (shape.kind === "last") return "All of it counts for whoever introduced the buyer";
  const { part, of } = shape.kept;
  if (part === of) return "It is shared alike between all sources of the chain";
  if (part === 0) return "All of it counts for whoever introduced the buyer";
  return `It is shared between all sources of the chain: each one before has ${shareText(part, of)} of what the next one has`;
}

/** What a rule makes of seven thousand over three sources. */
export function exampleText(shape: ShapeView, currency: string): string {
  const credits = creditsOf(EXAMPLE, ["first", "second", "last"], { version: 0, shape });
  const [first = "", second = "", last = ""] = credits.map(({ minor }) => moneyText({ minor, currency }));
  return `Of ${moneyText({ minor: EXAMPLE, currency })} that began with Anna, who introduced Ben, who introduced Cleo, who introduced the buyer, ${first} counts for Anna, ${second} for Ben and ${last} for Cleo.`;
}

const EXAMPLE = 700_000;

/** "Jale Demir stands at the beginning of nine people and of three won deals: €84,000." */
export function sourcesSentence({ items }: SourcesView, hidden: boolean): string {
  const [first] = items;
  if (first === undefined) return "";
  const people = first.people === 0 ? "" : `${counted(first.people, "person", "people")} and of `;
  const deals = counted(first.deals, "won deal", "won deals");
  const begun = hidden || first.begun.length === 0 ? "" : `: ${amountsText(first.begun, hidden)}`;
  if (first.deals === 0)
    return `${capital(first.name)} stands in the chain of a won deal; with whom it began lies outside these weeks.`;
  return `${capital(first.name)} stands at the beginning of ${people}${deals}${begun}.`;
}

/** How much of what was won this is: never a number without what it is counted of. */
export function ofHowMany({ deals, byReferral, sources }: SourcesView): string {
  const of =
    deals === byReferral
      ? `${deals === 1 ? "The one deal" : `All ${inWords(deals)} deals`} won by referral ${deals === 1 ? "begins" : "begin"} with a source we know`
      : `${capital(inWords(deals))} of ${inWords(byReferral)} deals won by referral ${deals === 1 ? "begins" : "begin"} with a source we know`;
  return `${of}; ${counted(sources, "source stands", "sources stand")} in their chains.`;
}

/** How it is credited: "By version 1 of the rule: …", "As Petra decided: …". */
export function byWhat({ rule, disputes }: DealCreditView): string {
  if (rule !== null) return `Version ${rule.version} of the rule. ${shapeText(rule.shape)}.`;
  const decided = disputes.find(({ decision, holds }) => holds && decision?.verdict !== "stands");
  return decided?.decision ? `As ${decided.decision.byName} decided.` : "As it was decided.";
}

/** Of a decision that was about the deal as it was before. */
export function lapsedText(byName: string): string {
  return `The deal is not as it was when ${byName} decided, so that does not hold now.`;
}

/** "It stands", "It goes by another rule: …" */
export function verdictText({ verdict, shape }: NonNullable<DisputeView["decision"]>): string {
  if (verdict === "stands") return "It stands as it was";
  if (verdict === "shares" || shape === null) return "It is shared as said one by one";
  return shapeText(shape);
}

const SHARES = new Map([
  ["1/2", "half"],
  ["1/3", "a third"],
  ["2/3", "two thirds"],
  ["1/4", "a quarter"],
  ["3/4", "three quarters"],
]);

function shareText(part: number, of: number): string {
  return SHARES.get(`${part}/${of}`) ?? `${part} of ${of} parts`;
}
