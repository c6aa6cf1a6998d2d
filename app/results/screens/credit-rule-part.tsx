import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import type { RulesView, ShapeView } from "../credit-view.ts";
import { exampleText, shapeText } from "./credit-words.ts";
import { saidShape, ShapeFields, type ShapeDraft } from "./shape-fields.tsx";
import { useSetRule } from "./use-credits.ts";
import css from "./credits.module.css";

/** The rule in words, which rules there were, and for leaders another one. */
export function CreditRulePart({ me }: { me: Me }) {
  const [changing, setChanging] = useState(false);
  const rules = useRead<RulesView>("/credit-rules");
  if (rules.problem) return <Trouble problem={rules.problem} again={rules.again} />;
  if (rules.data === undefined) return <Loading lines={3} />;
  const { now, versions } = rules.data;
  return (
    <Section
      title="How a deal is credited"
      aside={
        mayLead(me) && (
          <span className={css.actions}>
            <Button tone="quiet" onClick={() => setChanging(true)}>
              Change the rule …
            </Button>
          </span>
        )
      }
    >
      <div className={css.block}>
        <p className={css.plain}>{shapeText(now.shape)}.</p>
        <p className={css.soft}>{exampleText(now.shape, me.workspace.currency)}</p>
        <p className={css.soft}>
          It is a way of counting what introductions led to. Nobody is paid by it, and nobody is told.
        </p>
        <details className={css.more}>
          <summary>
            {versions.length === 1 ? "Version 1, which the house came with" : `Versions: ${versions.length}`}
          </summary>
          <ul className={css.lines}>
            {versions.map(({ version, shape, set }) => (
              <li key={version} className={css.line}>
                <div className={css.about}>
                  <p>
                    {version}. {shapeText(shape)}.
                  </p>
                  <p className={css.soft}>
                    {set === null
                      ? "The house’s own: it holds until a leader sets another."
                      : `${set.byName}, ${dayText(set.day, me.today)}: ${set.reason}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      </div>
      <Sheet title="Another rule" opened={changing} onClose={() => setChanging(false)}>
        <RuleForm shape={now.shape} onClose={() => setChanging(false)} />
      </Sheet>
    </Section>
  );
}

function RuleForm({ shape, onClose }: { shape: ShapeView; onClose: () => void }) {
  const [draft, setDraft] = useState<ShapeDraft>({
    kind: shape.kind,
    share: shape.kind === "split" ? `${shape.kept.part}/${shape.kept.of}` : "1/2",
  });
  const [reason, setReason] = useState("");
  const save = useSetRule(onClose);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ ...saidShape(draft), reason })}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Set it for deals won from now on
        </Button>
      }
    >
      <ShapeFields value={draft} onChange={setDraft} />
      <LongTextField
        label="Why"
        name="reason"
        hint="Whoever reads it next year wants to know. What is credited already stays."
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}
