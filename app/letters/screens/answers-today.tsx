import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useSharedRoom } from "#lib/web/shared-room.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { AnswerLine } from "./answer-line.tsx";
import { useRepliesWaiting } from "./use-replies-waiting.ts";
import css from "./letters.module.css";

/** Who answered one's letters and waits for a word; nothing where nobody does. */
export function AnswersToday() {
  const me = useMe();
  const items = useRepliesWaiting().data?.items ?? [];
  const shown = useSharedRoom("answers", items.length);
  if (me === undefined || shown === 0) return null;
  return (
    <Section title="They answered your letter" aside={<Go to="/letters">Letters</Go>}>
      <Card>
        <ul className={css.lines}>
          {items.slice(0, shown).map((reply) => (
            <li key={reply.id} className={css.line}>
              <AnswerLine reply={reply} me={me} onLetter />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
