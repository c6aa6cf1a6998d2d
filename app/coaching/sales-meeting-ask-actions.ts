import { PARTS, type Part } from "#asks/talk-part.ts";
import { fill, type Fact } from "#asks/wording.ts";
import { LANGUAGE_CODES, seedsIn } from "#asks/wordings/talk-languages.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { callName } from "#people/call-name.ts";
import type { NamedFact } from "#scorecard/fact-reader.ts";
import {
  asksTold,
  askWords,
  type AskBehind,
  type AskTold,
  type AskWords,
  type Named,
} from "./sales-meeting-reader.ts";
import { bestFirst, type ToldAsk } from "./sales-meeting.ts";

/** How many asks of a week there are to choose from. */
const MOST_ASKS = 60;
const MOST_WORDINGS = 3;
const GAP = "…";

/** What is said first of an ask in a meeting: whom it asked for, before what leads to it. */
const SAID_FIRST: readonly Part[] = ["request", "ideal-client", "reason", "permission", "value"];

export interface ToldAskWithWords extends ToldAsk, AskTold {
  /** What the rep noted of it, the first first. */
  notes: string[];
  /** What they said, with the gaps filled as far as it is known. */
  said: string[];
  /** Whom it brought in the week. */
  brought: { contact: Named | null; level: number }[];
}

/** The asks that brought an introduction in a week and those that were made in it, the best first. */
export async function toldAsks(
  tx: Tx,
  actor: Actor,
  {
    introduced,
    asked,
    behind,
    to,
  }: { introduced: readonly NamedFact[]; asked: readonly NamedFact[]; behind: readonly AskBehind[]; to: Day },
): Promise<ToldAskWithWords[]> {
  const brought = broughtBy(introduced, behind);
  const ids = [...new Set([...brought.keys(), ...asked.map(({ subject }) => subject.id)])];
  const words = Map.groupBy(await askWords(tx, ids, to), ({ askId }) => askId);
  const asks = (await asksTold(tx, ids)).map((ask) => {
    const own = words.get(ask.askId) ?? [];
    const notes = own.flatMap(({ note }) => note ?? []);
    const said = saidIn(own, ask, actor.workspace.name);
    const came = brought.get(ask.askId) ?? [];
    return {
      ...ask,
      notes,
      said,
      brought: came,
      level: came.length === 0 ? null : Math.max(...came.map(({ level }) => level)),
      hasWords: notes.length + said.length > 0,
    };
  });
  return bestFirst(asks).slice(0, MOST_ASKS);
}

function broughtBy(
  introduced: readonly NamedFact[],
  behind: readonly AskBehind[],
): Map<string, ToldAskWithWords["brought"]> {
  const facts = new Map(introduced.map((fact) => [fact.subject.id, fact]));
  const brought = new Map<string, ToldAskWithWords["brought"]>();
  for (const { referralId, askId } of behind) {
    const fact = facts.get(referralId);
    if (askId === null || fact === undefined) continue;
    brought.set(askId, [...(brought.get(askId) ?? []), { contact: fact.person, level: fact.level ?? 0 }]);
  }
  return brought;
}

function saidIn(words: readonly AskWords[], ask: AskTold, workspace: string): string[] {
  const known: Partial<Record<Fact, string | null>> = {
    name: callName(ask.source.name),
    account: ask.accountName,
    whom: ask.forWhom ?? ask.targetName,
    rep: ask.member.name,
    workspace,
  };
  const wordings = words
    .flatMap((each) => each.wordings)
    .flatMap(({ text, part, seed }) => {
      const found = seed === null ? null : (seeds.get(seed) ?? null);
      const own = text ?? found?.text ?? null;
      const at = part ?? found?.part ?? null;
      return own === null || at === null ? [] : [{ part: at, text: gapless(fill(own, known).text) }];
    });
  const sorted = wordings.toSorted((a, b) => order(a.part) - order(b.part)).map(({ text }) => text);
  const whole = sorted.filter((text) => !text.includes(GAP));
  return [...new Set(whole.length > 0 ? whole : sorted)].slice(0, MOST_WORDINGS);
}

function order(part: Part): number {
  const first = SAID_FIRST.indexOf(part);
  return first < 0 ? SAID_FIRST.length + PARTS.indexOf(part) : first;
}

/** What is not known is left out, as one leaves it out who tells of it. */
function gapless(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, GAP);
}

const seeds = new Map(
  LANGUAGE_CODES.flatMap((code) =>
    seedsIn(code).map(({ key, part, text }) => [key, { part, text }] as const),
  ),
);
