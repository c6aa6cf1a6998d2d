import { Section } from "#lib/web/card.tsx";
import type { Day } from "#lib/kernel/days.ts";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { OriginView } from "../person-view.ts";
import type { PersonView } from "../person-view.ts";
import { BASIS_WORDS, CAME_FROM_WORDS } from "./people-words.ts";
import css from "./lines.module.css";

/** Where what we know of somebody came from, and on what ground it is kept: their right to know. */
export function Origins({ person, today }: { person: PersonView; today: Day }) {
  const origins = useRead<{ items: OriginView[] }>(`/people/${person.id}/origins`).data?.items ?? [];
  if (origins.length === 0) return null;
  return (
    <Section title="Where this comes from">
      <ul className={css.lines}>
        {origins.map((origin) => (
          <li key={origin.id} className={css.line}>
            <span>
              {CAME_FROM_WORDS[origin.cameFrom]}
              {origin.detail !== null && `: ${origin.detail}`}
              {origin.byName !== null && `, by ${origin.byName}`}
              <small className={css.when}>
                {dayText(origin.at.slice(0, 10), today)} · kept as {BASIS_WORDS[origin.basis] ?? origin.basis}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
