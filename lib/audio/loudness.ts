/** What everything here hears: mono, 16,000 samples a second, each from −1 to 1. */
export const RATE = 16_000;
/** A frame is a hundredth of a second. */
export const FRAME = 160;
export const FRAMES_A_SECOND = RATE / FRAME;

/** Where digital silence would be minus infinity. */
export const SILENT_DB = -100;

/**
 * Loudness in dBFS: the root of the mean square against full scale. A square wave that fills the range is at 0, a sine at −3.01;
 * SILENT_DB is the least.
 */
export function dbOf(meanSquare: number): number {
  return meanSquare <= 1e-10 ? SILENT_DB : Math.max(SILENT_DB, 10 * Math.log10(meanSquare));
}

export function meanSquareOf(db: number): number {
  return 10 ** (db / 10);
}
