import { RATE } from "./loudness.ts";

const PCM = 1;
const MU_LAW = 7;

/** The samples of a WAV of our kind: mono, 16 kHz, 16-bit or mu-law. Throws for any other. */
export function samplesIn(file: Uint8Array): Float32Array<ArrayBuffer> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let form = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const name = String.fromCharCode(...file.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name === "fmt ") {
      form = view.getUint16(start, true);
      if (view.getUint16(start + 2, true) !== 1 || view.getUint32(start + 4, true) !== RATE)
        throw new Error("not mono at 16 kHz");
    }
    if (name === "data" && form === MU_LAW)
      return Float32Array.from(file.subarray(start, start + length), fromMuLaw);
    if (name === "data" && form === PCM)
      return Float32Array.from({ length: length / 2 }, (_, n) => view.getInt16(start + 2 * n, true) / 32_768);
    at = start + length + (length % 2);
  }
  throw new Error("no sound of a form that is read here");
}

/** A WAV of 16-bit samples. */
export function wavOf(samples: Float32Array, rate = RATE): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(44 + 2 * samples.length);
  const view = new DataView(file.buffer);
  const words = [
    [0, "RIFF"],
    [8, "WAVE"],
    [12, "fmt "],
    [36, "data"],
  ] as const;
  for (const [at, word] of words) file.set(new TextEncoder().encode(word), at);
  view.setUint32(4, file.length - 8, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, n) =>
    view.setInt16(44 + 2 * n, Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), true),
  );
  return file;
}

/** ITU-T G.711. */
function fromMuLaw(byte: number): number {
  const code = ~byte & 0xff;
  const size = ((((code & 0x0f) << 3) + 132) << ((code & 0x70) >> 4)) - 132;
  return (code & 0x80 ? -size : size) / 32_768;
}
