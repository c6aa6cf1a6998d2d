import { Button } from "#lib/web/button.tsx";
import { Card, Quote, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { callName } from "#people/call-name.ts";
import { SaidLine } from "#people/screens/timeline.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { PraiseView } from "../praise-view.ts";
import { usePraiseForMe, useSeePraise } from "./use-praise.ts";
import css from "./praise.module.css";

/** On Today: what somebody was praised for, until they have read it. */
export function PraiseToday() {
  const me = useMe();
  const items = usePraiseForMe().data?.items ?? [];
  if (me === undefined || items.length === 0) return null;
  return (
    <Section title="You were praised" aside={<Go to="/wall">The wall</Go>}>
      {items.map((praise) => (
        <Praised key={praise.id} praise={praise} me={me} />
      ))}
    </Section>
  );
}

function Praised({ praise, me }: { praise: PraiseView; me: Me }) {
  const see = useSeePraise();
  return (
    <Card
      title={`${callName(praise.by.name)} praised you`}
      actions={
        <Button busy={see.busy} onClick={() => see.send(praise.id)}>
          I have read it
        </Button>
      }
    >
      {praise.words !== null && (
        <Quote>
          <p className={css.written}>{praise.words}</p>
        </Quote>
      )}
      {praise.fact !== null && (
        <p className={css.soft}>
          <SaidLine line={praise.fact} me={me} />
        </p>
      )}
      <FormError problem={see.problem} />
    </Card>
  );
}
