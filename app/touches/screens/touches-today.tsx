import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useSharedRoom } from "#lib/web/shared-room.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { SilenceView } from "../touch-view.ts";
import { SilenceLine } from "./silence-line.tsx";
import css from "./touches.module.css";

/** The day's few who should hear from us; nothing where none is due, and when they are done. */
export function TouchesToday() {
  const me = useMe();
  const today = useRead<{ items: SilenceView[] }>("/touches-today");
  const items = today.data?.items ?? [];
  const shown = useSharedRoom("touches", items.length);
  if (me === undefined || shown === 0) return null;
  return (
    <Section title="Let them hear from you" aside={<Go to="/touches">All</Go>}>
      <Card>
        <ul className={css.lines}>
          {items.slice(0, shown).map((silence) => (
            <li key={silence.personId}>
              <SilenceLine silence={silence} me={me} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
