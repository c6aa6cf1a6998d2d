const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The messages of an mbox file (RFC 4155), without their "From " lines. A Content-Length is believed where the next message begins
 * behind it, or the file ends: words that begin with "From " stay where they are. ">From " is left as it stands.
 */
export function* messagesIn(mbox: Uint8Array): Generator<Uint8Array> {
  const bytes = Buffer.from(mbox.buffer, mbox.byteOffset, mbox.byteLength);
  let at = nextSeparator(bytes, bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0);
  while (at !== null) {
    const begin = afterLine(bytes, at);
    const end = endByLength(bytes, begin) ?? nextSeparator(bytes, begin) ?? bytes.length;
    yield bytes.subarray(begin, end);
    at = end < bytes.length ? end : null;
  }
}

// What follows is an envelope: one word, and a date or nothing. Words of a letter may begin with "From " as well.
const ENVELOPE = /^From (?:-|\S+)\s*(?:$|.*\b\d{1,2}:\d{2}(?::\d{2})?\b.*\d{4}|.*\d{4}.*\b\d{1,2}:\d{2}\b)/;
const LONGEST_ENVELOPE = 300;

function nextSeparator(bytes: Buffer, from: number): number | null {
  if (isSeparator(bytes, from)) return from;
  for (let at = bytes.indexOf("\nFrom ", from); at >= 0; at = bytes.indexOf("\nFrom ", at + 1))
    if (isSeparator(bytes, at + 1)) return at + 1;
  return null;
}

function isSeparator(bytes: Buffer, at: number): boolean {
  const line = bytes.toString("latin1", at, Math.min(afterLine(bytes, at), at + LONGEST_ENVELOPE));
  return ENVELOPE.test(line.trimEnd());
}

function endByLength(bytes: Buffer, begin: number): number | null {
  const head = bytes.toString("latin1", begin, begin + 100_000);
  const blank = /\r?\n\r?\n/.exec(head);
  const length = /^content-length:[ \t]*(\d{1,10})[ \t]*\r?$/im.exec(head.slice(0, blank?.index))?.[1];
  if (!blank || length === undefined) return null;
  let end = begin + blank.index + blank[0].length + Number(length);
  if (end > bytes.length) return null;
  while (bytes[end] === CR || bytes[end] === LF) end += 1;
  return end >= bytes.length || bytes.toString("latin1", end, end + 5) === "From "
    ? Math.min(end, bytes.length)
    : null;
}

function afterLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
}
