import { useState } from "react";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { TakeView } from "../take-view.ts";
import { SharedByMe } from "./shared-by-me.tsx";
import { namesOf } from "./shared-so-far.tsx";
import { isOnItsWay, sendTake } from "./take-sending.ts";
import { useSharedTake } from "./use-shared-take.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { clockOf, heardInWords, sizeOf } from "../take.ts";
import { ShareTake } from "./share-take.tsx";
import { TakePlayer } from "./take-player.tsx";
import { changeTake, type DeviceTake } from "./take-shelf.ts";
import { useThrowAway } from "./use-takes.ts";
import css from "./mirror.module.css";

/** Takes on this device: seen, kept, thrown away, shared. */
export function TakesHere({
  takes,
  besideShared = false,
}: {
  takes: readonly DeviceTake[];
  /** All that is shared is listed beside them. */
  besideShared?: boolean;
}) {
  const [seenStill, setSeenStill] = useState<readonly string[]>([]);
  if (takes.length === 0 && seenStill.length === 0) return null;
  return (
    <Section title="Takes on this device">
      <p className={css.soft}>
        They stay here unless you share one. What is not kept by tomorrow is thrown away.
      </p>
      <ul className={css.takes}>
        {takes.map((take) => (
          <TakeHere
            key={take.id}
            take={take}
            others={takes.filter((other) => isLooseBeside(take, other))}
            onThrown={() => take.sharedId !== null && setSeenStill([...seenStill, take.sharedId])}
          />
        ))}
      </ul>
      {seenStill
        .filter((id) => !besideShared && takes.every(({ sharedId }) => sharedId !== id))
        .map((id) => (
          <SeenStill key={id} id={id} />
        ))}
    </Section>
  );
}

function isLooseBeside(take: DeviceTake, other: DeviceTake): boolean {
  return other.id !== take.id && other.state === "loose" && other.scenario === take.scenario;
}

/** A take that is not on this device any more, and is shown to somebody all the same. */
function SeenStill({ id }: { id: string }) {
  const me = useMe();
  const { data } = useRead<TakeView>(`/practice-takes/${id}`);
  if (me === undefined || data === undefined || data.ended !== null) return null;
  return (
    <div role="status">
      <p>Thrown away here, and still shared:</p>
      <SharedByMe take={data} today={me.today} />
    </div>
  );
}

interface TakeHereProps {
  take: DeviceTake;
  others: readonly DeviceTake[];
  onThrown: () => void;
}

function TakeHere({ take, others, onThrown }: TakeHereProps) {
  const [playing, setPlaying] = useState(false);
  const [shares, setShares] = useState(false);
  const throwAway = useThrowAway();
  const when = new Date(take.startedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  const keepWords = others.length === 0 ? "Keep" : "Keep this one, throw the others away";
  const keep = async () => {
    await changeTake(take.id, { state: "kept" });
    if (others.length > 0)
      throwAway(
        others,
        others.length === 1
          ? "Kept. The other take is thrown away."
          : `Kept. The ${others.length} others are thrown away.`,
      );
  };
  return (
    <li className={css.take}>
      <p>
        <strong>{when}</strong> · {clockOf(take.seconds)} · {sizeOf(take.bytes)}
        {take.state === "loose" && " · not kept yet"}
        <SharedNote take={take} />
      </p>
      {take.heard !== null && <p className={css.soft}>{heardInWords(take.heard)}</p>}
      {playing && <TakePlayer take={take} />}
      <div className={css.actions}>
        <Button
          onClick={() => setPlaying(!playing)}
          label={`${playing ? "Close" : "Watch"} the take of ${when}`}
        >
          {playing ? "Close" : "Watch"}
        </Button>
        {take.state === "loose" && (
          <Button onClick={() => void keep()} label={`${keepWords}: the take of ${when}`}>
            {keepWords}
          </Button>
        )}
        {take.state === "kept" && (
          <Button
            onClick={() => setShares(true)}
            label={`${take.sharedId === null ? "Share" : "Who sees"} the take of ${when}`}
          >
            {take.sharedId === null ? "Share" : "Who sees it"}
          </Button>
        )}
        <Button
          tone="quiet"
          onClick={() => {
            throwAway(
              [take],
              take.sharedId === null ? "Thrown away." : "Thrown away here; it is shared still.",
            );
            onThrown();
          }}
          label={`Throw away the take of ${when}`}
        >
          Throw away
        </Button>
      </div>
      <ShareTake take={take} opened={shares} onClose={() => setShares(false)} />
    </li>
  );
}

/** " · 31 % sent", with the way to go on; " · shared with Jonas Weber". */
function SharedNote({ take }: { take: DeviceTake }) {
  const { view, sending } = useSharedTake(take);
  if (take.sharedId === null) return null;
  if (view === undefined) return " · shared";
  const { id, bytes, viewers } = view;
  const received = Math.max(view.received, sending?.received ?? 0);
  if (received >= bytes) return ` · shared with ${namesOf(viewers) || "nobody"}`;
  return (
    <>
      {` · ${Math.floor((100 * received) / bytes)} % sent `}
      {isOnItsWay(sending) ? (
        sending.state === "waits" && "(no connection)"
      ) : (
        <Button tone="quiet" onClick={() => void sendTake(take, id, received)}>
          Go on sending
        </Button>
      )}
    </>
  );
}
