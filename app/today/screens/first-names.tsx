import type { Page } from "#lib/kernel/page.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { useRead } from "#lib/web/queries.ts";
import css from "./first-names.module.css";

/** In a workspace that knows nobody yet: where to begin. */
export function FirstNames() {
  const people = useRead<Page<unknown>>("/people", { limit: 1 });
  if (people.data === undefined || people.data.items.length > 0) return null;
  return (
    <Empty
      action={
        <div className={css.begin}>
          <GoButton to="/people/whom-do-i-know" tone="primary">
            Write down whom you know
          </GoButton>
          <GoButton to="/imports">Bring in a file</GoButton>
        </div>
      }
    >
      Nobody stands here yet. Who knows you is glad to be asked: begin with their names.
    </Empty>
  );
}
