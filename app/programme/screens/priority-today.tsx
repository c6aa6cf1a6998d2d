import { dayText } from "#lib/kernel/day-words.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { AreasView } from "../priority-view.ts";
import { AREA_WORDS, STATE_WORDS } from "./alignment-words.ts";
import css from "./priority.module.css";

/** On Today: the areas of the programme that are one's own to see to, and due. */
export function PriorityToday() {
  const me = useMe();
  const areas = useRead<AreasView>("/my-alignment").data?.items ?? [];
  if (me === undefined || areas.length === 0) return null;
  return (
    <Section title="Yours in the programme">
      <Card>
        <ul className={css.lines}>
          {areas.map(({ area, state, dueOn }) => (
            <li key={area} className={css.line}>
              <div className={css.about}>
                <p className={css.name}>
                  {AREA_WORDS[area].name}{" "}
                  <Pill tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Pill>
                </p>
                <p className={css.soft}>
                  {dueOn !== null && `By ${dayText(dueOn, me.today)}. `}
                  {AREA_WORDS[area].means}
                </p>
              </div>
              <GoButton to={`/programme?area=${area}`}>Say what shows it</GoButton>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
