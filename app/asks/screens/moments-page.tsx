import { useState } from "react";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { SettingView } from "../moment-view.ts";
import type { BroughtBy } from "../moment.ts";
import { MOMENT_WORDS } from "./ask-words.ts";
import css from "./waiting.module.css";

const READS = ["/moment-settings"];
const EVENTS: Record<BroughtBy, string> = {
  won: "a deal is won",
  lost: "a deal is lost",
  rhythm: "the rhythm of a client",
};

/** The moments of the sales process: what each is for, and what brings it. Leaders change them. */
export function MomentsPage() {
  const me = useMe();
  const settings = useRead<{ items: SettingView[] }>("/moment-settings");
  if (settings.problem) return <Trouble problem={settings.problem} again={settings.again} />;
  if (me === undefined || settings.data === undefined) return <Loading />;
  return (
    <Column>
      <PageHeading below="A deal that reaches a stage, or ends, brings its moment to the rep's Today.">
        When to ask
      </PageHeading>
      {settings.data.items.map((setting) => (
        <MomentCard key={setting.moment} setting={setting} leads={mayLead(me)} today={me.today} />
      ))}
    </Column>
  );
}

function MomentCard({ setting, leads, today }: { setting: SettingView; leads: boolean; today: string }) {
  const [changing, setChanging] = useState(false);
  const title = capital(MOMENT_WORDS[setting.moment]);
  const { changed } = setting;
  return (
    <Card
      title={title}
      below={changed === null ? undefined : `Set by ${changed.byName}, ${dayText(changed.day, today)}`}
      actions={leads ? <Button onClick={() => setChanging(true)}>Change</Button> : undefined}
    >
      <p>{setting.goal}</p>
      <p className={css.soft}>Counts: {setting.counts}</p>
      <p className={css.soft}>{bringText(setting)}</p>
      <Sheet title={title} opened={changing} onClose={() => setChanging(false)}>
        <MomentForm setting={setting} onDone={() => setChanging(false)} />
      </Sheet>
    </Card>
  );
}

interface SettingDraft {
  goal: string;
  counts: string;
  pauseDays: number | null;
  broughtBy: BroughtBy | "";
  stages: string;
}

function MomentForm({ setting, onDone }: { setting: SettingView; onDone: () => void }) {
  const { moment } = setting;
  const path = `/moment-settings/${moment}`;
  const say = useUndo();
  const draft = useDraft<SettingDraft>({
    goal: setting.goal,
    counts: setting.counts,
    pauseDays: setting.pauseDays,
    broughtBy: setting.broughtBy ?? "",
    stages: setting.stages.join("\n"),
  });
  const back = useWrite((_: void, gesture) => write("DELETE", path, undefined, gesture), { refresh: READS });
  const save = useWrite(
    (said: Omit<SettingView, "moment" | "changed">, gesture) =>
      write<SettingView>("PUT", path, said, gesture),
    {
      refresh: READS,
      done: () => {
        say(`${capital(MOMENT_WORDS[moment])}: set.`, () => back.sendNow());
        onDone();
      },
    },
  );
  const send = () => {
    const { goal, counts, pauseDays, broughtBy, stages } = draft.value;
    save.send({
      goal,
      counts,
      pauseDays: pauseDays ?? 0,
      broughtBy: broughtBy === "" ? null : broughtBy,
      stages: stages.split("\n").filter((stage) => stage.trim() !== ""),
    });
  };
  const events = (Object.keys(EVENTS) as BroughtBy[]).filter(
    (each) => each !== "rhythm" || moment === "account-review",
  );
  return (
    <Form
      problem={save.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Save
        </Button>
      }
    >
      <TextField label="What it is for" {...draft.field("goal")} />
      <TextField label="What counts as having used it" {...draft.field("counts")} />
      <ChoiceField<BroughtBy | "">
        label="Comes when"
        {...draft.field("broughtBy")}
        options={[
          { value: "", label: "Only by the stages below" },
          ...events.map((value) => ({ value, label: capital(EVENTS[value]) })),
        ]}
      />
      <NumberField
        label={setting.broughtBy === "rhythm" ? "Days from one to the next" : "Days of pause until it is due"}
        most={730}
        {...draft.field("pauseDays")}
      />
      <LongTextField
        label="Stages of a deal that bring it"
        hint="One on each line, as your deals call them."
        {...draft.field("stages")}
      />
    </Form>
  );
}

function bringText({ broughtBy, stages, pauseDays }: SettingView): string {
  const pause = pauseDays === 0 ? "" : `, ${pauseDays} days later`;
  if (broughtBy === "rhythm") return `Comes every ${pauseDays} days, to whoever holds the client.`;
  const events = [
    ...(broughtBy === null ? [] : [EVENTS[broughtBy]]),
    ...(stages.length === 0 ? [] : [`a deal reaches ${stages.join(", ")}`]),
  ];
  return events.length === 0
    ? "Nothing brings it: it is yours to see."
    : `Comes when ${events.join(" or ")}${pause}.`;
}
