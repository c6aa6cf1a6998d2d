import { Button } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { callName } from "#people/call-name.ts";
import { useTell, type TellingOf, type ToldBefore } from "./use-page-writes.ts";

interface TellFormProps {
  of: TellingOf;
  before: ToldBefore;
  contactName: string;
  /** Reports to the source that are open, which this settles. */
  reports: readonly string[];
  done: () => void;
}

/** What the source reads of one introduction, and whether that was the report that is owed. */
export function TellForm({ of, before, contactName, reports, done }: TellFormProps) {
  const draft = useDraft({ told: before.told ?? "", reported: true });
  const tell = useTell(of, before, done);
  const { told, reported } = draft.value;
  const [source, contact] = [callName(of.sourceName), callName(contactName)];
  const send = () =>
    tell.send({
      tells: true,
      told: told.trim() === "" ? null : told,
      duties: reported ? reports : [],
    });
  return (
    <Form
      problem={tell.problem}
      onSubmit={send}
      actions={
        <>
          <Button submit tone="primary" busy={tell.busy}>
            Put it on the page
          </Button>
          {before.tells && (
            <Button
              tone="quiet"
              busy={tell.busy}
              onClick={() => tell.send({ tells: false, told: null, duties: [] })}
            >
              Say nothing of {contact} any more
            </Button>
          )}
        </>
      }
    >
      <p>
        {source} reads that they introduced {contact}, and how far it is: whether we spoke, met, and work
        together. Of nobody else.
      </p>
      <LongTextField label="And a word from you, if you like" lines={3} {...draft.field("told")} />
      {reports.length > 0 && (
        <CheckField
          label={`I send ${source} the link now: that is the report I owe`}
          {...draft.field("reported")}
        />
      )}
    </Form>
  );
}
