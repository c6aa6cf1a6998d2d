import { useEffect, useEffectEvent, useRef, useState } from "react";
import { listenTo, type Hearing } from "#lib/web/media/hearing.ts";
import { recordTake, type TakeRecording } from "./take-recording.ts";
import { changeTake, type DeviceTake } from "./take-shelf.ts";
import { useThrowAway } from "./use-takes.ts";

/** Takes of a stream into this device's store, one at a time: the next begins where one ends, and the last is kept or begun again. */
export function useRecording(
  stream: MediaStream | null,
  of: Pick<DeviceTake, "memberId" | "scenario" | "scenarioName">,
) {
  const [recording, setRecording] = useState<TakeRecording | null>(null);
  const [last, setLast] = useState<DeviceTake | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly DeviceTake[]>([]);
  const hearing = useRef<Hearing | null>(null);
  const running = useRef<TakeRecording | null>(null);
  const busy = useRef(false);
  const throwAway = useThrowAway();
  useEffect(() => {
    if (stream === null || stream.getAudioTracks().length === 0) return undefined;
    let left = false;
    void (async () => {
      try {
        const listens = await listenTo(stream);
        if (left) listens.stop();
        else hearing.current = listens;
      } catch {
        // What cannot be heard is not told; the take is recorded all the same.
      }
    })();
    return () => {
      left = true;
      const listens = hearing.current;
      hearing.current = null;
      // The take that ends with the stream asks it once more.
      setTimeout(() => listens?.stop(), 5_000);
    };
  }, [stream]);
  const end = async () => {
    const { current } = running;
    running.current = null;
    const take = await current?.stop();
    setRecording(null);
    if (take !== undefined) {
      setLast(take);
      setEarlier((was) => [...was, take]);
    }
  };
  const alone = (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    void work().finally(() => (busy.current = false));
  };
  const stop = () => alone(end);
  const begin = () =>
    alone(async () => {
      if (stream === null) return;
      await end();
      setTrouble(null);
      try {
        running.current = await recordTake(stream, hearing.current, of, (reason) => {
          setTrouble(reason);
          void end();
        });
        setRecording(running.current);
      } catch (thrown) {
        setTrouble(thrown instanceof Error ? thrown.message : String(thrown));
      }
    });
  const keep = () =>
    alone(async () => {
      if (recording !== null || last === null) return;
      await changeTake(last.id, { state: "kept" });
      const others = earlier.filter(({ id }) => id !== last.id);
      if (others.length > 0)
        throwAway(
          others,
          `Kept. ${others.length === 1 ? "The other take is" : `The ${others.length} others are`} thrown away.`,
        );
      setEarlier([]);
      setLast(null);
    });
  const leave = useEffectEvent((_of: MediaStream | null) => void end());
  // Before the camera's light goes out, or with it: what was recorded is there.
  useEffect(() => () => leave(stream), [stream]);
  return { recording, last, trouble, begin, stop, keep };
}
