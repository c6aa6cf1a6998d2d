import type { Locator, Page } from "playwright-core";

/** What a hand did. */
export interface Counts {
  taps: number;
  /** As many as a thumb needs to bring into sight what is tapped next. */
  swipes: number;
  /** In which something was typed. */
  fields: number;
  characters: number;
  /** That were read. */
  words: number;
  /** Pages and sheets that came up. */
  screens: number;
}

export const NOTHING: Counts = { taps: 0, swipes: 0, fields: 0, characters: 0, words: 0, screens: 0 };

/** A thumb on a phone, or a hand at a desk, that counts what it does. */
export interface Hand {
  page: Page;
  /** `opens`: what is seen of the page or the sheet that comes up with it. */
  tap(target: Locator, opens?: Locator): Promise<void>;
  /** Into a field, which is tapped first unless the caret is there already. */
  type(field: Locator, text: string): Promise<void>;
  /** Enter, on the keyboard of the phone. */
  enter(opens?: Locator): Promise<void>;
  /** Brings something into sight, to be glanced at. */
  lookAt(target: Locator): Promise<void>;
  /** Each word of it that can be seen. */
  read(target: Locator): Promise<void>;
  counts(): Counts;
}

/** Of the height of the screen. */
const SWIPE = 0.6;

export function createHand(page: Page, { touches = true }: { touches?: boolean } = {}): Hand {
  const counts = { ...NOTHING };
  const comesUp = async (opens: Locator | undefined) => {
    if (opens === undefined) return;
    await opens.waitFor();
    counts.screens += 1;
  };
  const lookAt = async (target: Locator) => {
    await target.waitFor();
    counts.swipes += await swipesTo(page, target);
  };
  const tap = async (target: Locator, opens?: Locator) => {
    await lookAt(target);
    counts.taps += 1;
    await (touches ? target.tap() : target.click());
    await comesUp(opens);
  };
  return {
    page,
    tap,
    async type(field, text) {
      await field.waitFor();
      if (!(await field.evaluate((element) => element === document.activeElement))) await tap(field);
      counts.fields += 1;
      counts.characters += text.length;
      // Wherever in what stands there already the tap came down.
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type(text);
    },
    async enter(opens) {
      counts.characters += 1;
      await page.keyboard.press("Enter");
      await comesUp(opens);
    },
    lookAt,
    async read(target) {
      await lookAt(target);
      counts.words += await target.evaluate(wordsSeen);
      const height = await target.evaluate((element) => element.getBoundingClientRect().height);
      const screen = page.viewportSize()?.height ?? 844;
      counts.swipes += Math.max(0, Math.ceil((height - screen) / (screen * SWIPE)));
    },
    counts: () => ({ ...counts }),
  };
}

export function between(before: Counts, after: Counts): Counts {
  const keys = Object.keys(NOTHING) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, after[key] - before[key]])) as unknown as Counts;
}

/** How often a thumb swipes until the target is in sight; it then is. */
async function swipesTo(page: Page, target: Locator): Promise<number> {
  const height = page.viewportSize()?.height ?? 844;
  const away = await target.evaluate(howFarOut);
  if (away === 0) return 0;
  await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
  return Math.max(1, Math.ceil(away / (height * SWIPE)));
}

/** Runs in the page: words that can be seen; what a list would offer, and what only a screen reader says, is none. */
function wordsSeen(element: Element): number {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const { parentElement: around, textContent } = texts.currentNode;
    if (around === null || around.closest("option") !== null || !around.checkVisibility()) continue;
    const { width, height } = around.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    words += (textContent ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  return words;
}

/** Runs in the page: pixels from the middle of an element, or of as much as fits, to the screen; 0 where it can be touched. */
function howFarOut(element: Element): number {
  const { left, top, width, height } = element.getBoundingClientRect();
  const y = top + Math.min(height, innerHeight / 2) / 2;
  const there = document.elementFromPoint(left + width / 2, y);
  if (there !== null && (element.contains(there) || there.contains(element))) return 0;
  // What covers its place covers a strip at the edge; see shell.module.css.
  const strip = 64;
  return Math.max(1, strip - y, y - innerHeight + strip);
}
