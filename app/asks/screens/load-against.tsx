import type { Day } from "#lib/kernel/days.ts";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { RULE_WORDS } from "../budget-words.ts";
import type { LoadView } from "../load-view.ts";
import css from "./may-be-asked.module.css";

/** Asks made against a rule, permits with their reasons, and sources with open asks of several reps. */
export function AgainstTheRules({ load, today }: { load: LoadView; today: Day }) {
  const { against, permits, pairs } = load;
  return (
    <Section title="Against the rules, or permitted">
      {against.length + permits.length + pairs.length === 0 && (
        <p className={css.note}>Every ask of this time kept the rules.</p>
      )}
      <div>
        {pairs.map((pair) => (
          <div key={pair.sourceId} className={css.row}>
            <span className={css.words}>
              <Go to={`/people/${pair.sourceId}`}>{pair.sourceName}</Go> owes several of us an answer
              <small className={css.soft}>
                {pair.asks.map((ask, at) => (
                  <span key={ask.askId}>
                    {at > 0 && ", "}
                    <Go to={`/asks/${ask.askId}`}>
                      {ask.memberName}, {shortDay(ask.day, today)}
                    </Go>
                  </span>
                ))}
              </small>
            </span>
          </div>
        ))}
        {against.map((ask) => (
          <div key={ask.askId} className={css.row}>
            <span className={css.words}>
              <Go to={`/asks/${ask.askId}`}>
                {ask.memberName} asked {ask.sourceName}, {shortDay(ask.day, today)}
              </Go>
              <small className={css.soft}>Against {RULE_WORDS[ask.rule]}</small>
            </span>
          </div>
        ))}
        {permits.map((permit) => (
          <div key={permit.permitId} className={css.row}>
            <span className={css.words}>
              {permit.byName} let {permit.memberName} ask{" "}
              <Go to={`/people/${permit.sourceId}`}>{permit.sourceName}</Go>, {shortDay(permit.day, today)}
              <small className={css.soft}>
                “{permit.reason}” ·{" "}
                {permit.usedBy !== null ? (
                  <Go to={`/asks/${permit.usedBy}`}>the ask</Go>
                ) : permit.untilDay < today ? (
                  "not used"
                ) : (
                  `not used yet, until ${dayText(permit.untilDay, today)}`
                )}
              </small>
            </span>
          </div>
        ))}
      </div>
    </Section>
  );
}
