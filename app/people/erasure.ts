/** Whether what was typed is that name: capitals and blanks are no hurdle, another name is. */
export function isSameName(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}

/** What an erasure leaves, said before it is done. */
export const STAYS: readonly string[] = [
  "Numbers without a name: asks, introductions, meetings, deals and scores count as before.",
  "Their addresses as a fingerprint that nobody can read, so that they are left in peace should a file or a person bring them in again.",
  "Backups made before today: they hold everything until you throw them away.",
];

/** What it cannot find, said before it is done. */
export const LOOK_YOURSELF =
  "In notes about others we take out their whole name, e-mail addresses and phones. A nickname, a first name alone or what they are quoted with there you find yourself.";

function plain(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}
