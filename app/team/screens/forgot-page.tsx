import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useDoor } from "./door.ts";

/** A reset link by mail, or whom to ask for one. */
export function ForgotPage() {
  const door = useDoor();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (door === undefined) return <Loading />;
  return (
    <>
      <PageHeading>{sentTo === null ? "A new password" : "Look into your mailbox"}</PageHeading>
      <Column>
        {sentTo !== null ? (
          <p>
            If somebody signs in here as {sentTo}, a link is on its way. It works once and for an hour; look
            among the unwanted mail too.
          </p>
        ) : door.mail ? (
          <AskForLink onSent={setSentTo} />
        ) : (
          <p>
            This Askwell sends no mail. Ask a leader of your workspace: under Team, beside your name, they
            make a link with which you choose a new password.
          </p>
        )}
        <GoButton to="/sign-in" tone="quiet">
          Back to signing in
        </GoButton>
      </Column>
    </>
  );
}

function AskForLink({ onSent }: { onSent: (email: string) => void }) {
  const draft = useDraft({ email: "" });
  const ask = useWrite(
    (who: { email: string }, gesture) => write("POST", "/sign-in/reset-requests", who, gesture),
    { done: (_answer, { email }) => onSent(email) },
  );
  return (
    <Card>
      <Form
        problem={ask.problem}
        onSubmit={() => ask.send(draft.value)}
        actions={
          <Button submit tone="primary" busy={ask.busy} disabled={draft.value.email.trim() === ""}>
            Send me a link
          </Button>
        }
      >
        <TextField
          label="E-mail address"
          kind="email"
          autoComplete="username"
          autoFocus
          {...draft.field("email")}
        />
      </Form>
    </Card>
  );
}
