import { shortDay } from "#lib/kernel/day-words.ts";
import { Go } from "#lib/web/go.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { counts } from "#referrals/referral.ts";
import type { Me } from "#team/me-view.ts";
import { CONSENT_WORDS, KIND_WORDS, OUTCOME_WORDS, type GivenOutcome } from "../given.ts";
import type { GivenView } from "../given-view.ts";
import { OutcomeChips } from "./outcome-chips.tsx";
import css from "./giving.module.css";

const TONES: Record<GivenOutcome, Tone> = {
  waits: "plain",
  spoke: "plain",
  business: "good",
  nothing: "quiet",
};

/** One introduction in a list. */
export function GivenLine({ given, me, named }: { given: GivenView; me: Me; named: boolean }) {
  const thanked = given.thanked === null ? [] : ["they thanked us"];
  const who = named ? [given.memberName] : [];
  return (
    <li className={css.line}>
      <div className={css.words}>
        <p className={css.names}>
          <Go to={`/given/${given.id}`}>
            {given.toName} and {given.whomName}
          </Go>
        </p>
        <p className={css.soft}>
          {[
            KIND_WORDS[given.kind],
            shortDay(given.countsFrom ?? given.day, me.today),
            ...who,
            ...thanked,
          ].join(" · ")}
        </p>
      </div>
      <GivenPill given={given} />
      {given.outcome === "waits" && <OutcomeChips given={given} me={me} />}
    </li>
  );
}

/** Where it stands. */
export function GivenPill({ given }: { given: GivenView }) {
  if (!counts(given.level))
    return (
      <Pill tone="due">{given.consent === null ? "not introduced yet" : CONSENT_WORDS[given.consent]}</Pill>
    );
  return <Pill tone={TONES[given.outcome]}>{OUTCOME_WORDS[given.outcome]}</Pill>;
}
