import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { copyText } from "#lib/web/copy.ts";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { HoursView } from "../newsletter-view.ts";
import css from "./letters.module.css";

/** When letters to many leave, how fast, from where, and how anybody may ask for them. */
export function SendingPage() {
  const me = useMe();
  const hours = useRead<HoursView>("/sending-hours");
  const workspace = useRead<{ postalAddress: string | null }>("/workspace");
  const failed = [hours, workspace].find(({ problem }) => problem);
  if (failed?.problem) return <Trouble problem={failed.problem} again={failed.again} />;
  if (me === undefined || hours.data === undefined || workspace.data === undefined) return <Loading />;
  const leads = mayLead(me);
  const { postalAddress } = workspace.data;
  return (
    <Column>
      <PageHeading below={leads ? undefined : "A leader can change what stands here."}>
        When letters leave
      </PageHeading>
      <Hours key={JSON.stringify(hours.data)} hours={hours.data} leads={leads} />
      <Card title="Postal address" below="It stands at the end of each letter; without it none leaves.">
        <p className={postalAddress === null ? css.late : css.said}>
          {postalAddress ?? "Nobody has written it down yet."}
        </p>
        <Go to="/settings">{postalAddress === null ? "Write it down" : "Change it"} in the settings</Go>
      </Card>
      <SignUp link={hours.data.signUpLink} />
    </Column>
  );
}

type Draft = Pick<HoursView, "fromTime" | "untilTime" | "daysOff"> & { perMinute: number | null };

function Hours({ hours, leads }: { hours: HoursView; leads: boolean }) {
  const { fromTime, untilTime, daysOff, perMinute } = hours;
  const draft = useDraft<Draft>({ fromTime, untilTime, daysOff, perMinute });
  const say = useUndo();
  const patch = (wanted: Draft, gesture: string) =>
    write<HoursView>("PATCH", "/sending-hours", wanted, gesture);
  const refresh = ["/sending-hours", "/newsletters"];
  const back = useWrite(patch, { refresh });
  const save = useWrite(patch, {
    refresh,
    done: () => say("It is set.", () => back.sendNow({ fromTime, untilTime, daysOff, perMinute })),
  });
  const field = <K extends keyof Draft>(name: K) => ({ ...draft.field(name), disabled: !leads });
  return (
    <Card title="Quiet hours and pace" below={`Times are those of ${hours.timeZone}.`}>
      <Form
        problem={save.problem}
        onSubmit={() => save.send(draft.value)}
        actions={
          leads && (
            <Button submit tone="primary" busy={save.busy} disabled={!draft.touched}>
              Save
            </Button>
          )
        }
      >
        <TextField label="Letters leave from" hint="HH:MM" {...field("fromTime")} />
        <TextField
          label="Letters leave until"
          hint="HH:MM. What is not sent by then waits for the next morning."
          {...field("untilTime")}
        />
        <CheckField label="Also on weekends and holidays" {...field("daysOff")} />
        <NumberField
          label="Letters a minute, at most"
          hint="Mail servers refuse whoever comes too fast: ask yours."
          least={1}
          most={6000}
          {...field("perMinute")}
        />
      </Form>
    </Card>
  );
}

function SignUp({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Card
      title="A page to ask for your letters"
      below="Put this link on your site or under your mail. Whoever enters an address there is asked by mail, and gets letters only after they confirm it."
      actions={
        <Button onClick={() => void copyText(link).then(setCopied)}>
          {copied ? "Copied" : "Copy the link"}
        </Button>
      }
    >
      <p className={css.link}>{link}</p>
    </Card>
  );
}
