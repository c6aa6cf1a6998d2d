const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
// RFC 5322, 4.3. A single letter means nothing certain, and is read as the prime meridian's.
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
};
const FARTHER_ZONES: Record<string, number> = {
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
};

const DATE =
  /^\s*(?:\p{L}+\s*,?\s*)?(\d{1,2})[\s-]+(\p{L}{3,})\.?[\s-]+(\d{2,4})(?:\s+(\d{1,2})\s*[:.]\s*(\d{1,2})(?:\s*[:.]\s*(\d{1,2}))?)?\s*(.*)$/isu;
// What some programs write instead: the month before the day, and the year at the end, as C's asctime.
const ASCTIME =
  /^\s*(?:\p{L}+\s*,?\s*)?(\p{L}{3,})\s+(\d{1,2})\s*,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?\s+(.*?)\s*(\d{4})\s*(.*)$/isu;

/** The Date of a message (RFC 5322, 3.3 and 4.3), also as old and careless programs write it. Null where it cannot be. */
export function mailDate(text: string): Date | null {
  const bare = withoutComments(text.slice(0, 300));
  const usual = DATE.exec(bare);
  if (usual) {
    const [, day, month, year, hour = "0", minute = "0", second = "0", zone = ""] = usual;
    return instant({ year, month, day, hour, minute, second, zone });
  }
  const other = ASCTIME.exec(bare);
  if (!other) return null;
  const [, month, day, hour = "0", minute = "0", second = "0", before = "", year, after = ""] = other;
  return instant({ year, month, day, hour, minute, second, zone: before || after });
}

/** Comments stand in comments. */
function withoutComments(text: string): string {
  const less = text.replaceAll(/\([^()]*\)/g, " ");
  return less === text ? text : withoutComments(less);
}

type Part = "year" | "month" | "day" | "hour" | "minute" | "second";

function instant(parts: Record<Part, string | undefined> & { zone: string }): Date | null {
  const month = MONTHS.indexOf((parts.month ?? "").slice(0, 3).toLowerCase());
  const [day, hour, minute, second] = [parts.day, parts.hour, parts.minute, parts.second].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const year = fullYear(parts.year ?? "");
  const at = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)));
  const exists = month >= 0 && at.getUTCDate() === day && hour < 24 && minute < 60 && second <= 60;
  return exists ? new Date(at.getTime() - (minutesEast(parts.zone) ?? 0) * 60_000) : null;
}

/** RFC 5322, 4.3: two digits up to 49 are of this century, three are counted from 1900, also behind a nought. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return year < 1000 ? 1900 + year : year;
}

/** "+0100", "GMT", "CET"; null where that is no zone which mail knows. */
export function minutesEast(zone: string): number | null {
  const offset = /^\s*(?:gmt|utc?)?\s*([+-])\s*(\d{2}):?(\d{2})/i.exec(zone);
  if (offset) return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  const name = /^\s*"?([a-z]{1,4})/i.exec(zone)?.[1]?.toLowerCase() ?? "";
  return ZONES[name] ?? FARTHER_ZONES[name] ?? null;
}
