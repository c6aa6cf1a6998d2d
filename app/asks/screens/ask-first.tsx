import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { PersonView } from "#people/person-view.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { LogAskSheet } from "./log-ask-sheet.tsx";
import { MayBeAsked, useAskable } from "./may-be-asked.tsx";
import { PermitSomebody } from "./permit-form.tsx";
import css from "./asks-of.module.css";

/** First of all on a person's page: ask them, or say that they were asked, and what to know before. */
export function AskFirst({ id }: { id: string }) {
  const me = useMe();
  const person = useRead<PersonView>(`/people/${id}`);
  if (me === undefined || person.data === undefined) return null;
  return <First person={person.data} me={me} />;
}

function First({ person, me }: { person: PersonView; me: Me }) {
  const [logging, setLogging] = useState(false);
  const askable = useAskable({ me, sourceId: person.id });
  const first = person.givenName ?? person.fullName;
  // Whoever was introduced to us is answered before they are asked.
  const waiting = useRead<Page<unknown>>("/referrals", { contact: person.id, unanswered: true, limit: 3 });
  const waits = (waiting.data?.items.length ?? 0) > 0;
  return (
    <div className={css.first}>
      <div className={css.acts}>
        <GoButton to={`/people/${person.id}/ask`} tone={askable.data?.refusal || waits ? "plain" : "primary"}>
          Ask {first}
        </GoButton>
        <Button onClick={() => setLogging(true)}>I asked {first} …</Button>
      </div>
      <MayBeAsked personId={person.id} me={me} anybody />
      <Agree personId={person.id} me={me} />
      <LogAskSheet
        opened={logging}
        onClose={() => setLogging(false)}
        source={{ id: person.id, label: person.fullName }}
      />
    </div>
  );
}

/** For whoever must agree before a colleague asks. */
function Agree({ personId, me }: { personId: string; me: Me }) {
  const [agreeing, setAgreeing] = useState(false);
  const standing = useRead<StandingView>(`/people/${personId}/standing`);
  if (standing.data?.preference?.approver?.id !== me.member.id) return null;
  if (agreeing) return <PermitSomebody personId={personId} me={me} onDone={() => setAgreeing(false)} />;
  return (
    <div className={css.acts}>
      <Button onClick={() => setAgreeing(true)}>Let a colleague ask …</Button>
    </div>
  );
}
