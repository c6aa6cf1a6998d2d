/** A text's own share from 0 to 1, always the same; no dice, so that what is told besides stays as it is. */
export function shareOf(text: string): number {
  // FNV-1a of Fowler, Noll and Vo, folded to a share.
  let hash = 0x81_1c_9d_c5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01_00_01_93) >>> 0;
  return (hash >>> 8) / 2 ** 24;
}
