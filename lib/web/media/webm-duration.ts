/**
 * A recording that a browser writes as it goes does not say how long it is, so that a player neither shows its length nor seeks in it.
 * Elements by RFC 8794 (EBML) and RFC 9559 (Matroska, 5.1.2: Info).
 */
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Nanoseconds of a tick where it is not said. */
const USUAL_SCALE = 1_000_000;

interface Element {
  id: number;
  /** Where its id, its content and what follows it begin. */
  at: number;
  from: number;
  /** Null: it is not said, and lasts until what cannot be in it. */
  to: number | null;
}

/**
 * The beginning of a WebM file, with how long it lasts written into it. `null` where it says so already, is of another kind, or tells
 * where in the file things are, which would be wrong then.
 */
export function withDuration(head: Uint8Array, seconds: number): Uint8Array<ArrayBuffer> | null {
  const [ebml] = elementsIn(head, 0, head.length);
  if (ebml?.id !== EBML || ebml.to === null) return null;
  const [segment] = elementsIn(head, ebml.to, head.length);
  // One that is complete knows its size, and says how long it is.
  if (segment?.id !== SEGMENT || segment.to !== null) return null;
  const [info] = elementsIn(head, segment.from, head.length);
  if (info?.id !== INFO || info.to === null || info.to > head.length) return null;
  const said = elementsIn(head, info.from, info.to);
  if (said.some(({ id }) => id === DURATION)) return null;
  const scale = said.find(({ id }) => id === TIMESTAMP_SCALE);
  const ticks = (seconds * 1e9) / (scale === undefined ? USUAL_SCALE : numberIn(head, scale));
  const content = [head.subarray(info.from, info.to), durationOf(ticks)];
  return joined([
    head.subarray(0, info.at + 4),
    sizeOf(content.reduce((sum, { length }) => sum + length, 0)),
    ...content,
    head.subarray(info.to),
  ]);
}

/** Those that stand one after the other, as far as their beginnings are there. */
function elementsIn(bytes: Uint8Array, from: number, to: number): Element[] {
  const found: Element[] = [];
  for (let at = from; at < to;) {
    const id = idAt(bytes, at);
    const size = id && sizeAt(bytes, at + id.length);
    if (!id || !size) break;
    const begins = at + id.length + size.length;
    const ends = size.value === null ? null : begins + size.value;
    found.push({ id: id.value, at, from: begins, to: ends });
    if (ends === null) break;
    at = ends;
  }
  return found;
}

/** RFC 8794, 5: one to four bytes, their marker a part of them. */
function idAt(bytes: Uint8Array, at: number): { value: number; length: number } | undefined {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 4 || at + length > bytes.length) return undefined;
  return { value: bigEndian(bytes, at, length), length };
}

/** RFC 8794, 4: one to eight bytes without their marker; null where all bits are set: unknown. */
function sizeAt(bytes: Uint8Array, at: number): { value: number | null; length: number } | undefined {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  const marker = 2 ** (8 - length);
  const value = (first % marker) * 256 ** (length - 1) + bigEndian(bytes, at + 1, length - 1);
  const isUnknown =
    first % marker === marker - 1 && bytes.subarray(at + 1, at + length).every((byte) => byte === 0xff);
  return { value: isUnknown ? null : value, length };
}

function numberIn(bytes: Uint8Array, { from, to }: Element): number {
  return bigEndian(bytes, from, (to ?? from) - from);
}

function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte;
  return value;
}

/** A size in eight bytes. */
function sizeOf(size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size) | (1n << 56n));
  return bytes;
}

/** A float of eight bytes. */
function durationOf(ticks: number): Uint8Array {
  const bytes = new Uint8Array(11);
  bytes.set([DURATION >> 8, DURATION & 0xff, 0x88]);
  new DataView(bytes.buffer).setFloat64(3, ticks);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
