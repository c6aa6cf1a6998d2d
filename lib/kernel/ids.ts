/**
 * A UUIDv7 (RFC 9562) of the millisecond `at`. Ids that one process makes for the same millisecond rise in the
 * order they were made, however many there are and whatever other milliseconds come between.
 */
export function newId(at: Date): string {
  const ms = at.getTime();
  if (!(ms >= 0 && ms < 2 ** 48)) throw new RangeError(`no id can be made for ${String(at)}`);
  counter += 1 + (randomWord() & 0xff);
  if (counter >= COUNTER_END) counter = freshCounter();
  const time = ms.toString(16).padStart(12, "0");
  const high = Math.floor(counter / 2 ** 30)
    .toString(16)
    .padStart(3, "0");
  const low = (0x8000_0000 + (counter % 2 ** 30)).toString(16);
  const tail = randomWord().toString(16).padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}${tail}`;
}

/**
 * What is committed after `at` has no lesser id. What began before may be committed after it, under an id of when it began: a day is more than
 * anything takes.
 */
export function leastIdSince(at: Date): string {
  return leastIdOf(new Date(Math.max(0, at.getTime() - LONGEST_MS)));
}

/** What is made at that moment or later has no lesser id. */
export function leastIdOf(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

const LONGEST_MS = 86_400_000;

/** True for ids as newId writes them: version 7, lower case. */
export function isId(text: unknown): text is string {
  return (
    typeof text === "string" &&
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
  );
}

// A job reads the clock once and may make 100,000 ids from it, so the counter takes 42 bits (12 of rand_a and 30 of
// rand_b, RFC 9562 section 6.2, method 1) and is never set back while the process lives. 32 bits stay random.
const COUNTER_END = 2 ** 42;

function freshCounter(): number {
  return (randomWord() & 0x1ff) * 2 ** 32 + randomWord();
}

// Asking for random numbers costs more than all the rest, so a thousand are fetched at a time.
const pool = new Uint32Array(1024);
let taken = pool.length;

function randomWord(): number {
  if (taken === pool.length) {
    crypto.getRandomValues(pool);
    taken = 0;
  }
  const word = pool[taken]!;
  taken += 1;
  return word;
}

let counter = freshCounter();
