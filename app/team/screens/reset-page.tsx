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
import { LEAST_PASSWORD } from "../password.ts";
import { goInside, tokenInAddress } from "./door.ts";

/** Where a reset link leads. */
export function ResetPage() {
  const [token] = useState(tokenInAddress);
  const link = useRead<{ email: string }>("/sign-in/reset", { token });
  if (link.problem) {
    return (
      <>
        <PageHeading>This link opens nothing any more</PageHeading>
        <Trouble problem={link.problem} again={link.again} />
        <GoButton to="/forgot">Ask for a new one</GoButton>
      </>
    );
  }
  if (link.data === undefined) return <Loading />;
  return (
    <>
      <PageHeading below="Every other device is signed out.">Choose a new password</PageHeading>
      <Column>
        <NewPassword token={token} email={link.data.email} />
      </Column>
    </>
  );
}

function NewPassword({ token, email }: { token: string; email: string }) {
  const draft = useDraft({ password: "" });
  const set = useWrite(
    ({ password }: { password: string }, gesture) =>
      write("POST", "/sign-in/reset", { token, password }, gesture),
    { done: () => goInside() },
  );
  return (
    <Card>
      <Form
        problem={set.problem}
        onSubmit={() => set.send(draft.value)}
        actions={
          <Button submit tone="primary" busy={set.busy}>
            Keep it and come in
          </Button>
        }
      >
        <TextField
          label="E-mail address"
          name="email"
          kind="email"
          autoComplete="username"
          value={email}
          onChange={() => undefined}
          disabled
        />
        <TextField
          label="New password"
          hint={`At least ${LEAST_PASSWORD} characters. Three or four words are easy to keep.`}
          kind="password"
          autoComplete="new-password"
          autoFocus
          {...draft.field("password")}
        />
      </Form>
    </Card>
  );
}
