import { RATE } from "#lib/audio/loudness.ts";
import type { Heard } from "#lib/audio/heard.ts";
import type { FromHearing, ToHearing } from "./hearing-words.ts";
import worklet from "./sound-worklet.ts?worker&url";

export interface Hearing {
  /** Forgets what was heard before. */
  begin(): void;
  /** What was heard since; null when the device does not answer. */
  tell(): Promise<Heard | null>;
  stop(): void;
}

const PATIENCE_MS = 3_000;

/**
 * Listens to the sound of a stream on this device alone: the audio thread hands it to a worker, which keeps measures and no sound.
 * Throws where the browser cannot.
 */
export async function listenTo(stream: MediaStream): Promise<Hearing> {
  const { context, source } = open(stream);
  const worker = new Worker(new URL("hearing-worker.ts", import.meta.url), { type: "module" });
  const say = (what: ToHearing, hand: Transferable[] = []) => worker.postMessage(what, hand);
  const stop = () => {
    worker.terminate();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(worklet);
  } catch (thrown) {
    stop();
    throw thrown;
  }
  const gatherer = new AudioWorkletNode(context, "gatherer", { numberOfOutputs: 0, channelCount: 1 });
  const { port1, port2 } = new MessageChannel();
  gatherer.port.postMessage(port1, [port1]);
  say({ kind: "begin", rate: context.sampleRate, sound: port2 }, [port2]);
  source.connect(gatherer);
  if (context.state === "suspended") void context.resume();
  let asked = 0;
  return {
    begin: () => say({ kind: "begin", rate: context.sampleRate }),
    tell: async () => {
      asked += 1;
      const answer = answerOf(worker, asked);
      say({ kind: "tell", asked });
      return await answer;
    },
    stop,
  };
}

/** At 16 kHz where the browser brings a microphone to that; elsewhere at the device's own rate, and the worker does. */
function open(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const context = new AudioContext({ sampleRate: RATE });
  try {
    return { context, source: context.createMediaStreamSource(stream) };
  } catch {
    void context.close();
    const own = new AudioContext();
    return { context: own, source: own.createMediaStreamSource(stream) };
  }
}

async function answerOf(worker: Worker, asked: number): Promise<Heard | null> {
  return await new Promise((resolve) => {
    const late = setTimeout(() => done(null), PATIENCE_MS);
    const done = (heard: Heard | null) => {
      clearTimeout(late);
      worker.removeEventListener("message", hear);
      resolve(heard);
    };
    const hear = ({ data }: MessageEvent<FromHearing>) => {
      if (data.asked === asked) done(data.heard);
    };
    worker.addEventListener("message", hear);
  });
}
