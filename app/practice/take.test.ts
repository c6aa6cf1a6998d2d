import { expect, test } from "vitest";
import { clockOf, heardInWords, rangeOf, sizeOf, TAKE_TYPE } from "./take.ts";

const heard = {
  seconds: 130,
  spokenSeconds: 102.2,
  pauses: [
    { start: 4, length: 0.3 },
    ...Array.from({ length: 9 }, (_, at) => ({ start: 10 * at, length: 0.6 })),
  ],
  longestSeconds: 38.2,
  syllables: 470,
  pace: 4.5988,
  loudness: -23.4,
};

test("what the device heard is told as facts", () => {
  expect(heardInWords(heard)).toBe(
    "You spoke 1:42 of 2:10; longest without a break of a second 38 s; 9 pauses over half a second; about 4.6 syllables a second; on average 23 dB below the loudest that can be recorded.",
  );
});

test("what is not known is left out", () => {
  const short = { ...heard, pauses: [], longestSeconds: 75, pace: null, loudness: null };
  expect(heardInWords(short)).toBe(
    "You spoke 1:42 of 2:10; longest without a break of a second 1:15; no pause over half a second.",
  );
  expect(heardInWords({ ...heard, spokenSeconds: 0 })).toBe("The microphone heard nobody speak.");
});

test.each([
  [0, "0:00"],
  [59.6, "1:00"],
  [600, "10:00"],
])("%d seconds are %s", (seconds, said) => {
  expect(clockOf(seconds)).toBe(said);
});

test.each([
  [12, "1 KB"],
  [999_999, "1000 KB"],
  [12_440_000, "12.4 MB"],
])("%d bytes are %s", (bytes, said) => {
  expect(sizeOf(bytes)).toBe(said);
});

test.each([
  [null, null],
  ["bytes=0-", { from: 0, to: 100 }],
  ["bytes=10-19", { from: 10, to: 20 }],
  ["bytes=90-200", { from: 90, to: 100 }],
  ["bytes=-30", { from: 70, to: 100 }],
  ["bytes=-300", { from: 0, to: 100 }],
  ["bytes=100-", "none"],
  ["bytes=-0", "none"],
  ["bytes=20-10", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["words=1-2", null],
])("of a hundred bytes %s are %j", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});

test.each([
  ["video/webm;codecs=vp8,opus", true],
  ["audio/mp4", true],
  ['video/mp4; codecs="avc1.42E01E, mp4a.40.2"', true],
  ["text/html", false],
  ["video/webm\r\nx: y", false],
])("%s is a type of take: %s", (type, is) => {
  expect(TAKE_TYPE.test(type)).toBe(is);
});
