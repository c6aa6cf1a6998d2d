import { shortDay } from "#lib/kernel/day-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import { clockOf, heardInWords } from "../take.ts";
import type { TakeView } from "../take-view.ts";
import { markSeen } from "./eyes-wanted.ts";
import css from "./mirror.module.css";

/** A colleague's take, to be seen until its day. */
export function SharedTake({ take }: { take: TakeView }) {
  const me = useMe();
  return (
    <div className={css.take}>
      {/* What was said is nowhere in writing. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        className={css.player}
        src={`/api/v1/practice-takes/${take.id}/media`}
        aria-label={`${take.memberName}: ${take.scenarioName}`}
        controls
        playsInline
        preload="metadata"
        onPlay={() => me !== undefined && markSeen(me.member.id, take.id)}
      />
      <p className={css.soft}>
        {clockOf(take.seconds)}, to be seen until{" "}
        {me === undefined ? take.untilDay : shortDay(take.untilDay, me.today)}
      </p>
      {take.heard !== null && <p className={css.soft}>{heardInWords(take.heard, "They")}</p>}
    </div>
  );
}
