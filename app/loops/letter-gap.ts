/** The first gap in a draft that somebody has to fill, such as "[our postal address]"; null when there is none. */
export function gapIn(text: string): string | null {
  return /\[[^\]\n]{3,60}\]/.exec(text)?.[0] ?? null;
}
