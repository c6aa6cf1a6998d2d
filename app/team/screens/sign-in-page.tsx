import { useEffect, useRef, useState } from "react";
import { asProblem, write } from "#lib/web/api.ts";
import type { ApiProblem } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useGo, useNext } from "#lib/web/go.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useWrite } from "#lib/web/queries.ts";
import type { FirstVisitView } from "../first-visit-view.ts";
import type { SignedInView } from "../sign-in-view.ts";
import { goInside, useDoor } from "./door.ts";
import { canUsePasskeys, offersPasskeys, signInByPasskey } from "./passkeys.ts";

/** With a password or a passkey. Whoever is first here is led to the welcome instead. */
export function SignInPage() {
  const door = useDoor();
  const go = useGo();
  const next = useNext();
  const open = door?.open === true;
  useEffect(() => {
    if (open) go("/welcome", { instead: true });
    // oxlint-disable-next-line react/exhaustive-deps -- `go` is new on every drawing, the leading is done once
  }, [open]);
  return (
    <>
      <PageHeading>Good to see you</PageHeading>
      <Column>
        <Card>
          <ByPassword next={next} />
          {door !== undefined && <ByPasskey door={door} next={next} />}
        </Card>
        <GoButton to="/forgot" tone="quiet">
          Forgotten your password?
        </GoButton>
      </Column>
    </>
  );
}

function ByPassword({ next }: { next: string }) {
  const draft = useDraft({ email: "", password: "" });
  const [outside, setOutside] = useState(false);
  const enter = useWrite(
    (who: typeof draft.value, gesture) => write<SignedInView>("POST", "/sign-in/password", who, gesture),
    { done: ({ workspace }) => (workspace ? goInside(next) : setOutside(true)) },
  );
  if (outside) return <p role="alert">You are in no workspace any more. Ask a leader to bring you back.</p>;
  return (
    <Form
      problem={enter.problem}
      onSubmit={() => enter.send(draft.value)}
      actions={
        <Button submit tone="primary" wide busy={enter.busy}>
          Sign in
        </Button>
      }
    >
      <TextField
        label="E-mail address"
        kind="email"
        autoComplete="username webauthn"
        autoFocus
        {...draft.field("email")}
      />
      <TextField
        label="Password"
        kind="password"
        autoComplete="current-password"
        {...draft.field("password")}
      />
    </Form>
  );
}

/** Also offered in the e-mail field itself, where the browser does that. */
function ByPasskey({ door, next }: { door: FirstVisitView; next: string }) {
  const usable = canUsePasskeys(door.passkeyOrigin);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const waiting = useRef<AbortController>(null);
  const ask = async (quietly: boolean) => {
    waiting.current?.abort();
    waiting.current = new AbortController();
    try {
      if (await signInByPasskey(waiting.current.signal, quietly)) goInside(next);
    } catch (thrown) {
      if (!quietly) setProblem(asProblem(thrown));
    }
  };
  useEffect(() => {
    if (!usable) return undefined;
    void offersPasskeys().then((offers) => (offers ? ask(true) : undefined));
    return () => waiting.current?.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- asked once when the page is opened
  }, [usable]);
  if (!usable) return null;
  return (
    <>
      <Button wide onClick={() => void ask(false)}>
        Use a passkey
      </Button>
      <FormError problem={problem} />
    </>
  );
}
