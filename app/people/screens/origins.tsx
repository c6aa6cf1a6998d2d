import { Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/web/words.ts";
import type { OriginView } from "../person-routes.ts";
import css from "./people.module.css";

const FROM: Record<OriginView["cameFrom"], string> = {
  typed: "Written down",
  import: "From a file",
  api: "By the API",
  referral: "From an introduction",
  demo: "From the demo story",
};

/** Where what we know of somebody came from, and on what ground we keep it. */
export function Origins({ personId, today }: { personId: string; today: string }) {
  const origins = useRead<{ items: OriginView[] }>(`/people/${personId}/origins`);
  if (!origins.data || origins.data.items.length === 0) return null;
  return (
    <Section title="Where this comes from">
      <ul className={css.lines}>
        {origins.data.items.map((origin) => (
          <li key={origin.id}>
            <span>
              {FROM[origin.cameFrom]}
              {origin.detail && `: ${origin.detail}`}
            </span>
            <span className={css.soft}>
              {dayText(origin.at.slice(0, 10), today)}
              {origin.byName && `, by ${origin.byName}`} · {origin.basis.replaceAll("-", " ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
