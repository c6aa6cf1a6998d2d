import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createEar } from "./ear.ts";
import { BREAK_S, heardIn } from "./heard.ts";
import { RATE, SILENT_DB } from "./loudness.ts";
import { generatedTalk, seededDice, type Stretch } from "./spoken/generated.ts";
import { inNoise, spokenClips, talkOf } from "./spoken/spoken.ts";
import { trackOf } from "./spoken/track-of.ts";

/** Seconds that a pause may be off at either end, in a quiet room. */
const PAUSE_OFF_S = 0.06;

const stretches = fc.array(
  fc.record({
    // Not so near to BREAK_S that it could be either.
    pause: fc
      .double({ min: 0.35, max: 2.5, noNaN: true })
      .filter((s) => Math.abs(s - BREAK_S) > 2 * PAUSE_OFF_S),
    syllables: fc.integer({ min: 2, max: 12 }),
  }),
  { minLength: 2, maxLength: 6 },
);

describe("a voice that was made up", () => {
  it("is found where it is, with its pauses and its syllables", () => {
    fc.assert(
      fc.property(stretches, fc.integer(), (talk, seed) => {
        const heard = heardIn(trackOf(generatedTalk(talk, { dice: seededDice(seed) })));
        const spoken = talk.reduce((sum, { syllables }) => sum + syllables * 0.2, 0);
        expect(heard.pauses.length).toBe(talk.length - 1);
        for (const [at, { length }] of heard.pauses.entries()) near(length, talk[at + 1]!.pause, PAUSE_OFF_S);
        near(heard.spokenSeconds, spoken, talk.length * PAUSE_OFF_S);
        expect(heard.syllables).toBe(talk.reduce((sum, { syllables }) => sum + syllables, 0));
        near(heard.longestSeconds, longestOf(talk), talk.length * PAUSE_OFF_S + 0.01);
      }),
      { numRuns: 40 },
    );
  });

  it("is heard the same however loud it is, in whatever pieces it comes", () => {
    fc.assert(
      fc.property(
        stretches,
        fc.integer({ min: 1, max: 5_000 }),
        fc.constantFrom(0.03, 0.1, 0.6),
        (talk, piece, peak) => {
          const [quiet, one] = [
            generatedTalk(talk, { peak, roomDb: -90 }),
            generatedTalk(talk, { roomDb: -90 }),
          ];
          const [here, there] = [heardIn(trackOf(quiet, piece)), heardIn(trackOf(one))];
          expect(here.pauses.length).toBe(there.pauses.length);
          expect(here.syllables).toBe(there.syllables);
          expect(here.loudness! - there.loudness!).toBeCloseTo(20 * Math.log10(peak / 0.3), 1);
        },
      ),
      { numRuns: 20 },
    );
  });
});

function near(found: number | undefined, right: number, off: number, about = "heard"): void {
  expect(Math.abs((found ?? Infinity) - right), `${about}: ${found} for ${right}`).toBeLessThanOrEqual(off);
}

/** As BREAK_S parts it. */
function longestOf(talk: readonly Stretch[]): number {
  let longest = 0;
  let run = 0;
  for (const [index, { pause, syllables }] of talk.entries()) {
    run = index > 0 && pause < BREAK_S ? run + pause + syllables * 0.2 : syllables * 0.2;
    longest = Math.max(longest, run);
  }
  return longest;
}

const nothing = { spokenSeconds: 0, pauses: [], longestSeconds: 0, syllables: 0, pace: null, loudness: null };

test.each([
  ["digital silence", new Float32Array(4 * RATE)],
  [
    "a room without anybody",
    generatedTalk([{ pause: 6, syllables: 0 }], { roomDb: -45, dice: seededDice(5) }),
  ],
  ["a tone that goes on", new Float32Array(4 * RATE).map((_, at) => 0.2 * Math.sin(at / 5))],
  ["a click", new Float32Array(3 * RATE).fill(0.9, RATE, RATE + 200)],
])("%s is no speech", (_, samples) => {
  expect(heardIn(trackOf(samples))).toEqual({ seconds: samples.length / RATE, ...nothing });
});

test("less than a frame is nothing yet", () => {
  expect(heardIn(trackOf(new Float32Array(100)))).toEqual({ seconds: 0, ...nothing });
});

test("loudness is that of the definition: a full sine at -3.01 dBFS, nothing at the least", () => {
  const { levels } = trackOf(new Float32Array(RATE).map((_, at) => Math.sin((2 * Math.PI * at) / 16)));
  expect(levels[50]).toBeCloseTo(-3.0103, 3);
  expect(trackOf(new Float32Array(RATE)).levels[50]).toBe(SILENT_DB);
});

test("ten minutes are kept as half a megabyte, not as sound", () => {
  const ear = createEar();
  const second = generatedTalk([{ pause: 0.4, syllables: 3 }]);
  for (let at = 0; at < 600; at++) ear.hear(second);
  const { levels, bands, voicing } = ear.track();
  expect(levels.length).toBe(60_000);
  expect(levels.byteLength + bands.byteLength + voicing.byteLength).toBe(540_000);
});

const clips = spokenClips();

describe.each(["en", "de"])("what a synthesiser spoke, %s", (language) => {
  const talk = talkOf(
    clips.filter((clip) => clip.language === language),
    [0.6, 0.4, 0.8, 1.5, 0.7],
  );
  const inserted = talk.pauses.filter(({ length }) => length > 0.3);

  // Noise covers the end of a word that dies away: a pause then seems to begin sooner.
  test.each([
    ["in a quiet room", 60, "white", 0.05, 0.05],
    ["20 dB above white noise", 20, "white", 0.1, 0.05],
    ["10 dB above white noise", 10, "white", 0.12, 0.05],
    ["20 dB above pink noise", 20, "pink", 0.1, 0.05],
    ["10 dB above pink noise", 10, "pink", 0.12, 0.05],
  ] as const)("%s", (_, snr, colour, pauseOff, syllablesOff) => {
    const heard = heardIn(trackOf(inNoise(talk.samples, snr, seededDice(3), colour)));
    for (const { start, length } of inserted) {
      const found = heard.pauses.find((pause) => Math.abs(pause.start - start) < 0.5 && pause.length > 0.3);
      near(found?.start, start, pauseOff, `pause at ${start}`);
      near(found?.length, length, pauseOff, `pause at ${start}`);
    }
    // What else it takes for a pause stands at a comma, and is short.
    const others = heard.pauses.filter(
      ({ start }) => !inserted.some((one) => Math.abs(one.start - start) < 0.5),
    );
    for (const { start, length } of others) {
      expect(length).toBeLessThan(0.45);
      const comma = talk.pauses.find((one) => one.start < start + length && start < one.start + one.length);
      expect(comma?.length, `something at ${start}`).toBeGreaterThan(0.1);
    }
    near(heard.syllables / talk.syllables, 1, syllablesOff);
    expect(heard.pace).not.toBeNull();
  });
});
