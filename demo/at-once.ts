// As many as the house has connections, so that none waits for one.
const LANES = 6;

/** Does the work for each of them, some at a time, in their order; one that fails ends it. */
export async function atOnce<T>(each: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = each[Symbol.iterator]();
  const lane = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
