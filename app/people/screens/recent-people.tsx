import { personChoice, type PersonChoice } from "./person-picker.tsx";
import type { Found } from "../search-view.ts";
import { useRead } from "#lib/web/queries.ts";
import css from "./recent-people.module.css";

/** The people dealt with last, one tap away. */
export function RecentPeople({ onChoose }: { onChoose: (person: PersonChoice) => void }) {
  const found = useRead<Found>("/search", { only: "people", limit: 5 });
  const people = found.data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <div>
      <p className={css.label} id="recent-people">
        Lately
      </p>
      <ul className={css.list} aria-labelledby="recent-people">
        {people.map(personChoice).map((person) => (
          <li key={person.id}>
            <button type="button" className={css.person} onClick={() => onChoose(person)}>
              <span className={css.name}>{person.label}</span>
              {person.hint !== undefined && <span className={css.hint}>{person.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
