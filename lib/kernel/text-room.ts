/** How a text is set; `size` in pixels. */
interface Lettering {
  size: number;
  bold?: boolean;
}

/** Of its text's size: a little wider than in Helvetica, Arial, Roboto, Segoe UI and San Francisco, so that a text hardly ever needs more. */
const EMS: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}\p{Cf}]+$/u, 0],
  [/^\p{Extended_Pictographic}/u, 1.4],
  [/^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303F\uFF00-\uFF60]/u, 1.05],
  [/^[\siljI.,:;'’|!·]/u, 0.29],
  [/^[ftr()[\]/"“”-]/u, 0.38],
  [/^[mwMW@%—…]/u, 1],
  [/^[\p{Lu}&+=<>#~]/u, 0.74],
  [/^[\p{sc=Latin}\p{N}]/u, 0.58],
];
const OTHERS = 0.85;
const LETTERS = new Intl.Segmenter();
const BOLD = 1.08;

/** How wide a text is at most, in pixels. */
export function widthOf(text: string, { size, bold = false }: Lettering): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size * (bold ? BOLD : 1);
}

const known = new Map<string, number>();

function emsOf(letter: string): number {
  let ems = known.get(letter);
  if (ems === undefined) {
    ems = EMS.find(([kind]) => kind.test(letter))?.[1] ?? OTHERS;
    known.set(letter, ems);
  }
  return ems;
}

/** How many lines it fills at most: words are kept whole as long as one fits a line. */
export function linesIn(text: string, lettering: Lettering, width: number): number {
  if (text === "") return 0;
  const blank = widthOf(" ", lettering);
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const wide = widthOf(word, lettering);
    if (used > 0 && used + blank + wide <= width) used += blank + wide;
    else {
      if (used > 0) lines += 1;
      // A word that no line holds is broken where it has to be.
      const over = Math.max(0, Math.ceil((wide * BROKEN) / width) - 1);
      lines += over;
      used = over > 0 ? width : wide;
    }
  }
  return lines;
}
/** What the ends of the lines of a broken word leave empty. */
const BROKEN = 1.1;

/** So much of it as fills that many lines; whole words where there are any. */
export function clipped(text: string, lettering: Lettering, width: number, lines: number): string {
  const fits = (some: string) => linesIn(some, lettering, width) <= lines;
  if (fits(text)) return text;
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment);
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(`${letters.slice(0, middle).join("")}…`)) least = middle;
    else most = middle - 1;
  }
  const part = letters.slice(0, least).join("");
  const blank = part.lastIndexOf(" ");
  const whole = blank > part.length / 2 ? part.slice(0, blank) : part;
  return whole === "" ? "" : `${whole.replace(/[\s,.;:·–-]+$/u, "")}…`;
}
