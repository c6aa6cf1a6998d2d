/**
 * Makes `pg_temp.id(what, n)` for one connection: an id out of eight hexadecimal digits that say what it is and a number,
 * in the order of the numbers.
 */
export const MAKE_ID = `
  create function pg_temp.id(what text, n bigint) returns uuid language sql immutable
    return (what || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** The same id. */
export function idOf(what: string, number: number): string {
  return `${what}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}
