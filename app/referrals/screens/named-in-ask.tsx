import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { AskView } from "#asks/ask-view.ts";
import { useAfterAsk } from "#asks/screens/after-ask.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import { LogReferralForm } from "./log-referral-form.tsx";
import css from "./named-in-ask.module.css";

/** The sheet of an ask goes on: whom did they name, and did they introduce? */
export function NamedInAsk({ id }: { id: string }) {
  const me = useMe();
  const done = useAfterAsk();
  const ask = useRead<AskView>(`/asks/${id}`);
  if (ask.problem) return <Trouble problem={ask.problem} again={ask.again} />;
  if (ask.data === undefined || me === undefined) return <Loading />;
  const { sourceId, sourceName, memberId } = ask.data;
  return (
    <>
      <Question>Whom did {callName(sourceName)} name?</Question>
      <LogReferralForm
        me={me}
        source={{ id: sourceId, label: sourceName }}
        askId={id}
        memberId={memberId}
        onLogged={({ contactName }) => done(contactName)}
        onKept={() => done()}
        onLater={() => done()}
      />
    </>
  );
}

/** Takes the focus: what stood in the sheet before is gone. */
function Question({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className={css.question}>
      {children}
    </h3>
  );
}
