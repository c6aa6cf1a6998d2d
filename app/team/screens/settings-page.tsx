import { useEffect, useRef } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { JobView } from "../job-view.ts";
import type { WorkspaceView } from "../workspace-view.ts";
import css from "./lines.module.css";
import { COUNTRIES, CURRENCIES, TIME_ZONES, withValue } from "./places.ts";
import { TeamScreenTime } from "./team-screen-time.tsx";
import { useMe } from "./use-me.ts";
import {
  FIRST_DAYS,
  MONTHS,
  PATTERN_OPTIONS,
  settingsFrom,
  type SettingsDraft,
  textOf,
} from "./settings-words.ts";

const TOUCHED = ["/workspace", "/me", "/scorecard", "/jobs"];

/** How the workspace counts and what it is called; a leader changes it, everybody may look. */
export function SettingsPage() {
  const me = useMe();
  const workspace = useRead<WorkspaceView>("/workspace");
  if (workspace.problem) return <Trouble problem={workspace.problem} again={workspace.again} />;
  if (workspace.data === undefined || me === undefined) return <Loading />;
  const leads = me.member.role === "leader";
  return (
    <>
      <PageHeading below={leads ? undefined : "A leader can change what stands here."}>
        {`How ${workspace.data.name} counts`}
      </PageHeading>
      <Column>
        <Section title="Also here">
          <ul className={css.lines}>
            {PLACES.map(({ to, name, says }) => (
              <li key={to} className={css.line}>
                <Go to={to}>{name}</Go>
                <small className={css.below}>{says}</small>
              </li>
            ))}
          </ul>
        </Section>
        {workspace.data.recount && <Recount recount={workspace.data.recount} done={workspace.again} />}
        <Settings key={JSON.stringify(workspace.data)} workspace={workspace.data} leads={leads} />
        {leads && <TeamScreenTime today={me.today} />}
      </Column>
    </>
  );
}

const PLACES = [
  { to: "/team", name: "Team", says: "members, teams, invitations" },
  { to: "/ideal-clients", name: "Whom we want to meet", says: "ideal clients and targets" },
  { to: "/reasons", name: "Why they should meet us", says: "the library of reasons" },
  { to: "/settings/moments", name: "When to ask", says: "the moments of your sales process" },
  { to: "/settings/clocks", name: "After an introduction", says: "when to answer, thank and report" },
  {
    to: "/settings/rhythms",
    name: "Rhythms",
    says: "how often people hear from us, and what a touch weighs",
  },
  { to: "/settings/letters", name: "Letters", says: "when they leave, how fast, and who may ask for them" },
  { to: "/settings/report-cards", name: "Report cards", says: "what clients are asked" },
  { to: "/settings/gifts", name: "Gifts", says: "what they may cost, and the register" },
  { to: "/settings/goals", name: "Goals", says: "what every rep aims for" },
  { to: "/settings/days-off", name: "Days off", says: "workdays and holidays, when clocks stand still" },
  { to: "/settings/mail", name: "Mail that logs itself", says: "your address for copies, and what came in" },
  { to: "/settings/calendar", name: "Your calendar", says: "read, and handed out to your calendar program" },
  { to: "/settings/practice-endpoint", name: "Made-up partners", says: "a model of yours may play them" },
  { to: "/settings/keys", name: "API keys", says: "for programs that act as you" },
];

function Settings({ workspace, leads }: { workspace: WorkspaceView; leads: boolean }) {
  const say = useUndo();
  const draft = useDraft(() => textOf(workspace));
  const save = useWrite(
    (what: SettingsDraft, gesture) => write<WorkspaceView>("PUT", "/workspace", settingsFrom(what), gesture),
    { refresh: TOUCHED },
  );
  const submit = async () => {
    const before = textOf(workspace);
    await save.sendNow(draft.value);
    say("The settings are changed.", () => save.sendNow(before));
  };
  const counting = workspace.recount !== null;
  const field = <K extends keyof SettingsDraft>(name: K) => ({ ...draft.field(name), disabled: !leads });
  return (
    <Card>
      <Form
        problem={save.problem}
        onSubmit={() => void submit().catch(() => undefined)}
        actions={
          leads && (
            <Button submit tone="primary" busy={save.busy} disabled={!draft.touched}>
              Save the settings
            </Button>
          )
        }
      >
        <TextField label="Name of the workspace" {...field("name")} />
        <ChoiceField
          label="Time zone"
          options={withValue(TIME_ZONES, draft.value.timeZone)}
          {...field("timeZone")}
        />
        <ChoiceField
          label="Currency"
          hint="For amounts to come. Those that are there keep theirs."
          options={withValue(CURRENCIES, draft.value.currency)}
          {...field("currency")}
        />
        <ChoiceField
          label="Country"
          hint="Telephone numbers without a country belong there."
          options={[{ value: "", label: "None" }, ...withValue(COUNTRIES, draft.value.defaultCountry)]}
          {...field("defaultCountry")}
        />
        <TextField
          label="Postal address"
          hint="On one line. The law of some countries wants it in what you write."
          {...field("postalAddress")}
        />
        <ChoiceField
          label="Weeks begin on"
          hint="A change counts every week anew. Nothing is lost, and it can be changed back."
          options={FIRST_DAYS}
          {...field("firstDay")}
          disabled={!leads || counting}
        />
        <ChoiceField
          label="Months are"
          hint="A week belongs whole to one month: in calendar months to the one that holds its fourth day."
          options={PATTERN_OPTIONS}
          {...field("pattern")}
        />
        <ChoiceField label="The fiscal year starts in" options={MONTHS} {...field("startMonth")} />
        <NumberField
          label="Days a source rests"
          hint="After an ask by anybody, or a reference, nobody asks them again for so long."
          most={365}
          {...field("restDays")}
        />
      </Form>
    </Card>
  );
}

/** The recount under way; `done` reads the settings anew when it has ended. */
function Recount({ recount, done }: { recount: NonNullable<WorkspaceView["recount"]>; done: () => void }) {
  const job = useRead<JobView>(
    `/jobs/${recount.jobId}`,
    {},
    { everyMs: (data) => (data?.state === "waiting" || data === undefined ? 700 : false) },
  );
  const ended = job.data !== undefined && job.data.state !== "waiting";
  const told = useRef(false);
  useEffect(() => {
    if (!ended || told.current) return;
    told.current = true;
    done();
  }, [ended, done]);
  const day = FIRST_DAYS.find((each) => each.value === String(recount.firstDay))?.label;
  if (job.data?.state === "failed") {
    return (
      <Card title="The weeks could not be counted anew">
        <p>{job.data.failure}. Everything is as it was; try once more.</p>
      </Card>
    );
  }
  return (
    <Card
      title={`Weeks will begin on ${day}`}
      below="As soon as everything is counted anew. You can go on working."
    >
      <Progress
        label="Counting every week anew"
        done={job.data?.progress?.done ?? 0}
        {...(job.data?.progress && { of: job.data.progress.total })}
      />
    </Card>
  );
}
