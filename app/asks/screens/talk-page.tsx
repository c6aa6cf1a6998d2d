import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { callAddress } from "#lib/kernel/call-address.ts";
import { write } from "#lib/web/api.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { FullSheet } from "#lib/web/full-sheet.tsx";
import { useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Moment } from "../ask.ts";
import type { PlanView } from "../plan-view.ts";
import { asksAt } from "../talk-part.ts";
import { talkTrack, wordsUsed } from "../talk-track.ts";
import { MayBeAsked } from "./may-be-asked.tsx";
import { AfterTalk } from "./after-talk.tsx";
import { TalkAbout } from "./talk-about.tsx";
import { TalkParts } from "./talk-parts.tsx";
import { GOAL_WORDS } from "./talk-words.ts";
import { asPlanned, languageOf, orIn, useTalk, useTalkAddress } from "./use-talk.ts";
import { useTalkDraft } from "./use-talk-draft.ts";
import { usePlanFor } from "./use-waiting.ts";

/** What to say to somebody, to read from at arm's length while speaking, and how it went. */
export function TalkPage() {
  const me = useMe();
  const go = useGo();
  const personId = usePathPart("personId");
  const person = useRead<PersonView>(`/people/${personId}`);
  const [address] = useTalkAddress();
  const plan = usePlanFor(personId, address.plan, me?.member.id);
  const close = () => go(`/people/${personId}`, { instead: true });
  if (person.data === undefined || me === undefined || plan === undefined)
    return (
      <FullSheet title="Ask" onClose={close}>
        {person.problem ? <Trouble problem={person.problem} again={person.again} /> : <Loading />}
      </FullSheet>
    );
  return (
    <Talk
      key={`${address.moment} ${address.plan}`}
      person={person.data}
      plan={plan ?? undefined}
      me={me}
      close={close}
    />
  );
}

interface TalkProps {
  person: PersonView;
  /** Of whoever asks, that stands. */
  plan: PlanView | undefined;
  me: Me;
  close: () => void;
}

function Talk({ person, plan, me, close }: TalkProps) {
  const [said, setAddress] = useTalkAddress();
  const address = asPlanned(said, plan);
  const talk = useTalk(person, me, address);
  const ofTalk = { personId: person.id, memberId: me.member.id, moment: address.moment };
  const { draft, change, forget, flush, kept } = useTalkDraft(ofTalk, plan);
  const [went, setWent] = useState(false);
  const plant = usePlantSeed(() => {
    forget();
    close();
  });
  const language = languageOf(address);
  const { moment } = address;
  const { facts, choices, standing, match } = talk;
  const track =
    choices === undefined ? null : talkTrack({ moment, choices, facts, or: orIn(language), ...draft });
  if (went)
    return (
      <AfterTalk
        person={person}
        me={me}
        talk={{ moment, language, facts, standing, planId: address.plan, target: match?.target ?? null }}
        wordings={wordsUsed(track ?? [])}
        onLogged={forget}
        onBack={() => setWent(false)}
        close={close}
      />
    );
  const name = callName(person.fullName);
  const plantIt = () => plant.send({ personId: person.id, moment, words: track?.[0]?.text ?? null });
  return (
    <FullSheet
      title={asksAt(moment) ? `Ask ${person.fullName}` : `Speak with ${person.fullName}`}
      below={<Purpose standing={standing} goal={GOAL_WORDS[moment]} plan={plan} />}
      onClose={close}
      foot={
        <Foot
          person={person}
          asks={asksAt(moment)}
          onWent={() => {
            flush();
            setWent(true);
          }}
          busy={plant.busy}
          onSaid={plantIt}
        />
      }
    >
      {asksAt(moment) && <MayBeAsked personId={person.id} me={me} />}
      {asksAt(moment) && <Parts on="before ask" id={person.id} />}
      <TalkAbout address={address} onChange={setAddress} talk={talk} name={name} />
      <FormError problem={plant.problem} />
      {track === null ? (
        <Loading />
      ) : (
        <TalkParts
          track={track}
          name={name}
          onSwap={(part, key) => change({ picked: { ...draft.picked, [part]: key } })}
          onWrite={(part, words) => change({ edits: { [part]: words } })}
          withPlan={plan !== undefined}
          kept={kept}
          source={{ person, standing, me }}
        />
      )}
    </FullSheet>
  );
}

/** What was said early is kept and comes back; it counts as no ask. */
function usePlantSeed(done: () => void) {
  const say = useUndo();
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `/seeds/${id}`, undefined, gesture), {
    refresh: SEED_READS,
  });
  return useWrite(
    (seed: { personId: string; moment: Moment; words: string | null }, gesture) =>
      write<{ id: string; personName: string }>("POST", "/seeds", seed, gesture),
    {
      refresh: SEED_READS,
      done: ({ id, personName }) => {
        say(`${personName}: planted. It comes back at delivery.`, () => takeBack.sendNow(id));
        done();
      },
    },
  );
}

const SEED_READS = ["/seeds", "/moments", "/timeline", "/people", "/accounts"];

/** What the talk is for, and what they have ruled out. */
interface PurposeProps {
  standing: StandingView | undefined;
  goal: string;
  plan: PlanView | undefined;
}

function Purpose({ standing, goal, plan }: PurposeProps) {
  const ruledOut = (standing?.noGos ?? [])
    .map(({ account, person, topic }) => account?.name ?? person?.name ?? topic)
    .filter(Boolean);
  return (
    <>
      <p>{goal}</p>
      {plan?.whyNow && <p>Why now: {plan.whyNow}</p>}
      {plan?.topics && <p>You meant to speak of: {plan.topics}</p>}
      {ruledOut.length > 0 && <p>Ruled out: {ruledOut.join(", ")}.</p>}
    </>
  );
}

interface FootProps {
  person: PersonView;
  asks: boolean;
  busy: boolean;
  onWent: () => void;
  onSaid: () => void;
}

function Foot({ person, asks, busy, onWent, onSaid }: FootProps) {
  const number = person.phones.map(callAddress).find((address) => address !== null);
  return (
    <>
      {number && (
        <LinkButton tone="primary" href={number}>
          Call {callName(person.fullName)}
        </LinkButton>
      )}
      {asks ? (
        <Button tone={number ? "plain" : "primary"} onClick={onWent}>
          How did it go?
        </Button>
      ) : (
        <Button busy={busy} onClick={onSaid}>
          I said it
        </Button>
      )}
    </>
  );
}
