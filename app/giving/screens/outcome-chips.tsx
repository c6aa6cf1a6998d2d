import { FormError } from "#lib/web/form-error.tsx";
import { counts } from "#referrals/referral.ts";
import { mayChange, mayComeToSomething, OUTCOMES, type OutcomeWord } from "../given.ts";
import type { GivenView } from "../given-view.ts";
import type { Me } from "#team/me-view.ts";
import { useOutcome } from "./use-given-writes.ts";
import css from "./giving.module.css";

const CHIP_WORDS: Record<OutcomeWord, string> = {
  spoke: "They spoke",
  business: "Came to business",
  nothing: "Nothing",
};

/** What came of it: one tap. Nothing for those who may not say, or where the two were not introduced yet. */
export function OutcomeChips({ given, me }: { given: GivenView; me: Me }) {
  const outcome = useOutcome(given);
  const mine = mayChange(me, { memberId: given.memberId, teamId: given.memberTeamId });
  if (!mine || !counts(given.level) || !mayComeToSomething(given.consent)) return null;
  return (
    <div>
      <div
        className={css.chips}
        role="group"
        aria-label={`What came of it, ${given.toName} and ${given.whomName}`}
      >
        {OUTCOMES.map((word) => (
          <button
            key={word}
            type="button"
            className={css.chip}
            aria-pressed={given.outcome === word}
            disabled={outcome.busy || given.outcome === word}
            onClick={() => outcome.send(word)}
          >
            {CHIP_WORDS[word]}
          </button>
        ))}
      </div>
      <FormError problem={outcome.problem} />
    </div>
  );
}
