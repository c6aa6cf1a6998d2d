import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { InvitationLook } from "../invitation-view.ts";
import { LEAST_PASSWORD } from "../password.ts";
import { goInside, tokenInAddress } from "./door.ts";
import { useMe } from "./use-me.ts";

/** Where an invitation's link leads. */
export function InvitationPage() {
  const [token] = useState(tokenInAddress);
  const look = useRead<InvitationLook>("/sign-in/invitation", { token });
  if (look.problem) {
    return (
      <>
        <PageHeading>This invitation opens nothing any more</PageHeading>
        <Trouble problem={look.problem} again={look.again} />
        <GoButton to="/sign-in">Sign in instead</GoButton>
      </>
    );
  }
  if (look.data === undefined) return <Loading />;
  const { inviterName, workspaceName } = look.data;
  return (
    <>
      <PageHeading>
        {inviterName === null
          ? `Come in to ${workspaceName}`
          : `${inviterName} invites you to ${workspaceName}`}
      </PageHeading>
      <Column>
        <AsWhoIsHere token={token} workspaceName={workspaceName} />
        <WithPassword token={token} look={look.data} />
      </Column>
    </>
  );
}

/** For somebody who is signed in already, in another workspace. */
function AsWhoIsHere({ token, workspaceName }: { token: string; workspaceName: string }) {
  const me = useMe();
  const join = useWrite(
    (_: null, gesture) => write("POST", "/sign-in/invitation", { token, asMe: true }, gesture),
    { done: () => goInside() },
  );
  if (me === undefined) return null;
  return (
    <Card
      title={`You are signed in as ${me.member.name}`}
      below={`${me.workspace.name} stays as it is; you then change between the two in your account.`}
      actions={
        <Button tone="primary" busy={join.busy} onClick={() => join.send(null)}>
          Join {workspaceName} as {me.member.name}
        </Button>
      }
    >
      {join.problem && <Trouble problem={join.problem} />}
    </Card>
  );
}

function WithPassword({ token, look }: { token: string; look: InvitationLook }) {
  const draft = useDraft({ name: look.name, password: "" });
  const come = useWrite(
    (who: typeof draft.value, gesture) => write("POST", "/sign-in/invitation", { token, ...who }, gesture),
    { done: () => goInside() },
  );
  return (
    <Card
      {...(look.hasAccount && {
        title: "You sign in here already",
        below: `Use the password that ${look.email} has here.`,
      })}
    >
      <Form
        problem={come.problem}
        onSubmit={() => come.send(draft.value)}
        actions={
          <Button submit tone="primary" busy={come.busy}>
            Come in
          </Button>
        }
      >
        <TextField label="Your name" autoComplete="name" {...draft.field("name")} />
        <TextField
          label="E-mail address"
          name="email"
          hint="You sign in with it from now on."
          kind="email"
          autoComplete="username"
          value={look.email}
          onChange={() => undefined}
          disabled
        />
        {look.hasAccount ? (
          <TextField
            label="Password"
            kind="password"
            autoComplete="current-password"
            {...draft.field("password")}
          />
        ) : (
          <TextField
            label="A password"
            hint={`At least ${LEAST_PASSWORD} characters. Three or four words are easy to keep.`}
            kind="password"
            autoComplete="new-password"
            {...draft.field("password")}
          />
        )}
      </Form>
    </Card>
  );
}
