/** "Askwell <a@b.c>" or "a@b.c" in its parts; null for what is no sender. */
export function senderNamed(text: string): { name: string; address: string } | null {
  const found = /^\s*(?:(.*?)\s*<([^<>]+)>|(\S+))\s*$/.exec(text);
  const address = found?.[2] ?? found?.[3] ?? "";
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address)) return null;
  return { name: found?.[1]?.replaceAll('"', "") ?? "", address };
}
