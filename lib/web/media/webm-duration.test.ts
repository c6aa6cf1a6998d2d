import { describe, expect, it } from "vitest";
import { withDuration } from "./webm-duration.ts";

/** How two recordings of Chromium begin: up to the first block of the first cluster. */
const HEADS = {
  "picture and sound":
    "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwH/////////FUmpZpkq17GDD0JATYCGQ2hyb21lV0GGQ2hyb21lFlSua+muqNeBAXPFh7sgFJlg8VKDgQFV7oEBhoVWX1ZQOOCLsIIBQLqB8FPAgQGuvdeBAnPFhz9/FnslVE+DgQKGhkFfT1BVU2Oik09wdXNIZWFkAQEAAIC7AAAAAADhjbWERzuAAJ+BAWJkgSAfQ7Z1Af/////////n",
  "sound alone":
    "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwH/////////FUmpZpkq17GDD0JATYCGQ2hyb21lV0GGQ2hyb21lFlSua7+uvdeBAXPFh1tXEqaBA2SDgQKGhkFfT1BVU2Oik09wdXNIZWFkAQEAAIC7AAAAAADhjbWERzuAAJ+BAWJkgSAfQ7Z1Af/////////ngQA=",
};
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "base64"));
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("hex");
/** 0x4489, eight bytes: so many ticks as a float. */
const durationOf = (ticks: number) => {
  const float = Buffer.alloc(8);
  float.writeDoubleBE(ticks);
  return `448988${float.toString("hex")}`;
};

describe.each(Object.entries(HEADS))("a recording of %s", (_, text) => {
  const head = bytesOf(text);

  it("says how long it is, and is otherwise as it was", () => {
    const told = withDuration(head, 3.25);
    // Info: its tick of a millisecond and by whom it was written, in 25 bytes; now a length of 36.
    const info = hex(head).slice(2 * 0x35, 2 * (0x35 + 25));
    expect(hex(told)).toBe(
      `${hex(head).slice(0, 2 * 0x34)}0100000000000024${info}${durationOf(3_250)}${hex(head).slice(2 * (0x35 + 25))}`,
    );
  });

  it("is left alone where it says so already, is cut off, or is of another kind", () => {
    const told = withDuration(head, 3.25) ?? new Uint8Array();
    expect(withDuration(told, 9)).toBeNull();
    for (let length = 0; length < 0x35 + 25; length += 1)
      expect(withDuration(head.subarray(0, length), 3), String(length)).toBeNull();
    expect(withDuration(new TextEncoder().encode("....ftypisom and so on"), 3)).toBeNull();
  });
});

it("is told in ticks of the file's own", () => {
  const head = bytesOf(HEADS["sound alone"]);
  // 1,000,000 nanoseconds become 100,000.
  head.set([0x01, 0x86, 0xa0], 0x39);
  expect(hex(withDuration(head, 2))).toContain(durationOf(20_000));
});
