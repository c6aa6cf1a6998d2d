import { useEffect, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { clockOf, heardInWords, sizeOf } from "../take.ts";
import { ShareTake } from "./share-take.tsx";
import { changeTake, fileOf, type DeviceTake } from "./take-shelf.ts";
import { useThrowAway } from "./use-takes.ts";
import css from "./mirror.module.css";

/** Takes on this device: seen, kept, thrown away, shared. */
export function TakesHere({ takes }: { takes: readonly DeviceTake[] }) {
  if (takes.length === 0) return null;
  return (
    <Section title="Takes on this device">
      <p className={css.soft}>
        They stay here unless you share one. What is not kept by tomorrow is thrown away.
      </p>
      <ul className={css.takes}>
        {takes.map((take) => (
          <TakeHere key={take.id} take={take} others={takes.filter((other) => isLooseBeside(take, other))} />
        ))}
      </ul>
    </Section>
  );
}

function isLooseBeside(take: DeviceTake, other: DeviceTake): boolean {
  return other.id !== take.id && other.state === "loose" && other.scenario === take.scenario;
}

function TakeHere({ take, others }: { take: DeviceTake; others: readonly DeviceTake[] }) {
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
        {take.sharedId !== null && " · shared"}
      </p>
      {take.heard !== null && <p className={css.soft}>{heardInWords(take.heard)}</p>}
      {playing && <Player take={take} />}
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
          <Button onClick={() => setShares(true)} label={`Share the take of ${when}`}>
            Share
          </Button>
        )}
        <Button
          tone="quiet"
          onClick={() => throwAway([take], "Thrown away.")}
          label={`Throw away the take of ${when}`}
        >
          Throw away
        </Button>
      </div>
      <ShareTake take={take} opened={shares} onClose={() => setShares(false)} />
    </li>
  );
}

function Player({ take }: { take: DeviceTake }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    void (async () => {
      const file = await fileOf(take);
      if (left) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    })();
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [take]);
  // What one said oneself needs no captions.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return address === undefined ? null : (
    <video className={css.player} src={address} controls autoPlay playsInline />
  );
}
