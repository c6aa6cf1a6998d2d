import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import type { StandingView } from "#people/standing-view.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { maybeOneOf, oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { pictureInWords } from "../ideal-client.ts";
import type { PlanView } from "../plan-view.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import type { MatchView } from "../match-view.ts";
import type { ReasonView } from "../reason-view.ts";
import { PARTS_AT } from "../talk-part.ts";
import type { TalkFacts, TalkInput } from "../talk-track.ts";
import { choicesFor, type Choice } from "../wording.ts";
import { byWhatWorks } from "../wording-order.ts";
import type { WordingView } from "../wording-view.ts";
import { LANGUAGE_CODES, seedsIn, talkLanguage } from "../wordings/talk-languages.ts";
import { readLanguage } from "./talk-draft.ts";

/** Chosen: nobody in general, no reason. */
export const NONE = "none";

/** What a talk is about, in its address: whoever plans one links to it. */
const talkAddress = {
  moment: oneOf("anytime", "discovery", "proposal", "delivered", "account-review", "lost-deal"),
  language: maybeOneOf(...LANGUAGE_CODES),
  /** Ids, or NONE; "" what was planned, or else the one that fits best, and nobody in particular. */
  picture: text(),
  reason: text(),
  target: text(),
  plan: text(),
};
export type TalkAddress = ReturnType<typeof useTalkAddress>[0];

export function useTalkAddress() {
  return useFilters(talkAddress);
}

/** With what was chosen for the plan, where the address says nothing else. */
export function asPlanned(address: TalkAddress, plan: PlanView | undefined): TalkAddress {
  return {
    ...address,
    picture: address.picture || (plan?.idealClientId ?? ""),
    reason: address.reason || (plan?.reasonId ?? ""),
    target: address.target || (plan?.targetId ?? ""),
  };
}

/** The language chosen last on this device, or else that of the device. */
export function languageOf(address: Pick<TalkAddress, "language">): (typeof LANGUAGE_CODES)[number] {
  const wanted = address.language ?? readLanguage() ?? navigator.language.slice(0, 2);
  return LANGUAGE_CODES.find((code) => code === wanted) ?? LANGUAGE_CODES[0];
}

export interface TalkReadings {
  match: MatchView | undefined;
  /** To choose from, the best first. */
  pictures: readonly IdealClientView[];
  reasons: readonly ReasonView[];
  standing: StandingView | undefined;
  facts: TalkFacts;
  /** Undefined while the words are not there yet. */
  choices: TalkInput["choices"] | undefined;
}

/** All that a talk with this person is built from. */
export function useTalk(person: PersonView, me: Me, address: TalkAddress): TalkReadings {
  const { moment } = address;
  const standing = useRead<StandingView>(`/people/${person.id}/standing`).data;
  const language = languageOf(address);
  const match = useRead<MatchView>(`/people/${person.id}/match`, {
    ...(address.target !== "" && address.target !== NONE && { target: address.target }),
    ...(language !== "en" && { language }),
  }).data;
  const library = useLibrary(language, moment);
  const pictures = useWithChosen(
    "/ideal-clients",
    address.picture,
    match?.pictures.map(({ picture }) => picture),
  );
  const reasons = useWithChosen(
    "/business-reasons",
    address.reason,
    match?.reasons.map(({ reason }) => reason),
  );
  const picture = chosen(pictures, address.picture);
  const reason = chosen(reasons, address.reason);
  const facts: TalkFacts = {
    name: callName(person.fullName),
    account: person.accountName,
    value: standing?.right?.earned === true ? standing.right.words : null,
    target: match?.target?.name ?? null,
    idealClient: picture === undefined ? null : pictureInWords(picture),
    reason: reason?.sentence ?? null,
    prompts: (match?.prompts ?? []).slice(0, 2).map(({ words }) => words),
    rep: me.member.name,
    workspace: me.workspace.name,
  };
  const choices =
    library &&
    Object.fromEntries(
      PARTS_AT[moment].map((part) => [part, byWhatWorks(choicesFor(library, moment, part))]),
    );
  return { match, pictures, reasons, standing, facts, choices };
}

/** What fits, and what was chosen besides: by a plan, say. */
function useWithChosen<T extends { id: string }>(
  path: string,
  id: string,
  fitting: readonly T[] | undefined,
): readonly T[] {
  const strange = id !== "" && id !== NONE && fitting?.every((each) => each.id !== id) === true;
  const besides = useRead<T>(strange ? `${path}/${id}` : undefined).data;
  return [...(strange && besides ? [besides] : []), ...(fitting ?? [])];
}

/**
 * The words as they were when the talk was opened: nothing moves under the eyes of somebody who reads aloud. Where the team's
 * cannot be had, without a network say, the ones that every workspace begins with.
 */
function useLibrary(language: string, moment: string): readonly Choice[] | undefined {
  const found = useRead<{ items: WordingView[] }>("/wordings", { language, moment });
  const key = `${language} ${moment}`;
  const [held, setHeld] = useState<{ key: string; items: readonly Choice[] }>();
  const items =
    found.data?.items.filter(({ offered }) => offered) ?? (found.problem ? seedsIn(language) : undefined);
  if (items !== undefined && held?.key !== key) setHeld({ key, items });
  return held?.key === key ? held.items : undefined;
}

/** "or", in the language of the talk. */
export function orIn(language: string): string {
  return talkLanguage(language).or;
}

function chosen<T extends { id: string }>(fitting: readonly T[], id: string): T | undefined {
  return id === "" ? fitting[0] : fitting.find((each) => each.id === id);
}
