import { expect, test } from "vitest";
import { RATE } from "./loudness.ts";
import { createResampler } from "./resample.ts";

function resampled(rate: number, hz: number, piece: number): Float32Array {
  const tone = new Float32Array(rate).map((_, at) => Math.sin((2 * Math.PI * hz * at) / rate));
  const make = createResampler(rate);
  const parts: number[] = [];
  for (let at = 0; at < tone.length; at += piece) parts.push(...make(tone.subarray(at, at + piece)));
  return Float32Array.from(parts);
}

function powerOf(samples: Float32Array): number {
  const middle = samples.subarray(1_000, -1_000);
  return middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length;
}

test.each([44_100, 48_000, 96_000, 8_000])("a second at %d Hz is a second at ours", (rate) => {
  const made = resampled(rate, 440, 128);
  expect(Math.abs(made.length - RATE)).toBeLessThan(60);
  expect(powerOf(made)).toBeCloseTo(0.5, 2);
});

test("it comes out the same in whatever pieces it goes in", () => {
  const [one, other] = [resampled(44_100, 700, 128), resampled(44_100, 700, 1_001)];
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) expect(one[at]).toBeCloseTo(other[at]!, 4);
});

test("what lies above is not folded into what is kept", () => {
  expect(powerOf(resampled(48_000, 11_000, 128))).toBeLessThan(1e-5);
});

test("ours is left as it is", () => {
  const samples = Float32Array.of(0.1, -0.2);
  expect(createResampler(RATE)(samples)).toBe(samples);
});
