/**
 * Text as it is searched and sorted: lower case, accents off, Latin letters that are no letter with an accent spelled
 * out ("Ø" is "o", "ß" is "ss"), apostrophes dropped, everything else between words one blank. Folding twice changes nothing.
 */
export function fold(text: string): string {
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

/** The words by which a text is found: its own, and how they may also be typed ("Müller": muller, mueller). */
export function searchWords(text: string): string[] {
  const spelledOut = text
    .normalize("NFC")
    .replace(/[äöüÄÖÜåÅøØ]/g, (letter) => WITH_E[letter.toLowerCase()] ?? letter);
  const words = fold(text).split(" ");
  const more = fold(spelledOut).split(" ");
  const fewer = words.map((word) => word.replace(/([aou])e(?=.)/g, "$1"));
  return [...new Set([...words, ...more, ...fewer])].filter(Boolean);
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
