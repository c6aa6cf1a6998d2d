import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { counted } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import { LONGEST_GUEST } from "../session.ts";
import type { SessionView } from "../session-view.ts";
import { ColleagueField } from "./colleague-field.tsx";
import { keptText, scorerText } from "./practice-words.ts";
import { ScoreSheet } from "./score-sheet.tsx";
import { useAskToScore, useScoreHere } from "./use-practice-writes.ts";
import css from "./practice.module.css";

/** What was scored, by whom, and where they differ. `session` as it was when it was saved. */
export function ScoredSession({ session: saved }: { session: SessionView }) {
  const me = useMe();
  const session = useRead<SessionView>(`/practice-sessions/${saved.id}`).data ?? saved;
  const [handing, setHanding] = useState(false);
  if (me === undefined) return <Loading />;
  const mine = session.memberId === me.member.id;
  if (handing) return <HandedOver session={session} done={() => setHanding(false)} />;
  return (
    <>
      <Answers session={session} meId={me.member.id} />
      {mine && (
        <Card
          title="Another pair of eyes"
          below="They do not see your answers before they have given theirs."
        >
          <MoreEyes session={session} handOver={() => setHanding(true)} />
        </Card>
      )}
    </>
  );
}

function Answers({ session, meId }: { session: SessionView; meId: string }) {
  const { points, scores, differences, waitsFor } = session;
  const several = scores.length > 1;
  return (
    <Card
      title={
        several
          ? differences.length === 0
            ? "You all saw the same"
            : `You differ on ${counted(differences.length, "point", "points")}`
          : `Kept ${keptText(points, scores[0]?.kept ?? {})}`
      }
      below={
        waitsFor.length > 0
          ? `${waitsFor.map(({ name }) => name).join(" and ")} will score it, too.`
          : undefined
      }
    >
      <div
        className={css.scroll}
        tabIndex={several ? 0 : undefined}
        role={several ? "group" : undefined}
        aria-label={several ? "Answers side by side" : undefined}
      >
        <table className={css.table}>
          <caption className="only-heard">Yes and no for each point, by who scored it</caption>
          <thead>
            <tr>
              <th scope="col">act</th>
              {scores.map((score) => (
                <th key={score.id} scope="col" className={css.answered}>
                  {scorerText(score, meId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang={session.language}>
            {points.map(({ key, act }) => (
              <tr key={key} className={differences.includes(key) ? css.differs : undefined}>
                <th scope="row">
                  {act}
                  {differences.includes(key) && <span className="only-heard">, seen differently</span>}
                </th>
                {scores.map((score) => (
                  <td key={score.id} className={css.answered} lang="en">
                    {score.kept[key] === true ? "yes" : "no"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {scores
        .filter(({ note }) => note !== null)
        .map((score) => (
          <p key={score.id} className={css.soft}>
            {scorerText(score, meId)}: “{score.note}”
          </p>
        ))}
    </Card>
  );
}

function MoreEyes({ session, handOver }: { session: SessionView; handOver: () => void }) {
  const [askId, setAskId] = useState({ id: "", name: "" });
  const ask = useAskToScore(session.id);
  const known = [
    ...session.scores.flatMap(({ scorerId }) => scorerId ?? []),
    ...session.waitsFor.map(({ id }) => id),
  ];
  return (
    <div className={css.fields}>
      <div className={css.acts}>
        <Button onClick={handOver}>Hand this device over</Button>
      </div>
      <ColleagueField
        label="Or ask a colleague"
        none="Nobody yet"
        value={askId.id}
        without={known}
        onChange={(id, name) => setAskId({ id, name })}
      />
      {askId.id !== "" && (
        <div className={css.acts}>
          <Button
            busy={ask.busy}
            onClick={() => {
              ask.send(askId);
              setAskId({ id: "", name: "" });
            }}
          >
            Ask {askId.name}
          </Button>
        </div>
      )}
      <FormError problem={ask.problem} />
    </div>
  );
}

/** The other one's turn on this device: the rep's answers are out of sight. */
function HandedOver({ session, done }: { session: SessionView; done: () => void }) {
  const [who, setWho] = useState("");
  const [guest, setGuest] = useState("");
  const score = useScoreHere(session.id, done);
  const scored = session.scores.flatMap(({ scorerId }) => scorerId ?? []);
  return (
    <Section title={`Now you: how was ${session.memberName}?`}>
      <ScoreSheet
        points={session.points}
        language={session.language}
        button="That is what I saw"
        busy={score.busy}
        problem={score.problem}
        onScore={(said) =>
          score.send({
            ...said,
            scorerId: who === "" ? null : who,
            guest: who === "" ? guest.trim() || null : null,
          })
        }
        other={
          <Button tone="quiet" onClick={done}>
            Give it back
          </Button>
        }
      >
        <ColleagueField
          label="Who scores"
          none="Somebody from outside"
          value={who}
          without={scored}
          onChange={setWho}
        />
        {who === "" && (
          <TextField
            label="As you call them"
            name="guest"
            value={guest}
            hint={`May stay empty. At most ${LONGEST_GUEST} characters.`}
            onChange={setGuest}
          />
        )}
      </ScoreSheet>
    </Section>
  );
}
