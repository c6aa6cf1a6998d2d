import { createEar } from "#lib/audio/ear.ts";
import { heardIn } from "#lib/audio/heard.ts";
import { createResampler } from "#lib/audio/resample.ts";
import type { FromHearing, ToHearing } from "./hearing-words.ts";

// Runs beside the page: measures, and keeps none of the sound.

let ear = createEar();
let atOurs = createResampler(16_000);

addEventListener("message", ({ data }: MessageEvent<ToHearing>) => {
  if (data.kind === "begin") {
    ear = createEar();
    atOurs = createResampler(data.rate);
    if (data.sound) data.sound.addEventListener("message", take);
    data.sound?.start();
  } else answer({ kind: "heard", asked: data.asked, heard: heardIn(ear.track()) });
});

function take({ data }: MessageEvent<Float32Array>): void {
  ear.hear(atOurs(data));
}

function answer(said: FromHearing): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name.
  postMessage(said);
}
