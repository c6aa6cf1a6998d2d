import { createEar } from "#lib/audio/ear.ts";
import { heardIn } from "#lib/audio/heard.ts";
import { RATE } from "#lib/audio/loudness.ts";
import { seededDice } from "#lib/audio/spoken/generated.ts";
import { inNoise, spokenClips, talkOf, type Clip } from "#lib/audio/spoken/spoken.ts";
import { trackOf } from "#lib/audio/spoken/track-of.ts";
import { heading, printTable, scaleAsked, timed } from "./measure.ts";

const NOISES = [
  [60, "white"],
  [20, "white"],
  [10, "white"],
  [5, "white"],
  [20, "pink"],
  [10, "pink"],
  [5, "pink"],
] as const;
const SILENCES = [0.3, 0.5, 0.8, 1.5];
const DICE = 11;

heading("What the device hears of spoken sentences", scaleAsked());
const clips = spokenClips();
syllablesByClip();
pausesByNoise();
await realTime();

/** How many syllables more or fewer than were spoken, in each clip alone. */
function syllablesByClip(): void {
  const rows = clips.map((clip) => [
    `${clip.name} (${clip.voice})`,
    String(clip.syllables),
    ...NOISES.map(([snr, colour]) => signed(heardOf(clip.samples, snr, colour).syllables - clip.syllables)),
  ]);
  printTable(["syllables", "spoken", ...NOISES.map(([snr, colour]) => `${colour} ${snr} dB`)], rows);
}

/** Each sentence between silences of each length: whether each was found, and by how much its begin and its length are off. */
function pausesByNoise(): void {
  const rows = NOISES.map(([snr, colour]) => {
    const off: { start: number; length: number }[] = [];
    let inserted = 0;
    let invented = 0;
    for (const length of SILENCES)
      for (const pair of pairsOf(clips)) {
        const talk = talkOf(pair, [0.5, length, 0.5]);
        const at = 0.5 + pair[0]!.samples.length / RATE;
        const { pauses } = heardOf(talk.samples, snr, colour);
        const found = pauses.find(({ start }) => Math.abs(start - at) < 0.4);
        inserted += 1;
        if (found) off.push({ start: Math.abs(found.start - at), length: Math.abs(found.length - length) });
        invented += pauses.filter((each) => each !== found && !isAtGap(each, talk.pauses)).length;
      }
    const mean = (of: "start" | "length") =>
      (1000 * off.reduce((sum, each) => sum + each[of], 0)) / Math.max(1, off.length);
    const most = 1000 * Math.max(0, ...off.map(({ length }) => length));
    return [
      `${colour} ${snr} dB`,
      `${off.length} of ${inserted}`,
      mean("start").toFixed(0),
      mean("length").toFixed(0),
      most.toFixed(0),
      String(invented),
    ];
  });
  printTable(
    ["pauses of 0.3 to 1.5 s", "found", "begin off, ms", "length off, ms", "at most", "where none is"],
    rows,
  );
}

function isAtGap(
  pause: { start: number; length: number },
  gaps: readonly { start: number; length: number }[],
) {
  return gaps.some(({ start, length }) => start < pause.start + pause.length && pause.start < start + length);
}

async function realTime(): Promise<void> {
  const second = talkOf(clips, [0.4]).samples.subarray(0, RATE);
  const ear = createEar();
  const minutes = 10;
  const hearing = await timed(async () => {
    for (let at = 0; at < minutes * 60; at++) ear.hear(second);
  });
  const telling = await timed(async () => heardIn(ear.track()));
  printTable(
    ["ten minutes", "milliseconds", "times real time"],
    [
      ["to hear them", hearing.ms.toFixed(0), ((minutes * 60_000) / hearing.ms).toFixed(0)],
      ["to say what was heard", telling.ms.toFixed(0), ((minutes * 60_000) / telling.ms).toFixed(0)],
    ],
  );
}

function heardOf(samples: Float32Array, snr: number, colour: "white" | "pink") {
  return heardIn(trackOf(inNoise(samples, snr, seededDice(DICE), colour)));
}

function pairsOf(all: readonly Clip[]): Clip[][] {
  return all.flatMap((clip, at) =>
    all[at + 1]?.language === clip.language ? [[clip, all[at + 1] as Clip]] : [],
  );
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference);
}
