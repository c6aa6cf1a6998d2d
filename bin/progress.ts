const SAY_EVERY_MS = 2_000;

/** Says how far a long work is, but not more often than every two seconds. */
export function progressOf(
  work: string,
  noun: string,
  say: (line: string) => void,
): (done: number, total: number) => void {
  let next = Date.now() + SAY_EVERY_MS;
  return (done, total) => {
    if (Date.now() < next) return;
    next = Date.now() + SAY_EVERY_MS;
    const percent = total > 0 ? Math.floor((done / total) * 100) : 100;
    say(`${work.padEnd(10)} ${inWords(done)} of ${inWords(total)} ${noun} (${percent} %)`);
  };
}

/** 1234567 as 1,234,567. */
export function inWords(count: number): string {
  return count.toLocaleString("en");
}
