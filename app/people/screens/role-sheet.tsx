import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { optionsOf, ROLE_HINTS, ROLE_WORDS } from "./source-words.ts";
import { useSayRole } from "./use-source-writes.ts";
import css from "./source.module.css";

/** One press says it. */
export function RoleSheet({ person, standing, onDone }: SourceSheetProps) {
  const say = useSayRole(person.id, onDone);
  const now = standing.role?.role ?? null;
  return (
    <>
      <div className={css.stack}>
        <p className={css.words}>Whatever it is: everybody you have met can introduce you.</p>
      </div>
      <div className={css.choices}>
        {optionsOf(ROLE_WORDS).map(({ value, label }) => (
          <Button
            key={value}
            wide
            busy={say.busy}
            tone={value === now ? "primary" : "plain"}
            onClick={() => (value === now ? onDone() : say.send(value))}
          >
            {label}: {ROLE_HINTS[value]}
          </Button>
        ))}
        {now !== null && (
          <Button wide tone="quiet" busy={say.busy} onClick={() => say.send(null)}>
            None any more
          </Button>
        )}
      </div>
      <FormError problem={say.problem} />
    </>
  );
}
