import { useState } from "react";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { AskView, ConversationView } from "../ask-view.ts";
import { RULE_WORDS } from "../budget-words.ts";
import type { PermitView } from "../budget-view.ts";
import { mayBecome, mayChange } from "../ask.ts";
import { AnswerSheet } from "./answer-sheet.tsx";
import { askText, howText } from "./ask-words.ts";
import { agoText, answerText } from "../answer-words.ts";
import { LogAskSheet } from "./log-ask-sheet.tsx";
import { ASK_READS, useLetGo, useTakeBackConversation } from "./use-ask-writes.ts";
import css from "./ask-page.module.css";

export function AskPage() {
  const me = useMe();
  const ask = useRead<AskView>(`/asks/${usePathPart("askId")}`);
  if (ask.problem) return <Trouble problem={ask.problem} again={ask.again} />;
  if (ask.data === undefined || me === undefined) return <Loading />;
  return <Ask ask={ask.data} me={me} />;
}

function Ask({ ask, me }: { ask: AskView; me: Me }) {
  const mine = mayChange(me, { memberId: ask.memberId, teamId: ask.memberTeamId });
  const who = ask.memberId === me.member.id ? "You" : ask.memberName;
  return (
    <Column>
      <PageHeading
        below={
          <>
            <Go to={`/people/${ask.sourceId}`}>{ask.sourceName}</Go>
            {ask.accountName !== null && ask.accountId !== null && (
              <>
                {" at "}
                <Go to={`/accounts/${ask.accountId}`}>{ask.accountName}</Go>
              </>
            )}
          </>
        }
      >
        {`${who} asked ${ask.sourceName} ${agoText(ask.day, me.today)}`}
      </PageHeading>
      <Standing ask={ask} me={me} mine={mine} />
      <Leave ask={ask} me={me} />
      {ask.forWhom !== null || ask.targetPersonName !== null ? <ForWhom ask={ask} /> : null}
      <Parts on="ask" id={ask.id} />
      <Section title="What was said">
        <ol className={css.talks}>
          {ask.conversations.map((talk) => (
            <Talk key={talk.id} talk={talk} ask={ask} me={me} mine={mine} />
          ))}
        </ol>
      </Section>
      {ask.askedBefore !== null && (
        <p className={css.before}>
          Before that, {ask.askedBefore.memberId === me.member.id ? "you" : ask.askedBefore.memberName} asked{" "}
          <Go to={`/asks/${ask.askedBefore.id}`}>{askText(ask.askedBefore, me.today)}</Go>.
        </p>
      )}
    </Column>
  );
}

/** Against which rule it was made, or who let it be made. */
function Leave({ ask, me }: { ask: AskView; me: Me }) {
  const permits = useRead<{ items: PermitView[] }>(
    ask.permitId === null ? undefined : `/people/${ask.sourceId}/permits`,
  );
  const permit = permits.data?.items.find(({ id }) => id === ask.permitId);
  const by = permit?.byId === me.member.id ? "You" : permit?.byName;
  return (
    <>
      {permit && (
        <p className={css.before}>
          {by} permitted this ask: “{permit.reason}”
        </p>
      )}
      {ask.against !== null && (
        <p className={css.before}>
          Made against {RULE_WORDS[ask.against]}: it had happened when it was written down.
        </p>
      )}
    </>
  );
}

interface PartProps {
  ask: AskView;
  me: Me;
  mine: boolean;
}

/** Where it stands, and the next thing to do. */
function Standing({ ask, me, mine }: PartProps) {
  const [answering, setAnswering] = useState(false);
  const [again, setAgain] = useState(false);
  const letGo = useLetGo();
  const askAgain = ask.returned || ask.callInstead;
  const mayAnswer = mine && mayBecome(ask.outcome, "no");
  return (
    <Card
      title={capital(answerText(ask, me.today))}
      below={askAgain ? adviceOn(ask) : undefined}
      actions={
        <>
          {mayAnswer && (
            <Button tone={ask.open && !askAgain ? "primary" : "plain"} onClick={() => setAnswering(true)}>
              They answered …
            </Button>
          )}
          {mine && (
            <Button tone={askAgain ? "primary" : "plain"} onClick={() => setAgain(true)}>
              I asked again …
            </Button>
          )}
          {mine && ask.returned && (
            <Button
              busy={letGo.busy}
              onClick={() => letGo.send({ askId: ask.id, sourceName: ask.sourceName })}
            >
              Let it go
            </Button>
          )}
          {mine && <TakeBack ask={ask} />}
        </>
      }
    >
      {letGo.problem && <p role="alert">{letGo.problem.reason}</p>}
      <AnswerSheet ask={ask} me={me} opened={answering} onClose={() => setAnswering(false)} />
      <LogAskSheet
        opened={again}
        onClose={() => setAgain(false)}
        source={{ id: ask.sourceId, label: ask.sourceName }}
      />
    </Card>
  );
}

function adviceOn(ask: AskView): string {
  if (ask.returned) return "That day has come. Ask again, or let it go.";
  return "You wrote. A call does what a letter does not.";
}

function ForWhom({ ask }: { ask: AskView }) {
  return (
    <Section title="For whom">
      <p className={css.picture}>
        {ask.forWhom}
        {ask.targetPersonName !== null && ask.targetPersonId !== null && (
          <>
            {ask.forWhom === null ? "" : " · "}
            <Go to={`/people/${ask.targetPersonId}`}>{ask.targetPersonName}</Go>
          </>
        )}
      </p>
    </Section>
  );
}

function Talk({ talk, ask, me, mine }: PartProps & { talk: ConversationView }) {
  const say = useUndo();
  const takeBack = useTakeBackConversation();
  const by = talk.byId === ask.memberId ? "" : `, written down by ${talk.byName ?? "somebody"}`;
  const alone = ask.conversations.filter((each) => each.asked).length === 1 && talk.asked;
  return (
    <li className={css.talk}>
      <p className={css.when}>
        {dayText(talk.day, me.today)}
        {talk.channel !== null && talk.moment !== null && `, asked ${howText(talk.channel, talk.moment)}`}
        {by}
      </p>
      {(talk.outcome !== null || !talk.asked) && (
        <p className={css.said}>{capital(answerText(talk, me.today))}</p>
      )}
      {talk.note !== null && <p className={css.note}>{talk.note}</p>}
      {takeBack.problem && <p role="alert">{takeBack.problem.reason}</p>}
      {mine && !alone && (
        <div>
          <Button
            tone="quiet"
            busy={takeBack.busy}
            label={`Take back what was said on ${dayText(talk.day, me.today)}`}
            onClick={() =>
              void takeBack.sendNow({ askId: ask.id, saidId: talk.id }).then(
                () => say("Taken back."),
                () => undefined,
              )
            }
          >
            Take back
          </Button>
        </div>
      )}
    </li>
  );
}

function TakeBack({ ask }: { ask: AskView }) {
  const go = useGo();
  const say = useUndo();
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `/asks/${id}`, undefined, gesture), {
    refresh: ASK_READS.filter((path) => path !== "/asks"),
    done: () => {
      say(`The ask of ${ask.sourceName} is taken back and no longer counts.`);
      go("/asks", { instead: true });
    },
  });
  return (
    <>
      <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(ask.id)}>
        Take back
      </Button>
      {takeBack.problem && <p role="alert">{takeBack.problem.reason}</p>}
    </>
  );
}
