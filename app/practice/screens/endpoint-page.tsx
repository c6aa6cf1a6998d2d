import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { ENDPOINT_SECONDS } from "../endpoint.ts";
import type { EndpointView, TriedView } from "../endpoint-view.ts";
import practice from "./practice.module.css";

const PATH = "/practice-endpoint";

/** Who may play a persona from elsewhere; a leader sets it. */
export function EndpointPage() {
  const me = useMe();
  const endpoint = useRead<EndpointView>(PATH);
  if (endpoint.problem) return <Trouble problem={endpoint.problem} again={endpoint.again} />;
  if (endpoint.data === undefined || me === undefined) return <Loading />;
  const { host, settings } = endpoint.data;
  const leads = me.member.role === "leader";
  return (
    <Column>
      <PageHeading below="The personas of the device need none of this. Where it is on, everybody sees whom their words would go to, and chooses for each talk.">
        {host === null ? "Personas are played on the device alone" : `${host} may play a persona`}
      </PageHeading>
      {leads ? (
        <Settings key={JSON.stringify(settings)} settings={settings} />
      ) : (
        <p>A leader can change that.</p>
      )}
    </Column>
  );
}

interface EndpointDraft {
  url: string;
  model: string;
  key: string;
  noKey: boolean;
  seconds: number | null;
  isOn: boolean;
}

function Settings({ settings }: { settings: EndpointView["settings"] }) {
  const draft = useDraft<EndpointDraft>({
    url: settings?.url ?? "",
    model: settings?.model ?? "",
    key: "",
    noKey: settings !== null && !settings.hasKey,
    seconds: settings?.seconds ?? ENDPOINT_SECONDS.usual,
    isOn: settings?.isOn ?? false,
  });
  const { noKey } = draft.value;
  const save = useWrite(
    ({ key, noKey: none, ...rest }: EndpointDraft, gesture) => {
      const said = none ? { key: null } : key.trim() === "" ? {} : { key: key.trim() };
      return write("PUT", PATH, { ...rest, ...said }, gesture);
    },
    { refresh: [PATH], done: () => draft.set({ key: "" }) },
  );
  const forget = useWrite((_: null, gesture) => write("DELETE", PATH, undefined, gesture), {
    refresh: [PATH],
  });
  return (
    <>
      <Card title="Who plays">
        <Form
          problem={save.problem}
          onSubmit={() => save.send(draft.value)}
          actions={
            <Button submit tone="primary" busy={save.busy} disabled={draft.value.seconds === null}>
              Save
            </Button>
          }
        >
          <TextField
            label="Address"
            kind="url"
            placeholder="http://localhost:11434/v1"
            hint="Of any server that speaks OpenAI's chat completions; one in your own house, too."
            {...draft.field("url")}
          />
          <TextField label="Model" {...draft.field("model")} />
          <CheckField label="It needs no key" {...draft.field("noKey")} />
          {!noKey && (
            <TextField
              label="Key"
              kind="password"
              hint={
                settings?.hasKey === true
                  ? "One is kept, sealed, and shown to nobody. Leave this empty to keep it."
                  : "Kept sealed, and shown to nobody."
              }
              {...draft.field("key")}
            />
          )}
          <NumberField
            label="Seconds to wait for an answer"
            least={ENDPOINT_SECONDS.least}
            most={ENDPOINT_SECONDS.most}
            {...draft.field("seconds")}
          />
          <CheckField
            label="Switched on"
            hint="Whoever lets it play sends it what they say in that talk, and the scenario. Askwell keeps none of it."
            {...draft.field("isOn")}
          />
        </Form>
      </Card>
      {settings !== null && (
        <Card title="As it is set">
          <Trial />
          <div className={practice.acts}>
            <Button tone="danger" busy={forget.busy} onClick={() => forget.send(null)}>
              Forget it and its key
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}

function Trial() {
  const [tried, setTried] = useState<TriedView | null>(null);
  const trial = useWrite(
    (_: null, gesture) =>
      write<TriedView>("POST", `${PATH}/trials`, undefined, gesture, { patienceMs: 75_000 }),
    { done: setTried },
  );
  return (
    <div className={practice.way}>
      <div className={practice.acts}>
        <Button busy={trial.busy} onClick={() => trial.send(null)}>
          Try it
        </Button>
      </div>
      <p role="status">
        {trial.problem !== null
          ? trial.problem.reason
          : tried === null
            ? ""
            : tried.works
              ? `It works. It said: “${tried.said}”`
              : `It does not work: ${tried.said}.`}
      </p>
    </div>
  );
}
