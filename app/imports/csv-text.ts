export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface TextSource {
  /** The text, piece by piece, without a byte order mark; no piece ends within a character. */
  pieces: AsyncGenerator<string>;
  /** How the bytes are being read; null until enough of them has come by. */
  encoding(): TextEncoding | null;
  /** Bytes that are no UTF-8 in a file that is: pasted from elsewhere, and read as Windows-1252. */
  strays(): number;
}

/**
 * Decodes what CRMs and spreadsheets write, in one pass and a bounded piece of memory. `asked` overrules the guess.
 * The guess: a byte order mark; else NULs in every second byte mean UTF-16; else UTF-8 when the accented
 * characters prove it, Windows-1252 when they refute it.
 */
export function textOf(bytes: AsyncIterable<Uint8Array>, asked?: TextEncoding): TextSource {
  const state: { encoding: TextEncoding | null; strays: number } = { encoding: null, strays: 0 };
  return {
    pieces: decoded(bytes, asked, state),
    encoding: () => state.encoding,
    strays: () => state.strays,
  };
}

/** The same for bytes that are all there. */
export async function decodeText(bytes: Uint8Array, asked?: TextEncoding): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of textOf(inOnePiece(bytes), asked).pieces) pieces.push(piece);
  return pieces.join("");
}

// Enough for a header and some rows; the same again once the first accent has been seen.
const HEAD_BYTES = 4096;
const LOOK_AHEAD_BYTES = 256 * 1024;

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  asked: TextEncoding | undefined,
  state: { encoding: TextEncoding | null; strays: number },
): AsyncGenerator<string> {
  const reader = bytes[Symbol.asyncIterator]();
  let held = await upTo(HEAD_BYTES, new Uint8Array(0), reader);
  const mark = markOf(held);
  let encoding = asked ?? mark?.encoding ?? wideEncodingOf(held);
  if (mark && mark.encoding === (asked ?? mark.encoding)) held = held.subarray(mark.bytes);

  while (encoding === undefined && held.length > 0) {
    if (isAscii(held)) {
      yield asciiText(held);
      held = await upTo(1, new Uint8Array(0), reader);
    } else {
      held = await upTo(LOOK_AHEAD_BYTES, held, reader);
      encoding = narrowEncodingOf(held);
    }
  }
  state.encoding = encoding ?? "utf-8";
  const decode = decoderFor(state.encoding, (count) => (state.strays += count));
  for (; held.length > 0; held = await upTo(1, new Uint8Array(0), reader)) {
    const piece = decode(held, false);
    if (piece !== "") yield piece;
  }
  const rest = decode(new Uint8Array(0), true);
  if (rest !== "") yield rest;
}

async function upTo(
  length: number,
  held: Uint8Array,
  reader: AsyncIterator<Uint8Array>,
): Promise<Uint8Array> {
  const parts = [held];
  let have = held.length;
  while (have < length) {
    const { done, value } = await reader.next();
    if (done) break;
    parts.push(value);
    have += value.length;
  }
  return joined(parts, have);
}

function joined(parts: Uint8Array[], length: number): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length === 1) return filled[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of filled) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function markOf(bytes: Uint8Array): { encoding: TextEncoding; bytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", bytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", bytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", bytes: 2 };
  return undefined;
}

/** UTF-16 without a mark: nearly all NULs on one side of the pairs, and more of them than pairs of plain ASCII. */
function wideEncodingOf(bytes: Uint8Array): TextEncoding | undefined {
  let high = 0;
  let low = 0;
  let plainPairs = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at]!;
    const second = bytes[at + 1]!;
    if (first === 0) high++;
    if (second === 0) low++;
    if (isPrintable(first) && isPrintable(second)) plainPairs++;
  }
  if (low > plainPairs && low > high * 10) return "utf-16le";
  if (high > plainPairs && high > low * 10) return "utf-16be";
  return undefined;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** UTF-8 unless most of the bytes above ASCII make no UTF-8. */
function narrowEncodingOf(bytes: Uint8Array): TextEncoding {
  let sequences = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length;) {
    const length = utf8LengthAt(bytes, at);
    if (length === CUT_OFF) break;
    if (length === NOT_UTF8) strays++;
    else if (length > 1) sequences++;
    at += Math.max(1, length);
  }
  return strays === 0 || sequences > strays * 4 ? "utf-8" : "windows-1252";
}

const NOT_UTF8 = 0;
const CUT_OFF = -1;

/** Bytes of the well-formed sequence that starts here (Unicode 16, table 3-7), NOT_UTF8, or CUT_OFF by the end. */
function utf8LengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return NOT_UTF8;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return CUT_OFF;
    if (next < (i === 1 ? lowest : 0x80) || next > (i === 1 ? highest : 0xbf)) return NOT_UTF8;
  }
  return length;
}

type Decode = (bytes: Uint8Array, atEnd: boolean) => string;

function decoderFor(encoding: TextEncoding, onStrays: (count: number) => void): Decode {
  if (encoding === "utf-8") return mendingUtf8(onStrays);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, atEnd) => decoder.decode(bytes, { stream: !atEnd });
}

function mendingUtf8(onStrays: (count: number) => void): Decode {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const western = new TextDecoder("windows-1252");
  let carried = new Uint8Array(0);
  return (bytes, atEnd) => {
    const all = carried.length > 0 ? joined([carried, bytes], carried.length + bytes.length) : bytes;
    const whole = atEnd ? all : all.subarray(0, all.length - cutOffAtEnd(all));
    carried = all.slice(whole.length);
    try {
      return strict.decode(whole);
    } catch {
      return mended(whole);
    }
  };

  function mended(bytes: Uint8Array): string {
    let text = "";
    let from = 0;
    let strays = 0;
    for (let at = 0; at < bytes.length;) {
      const length = utf8LengthAt(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      text += strict.decode(bytes.subarray(from, at)) + western.decode(bytes.subarray(at, at + 1));
      strays++;
      from = ++at;
    }
    onStrays(strays);
    return text + strict.decode(bytes.subarray(from));
  }
}

/** How many bytes at the end begin a sequence that is not complete yet. */
function cutOffAtEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return utf8LengthAt(bytes, bytes.length - back) === CUT_OFF ? back : 0;
  }
  return 0;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

function asciiText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
