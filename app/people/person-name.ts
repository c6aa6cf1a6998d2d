export interface PersonName {
  prefix: string;
  given: string;
  middle: string;
  family: string;
  suffix: string;
}

/**
 * Splits a name as written: "Dr. Ludwig van Beethoven", "Kennedy, John F.", "John Smith Jr., PhD". A single word is
 * a given name. Names are various; what a person has split by hand always counts more.
 */
export function splitName(text: string): PersonName {
  const plain = text.replace(/["“”„«»][^"“”„«»]*["“”«»]|\([^)]*\)/g, " ");
  const [first = [], ...others] = plain.split(",").map(wordsOf);
  const degrees = others.filter((part) => part.every(isDegree)).flat();
  const given = others.filter((part) => !part.every(isDegree)).flat();
  const front = withoutSuffix(first);
  if (given.length > 0) {
    const back = withoutSuffix(given);
    const called = withoutPrefix(back.words);
    const family = withoutPrefix(front.words);
    return {
      prefix: together([...family.prefix, ...called.prefix]),
      given: called.words[0] ?? "",
      middle: together(called.words.slice(1)),
      family: together(family.words),
      suffix: together([...front.suffix, ...back.suffix, ...degrees]),
    };
  }
  const { prefix, words } = withoutPrefix(front.words);
  const at = familyStart(words);
  return {
    prefix: together(prefix),
    given: at === 0 ? "" : words[0]!,
    middle: together(words.slice(1, at)),
    family: together(words.slice(at)),
    suffix: together([...front.suffix, ...degrees]),
  };
}

/** For display: without form of address and degrees. */
export function fullName({ given, middle = "", family }: Partial<PersonName>): string {
  return [given, middle, family].filter((part) => part).join(" ");
}

/** The words of a name without forms of address, degrees and generations; for comparing. */
export function bareName(words: string[]): string[] {
  return withoutSuffix(withoutPrefix(words).words).words;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function together(words: string[]): string {
  return words.join(" ");
}

function withoutPrefix(words: string[]): { prefix: string[]; words: string[] } {
  let count = 0;
  while (count < words.length - 1 && PREFIXES.has(bare(words[count]!))) count++;
  return { prefix: words.slice(0, count), words: words.slice(count) };
}

/** Leaves at least one word, so that "Ma" stays a family name. */
function withoutSuffix(words: string[]): { words: string[]; suffix: string[] } {
  let end = words.length;
  while (end > 1 && isSuffix(words[end - 1]!)) end--;
  return { words: words.slice(0, end), suffix: words.slice(end) };
}

function familyStart(words: string[]): number {
  if (words.length < 2) return words.length;
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && PARTICLES.has(bare(word)),
  );
  return particle > 0 ? particle : words.length - 1;
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(bare(word));
}

/** Behind a comma also what may be a family name elsewhere, as "Ma" and "Do". */
function isDegree(word: string): boolean {
  return isSuffix(word) || DEGREES.has(bare(word));
}

function bare(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}.,]/gu, "")
    .toLowerCase();
}

const PREFIXES = new Set(
  "mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend hon fr sr sra srta herr frau hr fra m mme mlle monsieur madame signor signora sig dott dottssa ing dr-ing dipl-ing dipl-kfm dipl-inf mag drs ir dhr mevr don dona".split(
    " ",
  ),
);

// Not "V" and "I", which are initials far more often than a fifth or a first of the name.
const SUFFIXES = new Set(
  "jr junior sr senior ii iii iv phd md mba esq esquire cpa cfa pmp llm llb dds dvm msc bsc aia".split(" "),
);

const DEGREES = new Set(
  "ma ba bs ms jd edd do rn pe cfp acca chfc clu phr sphr cissp csm shrm-cp shrm-scp pmi-acp".split(" "),
);

const PARTICLES = new Set(
  "van von vom zu zum zur de den der del della dello di da das dos do du des la las le los lo ten ter te af av bin ibn ben al el san santa st mac mc".split(
    " ",
  ),
);
