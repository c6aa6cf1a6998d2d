import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { ClocksView } from "../clock-view.ts";
import { mayLead } from "../member.ts";
import { useMe } from "./use-me.ts";

const TOUCHED = ["/clocks", "/duties", "/referrals", "/loop-measures"];

/** Until when what follows an introduction is owed; leaders set it. */
export function ClocksPage() {
  const me = useMe();
  const clocks = useRead<ClocksView>("/clocks");
  if (clocks.problem) return <Trouble problem={clocks.problem} again={clocks.again} />;
  if (clocks.data === undefined || me === undefined) return <Loading />;
  const leads = mayLead(me);
  return (
    <Column>
      <PageHeading
        below={
          leads
            ? "What is moved to a day off moves on to the next workday."
            : "A leader can change what stands here."
        }
      >
        What an introduction starts
      </PageHeading>
      <Card>
        <Clocks key={JSON.stringify(clocks.data)} clocks={clocks.data} leads={leads} />
      </Card>
    </Column>
  );
}

/** A number that is being typed may be none for a moment. */
type ClocksDraft = { [F in keyof ClocksView]: ClocksView[F] extends number ? number | null : ClocksView[F] };

function wholeOf(
  { thankHours, reportDays, closeHours, ...rest }: ClocksDraft,
  before: ClocksView,
): ClocksView {
  return {
    ...rest,
    thankHours: thankHours ?? before.thankHours,
    reportDays: reportDays ?? before.reportDays,
    closeHours: closeHours ?? before.closeHours,
  };
}

function Clocks({ clocks, leads }: { clocks: ClocksView; leads: boolean }) {
  const draft = useDraft<ClocksDraft>(clocks);
  const say = useUndo();
  const back = useWrite(patch, { refresh: TOUCHED });
  const save = useWrite(patch, {
    refresh: TOUCHED,
    done: () => say("The clocks are set.", () => back.sendNow(clocks)),
  });
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(wholeOf(draft.value, clocks))}
      actions={
        leads && (
          <Button submit tone="primary" busy={save.busy} disabled={!draft.touched}>
            Save
          </Button>
        )
      }
    >
      <TextField label="Answered on its workday by" {...draft.field("respondBy")} hint="Such as 18:00." />
      <TextField
        label="Answered on the next workday when it arrives after"
        {...draft.field("respondCutoff")}
        hint="Such as 16:00."
      />
      <NumberField label="Source thanked within hours" least={1} most={720} {...draft.field("thankHours")} />
      <NumberField
        label="Source told what came of it within days"
        least={1}
        most={365}
        {...draft.field("reportDays")}
      />
      <NumberField
        label="At the close, sources told and thanked within hours"
        least={1}
        most={720}
        {...draft.field("closeHours")}
      />
      <DayField
        label="Clocks run for introductions since"
        {...draft.field("since")}
        hint="History that was brought in is not owed all at once."
      />
    </Form>
  );
}

async function patch(wanted: ClocksView, gesture: string): Promise<ClocksView> {
  return await write<ClocksView>("PATCH", "/clocks", wanted, gesture);
}
