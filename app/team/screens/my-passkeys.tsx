import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { asProblem, write } from "#lib/web/api.ts";
import type { ApiProblem } from "#lib/web/api.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PasskeyView } from "../passkey-view.ts";
import { useDoor } from "./door.ts";
import css from "./lines.module.css";
import { addPasskey, canUsePasskeys, deviceName } from "./passkeys.ts";

/** Signing in with a finger, a face or the device's own lock. */
export function MyPasskeys() {
  const door = useDoor();
  const mine = useRead<{ items: PasskeyView[] }>("/sign-in/passkeys");
  const usable = canUsePasskeys(door?.passkeyOrigin);
  if (mine.problem) return <Trouble problem={mine.problem} again={mine.again} />;
  return (
    <Card
      title="Passkeys"
      below="Sign in with your finger, your face or the lock of your phone, without a password."
      {...(usable && { actions: <AddPasskey /> })}
    >
      {mine.data === undefined ? <Loading lines={1} /> : <Lines passkeys={mine.data.items} />}
      {door !== undefined && !usable && <Elsewhere origin={door.passkeyOrigin} />}
    </Card>
  );
}

function Lines({ passkeys }: { passkeys: readonly PasskeyView[] }) {
  const say = useUndo();
  const remove = useWrite(
    (passkey: PasskeyView, gesture) => write("DELETE", `/sign-in/passkeys/${passkey.id}`, undefined, gesture),
    {
      refresh: ["/sign-in/passkeys"],
      done: (_answer, { name }) => say(`“${name}” opens nothing any more. Remove it on the device too.`),
    },
  );
  if (passkeys.length === 0) return null;
  return (
    <ul className={css.lines}>
      {passkeys.map((passkey) => (
        <li key={passkey.id} className={css.line}>
          <span>{passkey.name}</span>
          <PillButton label={`Remove ${passkey.name}`} onClick={() => remove.send(passkey)}>
            Remove
          </PillButton>
        </li>
      ))}
    </ul>
  );
}

function AddPasskey() {
  const say = useUndo();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const add = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await addPasskey(deviceName(navigator.userAgent)))) return;
      await client.invalidateQueries({ queryKey: ["/sign-in/passkeys"] });
      say("From now on this device signs you in.");
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void add()}>
        Add this device
      </Button>
      <FormError problem={problem} />
    </>
  );
}

/** Passkeys belong to a name: they work at one address only. */
function Elsewhere({ origin }: { origin: string | null }) {
  if (origin === null)
    return (
      <p className={css.soft}>
        Passkeys need this server to have a name instead of a number. Your administrator gives it one with
        ASKWELL_URL.
      </p>
    );
  if (origin === location.origin)
    return <p className={css.soft}>This browser cannot work with passkeys yet.</p>;
  return (
    <>
      <p className={css.soft}>Passkeys work at another address of this server.</p>
      <LinkButton href={`${origin}/account`}>Go to {origin}</LinkButton>
    </>
  );
}
