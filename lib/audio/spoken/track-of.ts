import { createEar, type Track } from "../ear.ts";

/** What an ear makes of a whole sound, handed to it in pieces as a microphone does. */
export function trackOf(samples: Float32Array, piece = 128): Track {
  const ear = createEar();
  for (let at = 0; at < samples.length; at += piece) ear.hear(samples.subarray(at, at + piece));
  return ear.track();
}
