/**
 * Text as it is searched and sorted: lower case, accents off, Latin letters that are no letter with an accent spelled
 * out ("Ø" is "o", "ß" is "ss"), apostrophes dropped, everything else between words one blank. Folding twice changes nothing.
 */
export function fold(text: string): string {
  // Most names are plain ASCII, for which the rest comes to this.
  if (/^[\0-\x7f]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘ʼ`]/g, "")
    .replace(/[ßæœøłđðþıŋħŧ]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/**
 * The words by which a text is found: its own, and how they may also be typed ("Müller": muller, mueller), in a to z and digits
 * alone. PostgreSQL's trigrams pass over other letters where it runs in the C locale.
 */
export function searchWords(text: string): string[] {
  const spelledOut = text
    .normalize("NFC")
    .replace(/[äöüÄÖÜåÅøØ]/g, (letter) => WITH_E[letter.toLowerCase()] ?? letter);
  const words = fold(text).split(" ");
  const more = fold(spelledOut).split(" ");
  const fewer = words.map((word) => word.replace(/([aou])e(?=.)/g, "$1"));
  return [...new Set([...words, ...more, ...fewer].map(inAscii))].filter(Boolean);
}

/**
 * A folded text in a to z, digits and blanks: Greek and Cyrillic as they sound ("Иванов": ivanov), letters of other scripts each
 * as a sign of their own. Two of these may have the same sign, which finds a little too much and never too little.
 */
export function inAscii(folded: string): string {
  return folded.replace(/[^a-z0-9 ]/gu, (letter) => SOUNDS[letter] ?? signOf(letter));
}

function signOf(letter: string): string {
  return `q${(((letter.codePointAt(0) ?? 0) * 40_503) % 46_656).toString(36).padStart(3, "0")}`;
}

const SPELLED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ŋ: "n",
  ħ: "h",
  ŧ: "t",
};

const WITH_E: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

const SOUNDS: Record<string, string> = Object.fromEntries(
  [
    ["абвгдезиклмнопрстуфы", "abvgdeziklmnoprstufy"],
    ["іјҝ", "ijk"],
    ["αβγδεζηικλμνξοπρσςτυφχω", "abgdeziiklmnxoprsstyfho"],
  ]
    .flatMap(([letters = "", sounds = ""]) => Array.from(letters, (letter, at) => [letter, sounds[at] ?? ""]))
    .concat([
      ["ж", "zh"],
      ["х", "kh"],
      ["ц", "ts"],
      ["ч", "ch"],
      ["ш", "sh"],
      ["щ", "shch"],
      ["ъ", ""],
      ["ь", ""],
      ["э", "e"],
      ["ю", "yu"],
      ["я", "ya"],
      ["є", "ye"],
      ["ґ", "g"],
      ["ђ", "dj"],
      ["љ", "lj"],
      ["њ", "nj"],
      ["ћ", "c"],
      ["џ", "dz"],
      ["θ", "th"],
      ["ψ", "ps"],
    ]),
);
