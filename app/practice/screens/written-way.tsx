import { useRef, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { nowMs } from "#lib/web/clock.ts";
import { LongTextField } from "#lib/web/field.tsx";
import { useSettled } from "#lib/web/found.ts";
import { Loading } from "#lib/web/loading.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Rubric } from "../rubric.ts";
import { ASK_POINTS, type AskPoint } from "../written-rules/written-language.ts";
import { readAsk, type Passage, type Reading } from "../written.ts";
import { stretchesOf } from "../written-marks.ts";
import { forgetDraft, keepDraft, keptDraft } from "./written-draft.ts";
import type { WayProps } from "./ways.ts";
import css from "./written-way.module.css";

/** Somebody who wrote nothing for so long was away. */
const AWAY_MS = 60_000;

/** What one would say, written down, with what its words earn beside it. Nothing of it leaves the device. */
export function WrittenWay(props: WayProps) {
  const me = useMe();
  return me === undefined ? <Loading lines={3} /> : <WrittenBy {...props} memberId={me.member.id} />;
}

function WrittenBy({ scenario, rubric, onDone, memberId }: WayProps & { memberId: string }) {
  const [text, setText] = useState(() => keptDraft(memberId, scenario.key));
  const time = useRef({ spent: 0, last: 0 });
  const reads = rubric.points.every(({ key }) => isAskPoint(key));
  const settled = useSettled(text);
  const listener = (scenario.who.split(",")[0] ?? "").trim();
  const reading = reads && settled.trim() !== "" ? readAsk(settled, { listener }) : null;
  return (
    <>
      <LongTextField
        label="What you would say"
        name="said"
        lines={7}
        value={text}
        hint={
          reads
            ? "As you would say it, in English or German. Your words stay on this device."
            : "As you would say it. Your words stay on this device; you score them yourself."
        }
        onChange={(words) => {
          setText(words);
          keepDraft(memberId, scenario.key, words);
          const at = nowMs(0);
          const since = time.current.last === 0 ? 0 : at - time.current.last;
          time.current = { spent: time.current.spent + (since > AWAY_MS ? 0 : since), last: at };
        }}
      />
      <div className={css.actions}>
        <Button
          tone="primary"
          disabled={text.trim() === ""}
          onClick={() =>
            onDone({
              seconds: Math.max(1, Math.round(time.current.spent / 1000)),
              ...(reads && { suggested: readAsk(text, { listener }).kept }),
              afterSaved: () => forgetDraft(memberId, scenario.key),
              afterUndone: () => keepDraft(memberId, scenario.key, text),
            })
          }
        >
          Score it
        </Button>
        {text !== "" && (
          <Button
            tone="quiet"
            onClick={() => {
              setText("");
              forgetDraft(memberId, scenario.key);
            }}
          >
            Begin again
          </Button>
        )}
      </div>
      {reading !== null && <ReadBack text={settled} reading={reading} rubric={rubric} />}
    </>
  );
}

function ReadBack({ text, reading, rubric }: { text: string; reading: Reading; rubric: Rubric }) {
  const weakening = reading.passages.filter(({ kind }) => kind === "weakens");
  return (
    <>
      <Section title="Read back">
        <p className={css.words} lang={reading.language}>
          {stretchesOf(text, reading.passages).map(({ from, words, kind }) =>
            kind === null ? (
              words
            ) : (
              <mark key={from} className={css[kind]}>
                {words}
              </mark>
            ),
          )}
        </p>
      </Section>
      {weakening.length > 0 && (
        <Section title="Say it without">
          <ul className={css.points}>
            {weakening.map(({ from, to, key, because }) => (
              <li key={`${key} ${from}`}>
                <q className={css.said}>{text.slice(from, to)}</q>
                <span className={css.why}>{because}.</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={`${rubric.points.length - reading.missing.length} of ${rubric.points.length} found in your words`}
      >
        <ul className={css.points}>
          {rubric.points.map(({ key, act }) => (
            <Point key={key} act={act} text={text} reading={reading} point={key as AskPoint} />
          ))}
        </ul>
        <p className={css.why}>
          Rules read this, and they overlook what is said in words of your own. When you score, your answer
          counts.
        </p>
      </Section>
    </>
  );
}

function Point({
  act,
  text,
  reading,
  point,
}: {
  act: string;
  text: string;
  reading: Reading;
  point: AskPoint;
}) {
  const found = reading.passages.filter(({ kind, key }) => kind === "earns" && key === point);
  const nearly = reading.passages.find(({ kind, key }) => kind === "nearly" && key === point);
  const advice = reading.missing.find(({ key }) => key === point)?.advice;
  return (
    <li className={css.point}>
      <span className={reading.kept[point] ? css.yes : css.no}>
        {reading.kept[point] ? "Found" : "Not found"}
      </span>
      <span className={css.act}>{act}</span>
      {found.slice(0, 2).map((passage) => (
        <q key={passage.from} className={css.said}>
          {wordsOf(text, passage)}
        </q>
      ))}
      {nearly !== undefined && (
        <span className={css.why}>
          <q className={css.said}>{wordsOf(text, nearly)}</q> {nearly.because}.
        </span>
      )}
      {advice !== undefined && <span className={css.why}>{advice}</span>}
    </li>
  );
}

function wordsOf(text: string, { from, to }: Passage): string {
  return text.slice(from, to);
}

function isAskPoint(key: string): key is AskPoint {
  return (ASK_POINTS as readonly string[]).includes(key);
}
