import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FullSheet } from "#lib/web/full-sheet.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { AskView } from "../ask-view.ts";
import { BlurbToSend } from "./blurb-to-send.tsx";
import { languageOf, useTalk, useTalkAddress } from "./use-talk.ts";

/** On the page of an ask in which somebody was named: the lines to pass on, whenever they are wanted. */
export function BlurbOfAsk({ id }: { id: string }) {
  const me = useMe();
  const ask = useRead<AskView>(`/asks/${id}`);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  if (me === undefined || ask.data?.outcome !== "named-someone") return null;
  const name = callName(ask.data.sourceName);
  return (
    <Section title="To pass on">
      <div>
        <Button onClick={() => setOpened(true)}>Lines for {name} to pass on</Button>
      </div>
      {opened && (
        <FullSheet title={`For ${name} to pass on`} onClose={close}>
          <Lines ask={ask.data} me={me} onDone={close} />
        </FullSheet>
      )}
    </Section>
  );
}

function Lines({ ask, me, onDone }: { ask: AskView; me: Me; onDone: () => void }) {
  const person = useRead<PersonView>(`/people/${ask.sourceId}`).data;
  return person === undefined ? <Loading /> : <Built ask={ask} person={person} me={me} onDone={onDone} />;
}

function Built({
  ask,
  person,
  me,
  onDone,
}: {
  ask: AskView;
  person: PersonView;
  me: Me;
  onDone: () => void;
}) {
  const [address] = useTalkAddress();
  const about = { ...address, moment: ask.moment, target: ask.targetPersonId ?? ask.targetAccountId ?? "" };
  const { facts, match } = useTalk(person, me, about);
  if (match === undefined) return <Loading />;
  return (
    <BlurbToSend
      person={person}
      to={ask.targetPersonName}
      facts={facts}
      language={languageOf(address)}
      askId={ask.id}
      onDone={onDone}
    />
  );
}
