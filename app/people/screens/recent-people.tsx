import { useEffect, useState } from "react";
import { personChoice, type PersonChoice } from "./person-choice.ts";
import type { Found } from "../search-view.ts";
import { useRead } from "#lib/web/queries.ts";
import { RECENT } from "./find-people.ts";
import css from "./recent-people.module.css";

const SHOWN = 5;
/** So long the newest list is waited for where an older one is at hand. */
const PATIENCE_MS = 1_000;

/** The people dealt with last, one tap away. */
export function RecentPeople({ onChoose }: { onChoose: (person: PersonChoice) => void }) {
  const found = useRead<Found>("/search", RECENT);
  const waited = useWaited(PATIENCE_MS);
  // It stays as it first was: a list that is sorted anew under a thumb makes it miss.
  const [first, setFirst] = useState<Found>();
  if (first === undefined && found.data !== undefined && (!found.asking || waited)) setFirst(found.data);
  const people = (first?.people ?? []).slice(0, SHOWN);
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

function useWaited(ms: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return waited;
}
