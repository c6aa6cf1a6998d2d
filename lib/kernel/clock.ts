export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and the demo. */
export function frozenClock(at: Date): Clock {
  const ms = at.getTime();
  return { now: () => new Date(ms) };
}

/** A clock that is set to `from` now and goes on from there: for tests in which somebody waits. */
export function runningClock(from: Date): Clock {
  const ahead = from.getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}
