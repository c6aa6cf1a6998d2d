/** An address in lower case, or null when it cannot be one. Two people may share a mailbox, one may have many. */
export function emailKey(text: string): string | null {
  const address = text.trim().toLowerCase();
  return isEmailAddress(address) ? address : null;
}

/**
 * An address that a server will take: as RFC 5321, but without quoted parts, comments and numeric hosts, which nobody
 * has on a card. A host without a dot is refused.
 */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const host = text.slice(at + 1);
  if (at < 1 || local.length > 64 || text.length > 254) return false;
  if (!/^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local))
    return false;
  const labels = host.split(".");
  return (
    labels.length > 1 &&
    host.length <= 253 &&
    labels.every(
      (label) => label.length <= 63 && /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u.test(label),
    ) &&
    !/^\d+$/.test(labels.at(-1)!)
  );
}
