/** Whole minutes, for tables and sentences: "18 minutes", "under a minute". */
export function minutesText(seconds: number): string {
  if (seconds === 0) return "no time";
  if (seconds < 60) return "under a minute";
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes.toLocaleString("en-GB")} minutes`;
}

export function askedText(people: number): string {
  return people === 1 ? "1 person asked" : `${people} people asked`;
}
