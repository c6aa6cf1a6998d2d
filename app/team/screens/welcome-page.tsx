import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { FirstVisitView } from "../first-visit-view.ts";
import { LEAST_PASSWORD } from "../password.ts";
import { goInside } from "./door.ts";
import { countryHere, CURRENCIES, currencyHere, TIME_ZONES, zoneHere } from "./places.ts";

/** The first visit: a workspace of one's own, or a look around in the demo. */
export function WelcomePage() {
  const door = useRead<FirstVisitView>("/sign-in/first-visit");
  if (door.problem) return <Trouble problem={door.problem} again={door.again} />;
  if (door.data === undefined) return <Loading />;
  if (!door.data.open) {
    return (
      <>
        <PageHeading below="Ask a leader there for an invitation.">
          This Askwell has its workspace already
        </PageHeading>
        <GoButton to="/sign-in" tone="primary">
          Sign in
        </GoButton>
      </>
    );
  }
  return (
    <>
      <PageHeading below="Make the workspace of your team. You lead it; everybody else comes in by your invitation.">
        You are the first one here
      </PageHeading>
      <Column>
        <Founding />
        {door.data.demo && <Demo />}
      </Column>
    </>
  );
}

function Founding() {
  const draft = useDraft(() => ({
    name: "",
    email: "",
    password: "",
    workspace: "",
    timeZone: zoneHere(),
    currency: currencyHere(),
  }));
  const make = useWrite(
    ({ name, email, password, workspace, timeZone, currency }: typeof draft.value, gesture) => {
      const settings = { name: workspace, timeZone, currency, defaultCountry: countryHere() };
      return write("POST", "/sign-in/first-visit", { name, email, password, workspace: settings }, gesture);
    },
    { done: () => goInside() },
  );
  return (
    <Card>
      <Form
        problem={make.problem}
        onSubmit={() => make.send(draft.value)}
        actions={
          <Button submit tone="primary" busy={make.busy}>
            Make the workspace
          </Button>
        }
      >
        <TextField label="Your name" autoComplete="name" autoFocus {...draft.field("name")} />
        <TextField
          label="Your e-mail address"
          kind="email"
          autoComplete="username"
          {...draft.field("email")}
        />
        <TextField
          label="A password"
          hint={`At least ${LEAST_PASSWORD} characters. Three or four words are easy to keep.`}
          kind="password"
          autoComplete="new-password"
          {...draft.field("password")}
        />
        <TextField
          label="Name of the workspace"
          hint="Your company or your team."
          autoComplete="organization"
          {...draft.field("workspace")}
        />
        <ChoiceField label="Time zone" options={TIME_ZONES} {...draft.field("timeZone")} />
        <ChoiceField label="Currency" options={CURRENCIES} {...draft.field("currency")} />
      </Form>
    </Card>
  );
}

function Demo() {
  const [opening, setOpening] = useState(false);
  const open = useWrite((_: null, gesture) => write("POST", "/sign-in/demo", undefined, gesture), {
    done: () => {
      setOpening(true);
      goInside();
    },
  });
  return (
    <Card
      title="Look around first"
      below="Ten reps, two managers, one leader and a year and a half of their life. All of it is invented; change what you like."
      actions={
        <Button busy={open.busy || opening} onClick={() => open.send(null)}>
          Open the demo
        </Button>
      }
    >
      {open.problem && <Trouble problem={open.problem} />}
    </Card>
  );
}
