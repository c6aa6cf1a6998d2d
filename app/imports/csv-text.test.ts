import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, type TextEncoding, textOf } from "./csv-text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, isBig: boolean) =>
  Uint8Array.from(text.split("").flatMap((unit) => inOrder(unit.charCodeAt(0), isBig)));
const inOrder = (unit: number, isBig: boolean) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]);
const bytesOf = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

// What Windows-1252 has at 0x80 to 0x9F where ISO 8859-1 has control characters (unicode.org CP1252.TXT).
const WESTERN =
  "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ" +
  Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join("");
const western = (text: string) =>
  Uint8Array.from(
    text.split("").map((letter) => (letter < "\x80" ? letter.charCodeAt(0) : 0x80 + WESTERN.indexOf(letter))),
  );

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7, asked?: TextEncoding) {
  const source = textOf(cut(bytes, size), asked);
  const pieces: string[] = [];
  for await (const piece of source.pieces) pieces.push(piece);
  return { text: pieces.join(""), pieces, encoding: source.encoding(), strays: source.strays() };
}

const ACCENTS = "Name;Ort\r\nMüller & Söhne;Köln\r\nPébéo;Nº 77\r\n";

describe("text of files", () => {
  it.each<[string, Uint8Array, TextEncoding]>([
    ["UTF-8", utf8(ACCENTS), "utf-8"],
    ["UTF-8 with a mark", bytesOf([0xef, 0xbb, 0xbf], utf8(ACCENTS)), "utf-8"],
    ["UTF-16 LE with a mark", bytesOf([0xff, 0xfe], wide(ACCENTS, false)), "utf-16le"],
    ["UTF-16 BE with a mark", bytesOf([0xfe, 0xff], wide(ACCENTS, true)), "utf-16be"],
    ["UTF-16 LE without", wide(ACCENTS, false), "utf-16le"],
    ["UTF-16 BE without", wide(ACCENTS, true), "utf-16be"],
    ["Windows-1252", western(ACCENTS), "windows-1252"],
  ])("reads %s, cut anywhere", async (_name, bytes, encoding) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      expect(await read(bytes, size)).toMatchObject({ text: ACCENTS, encoding, strays: 0 });
    }
  });

  it("reads every character of Windows-1252", async () => {
    expect((await read(western(WESTERN), 1000, "windows-1252")).text).toBe(WESTERN);
  });

  it("is not misled by »Spaß«, whose ß« would be a letter in UTF-8", async () => {
    const text = "a;b\r\n»Spaß«;Köln\r\nGröße;1\r\n";
    expect(await read(western(text))).toMatchObject({ text, encoding: "windows-1252" });
  });

  it("decides by the first accents, however late they come", async () => {
    const plain = "plain,text\n".repeat(30_000);
    expect((await read(western(`${plain}Crédito`), 65_536)).text).toBe(`${plain}Crédito`);
    expect((await read(utf8(`${plain}Crédito`), 65_536)).text).toBe(`${plain}Crédito`);
  });

  it("reads bytes that are no UTF-8 in a file that is as Windows-1252, and counts them", async () => {
    const text = "é".repeat(40);
    const mixed = bytesOf(utf8(text), [0xe9], utf8(text));
    expect(await read(mixed, 13)).toMatchObject({ text: `${text}é${text}`, encoding: "utf-8", strays: 1 });
  });

  it("takes stray NULs for stray NULs, not for UTF-16", async () => {
    expect((await read(utf8("a,b\n1,\0x\n"))).encoding).toBe("utf-8");
    expect((await read(utf8("a,b\nfixed\0\0\0\0\0,wide\0\0\0\0\n"))).encoding).toBe("utf-8");
  });

  it("obeys the encoding it is asked for", async () => {
    expect((await read(utf8("é"), 7, "windows-1252")).text).toBe("Ã©");
  });

  it("reads an empty file", async () => {
    expect(await read(new Uint8Array(0))).toMatchObject({ text: "", encoding: "utf-8" });
    expect(await decodeText(bytesOf([0xef, 0xbb, 0xbf]))).toBe("");
  });

  it("holds little of a long file at a time", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; given < 20_000_000; given += 65_536) yield new Uint8Array(65_536).fill(0xe9);
    }
    const { pieces } = textOf(endless());
    for (let count = 0; count < 3; count++) await pieces.next();
    expect(given).toBeLessThan(600_000);
  });
});

describe("decoding undoes encoding", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 }).filter((drawn) => !drawn.startsWith("\uFEFF"));
  const size = fc.integer({ min: 1, max: 40 });

  it("for UTF-8", async () => {
    await fc.assert(
      fc.asyncProperty(text, size, async (drawn, step) => {
        expect((await read(utf8(drawn), step, "utf-8")).text).toBe(drawn);
        expect((await read(bytesOf([0xef, 0xbb, 0xbf], utf8(drawn)), step)).text).toBe(drawn);
      }),
    );
  });

  it("for UTF-16 with a mark", async () => {
    await fc.assert(
      fc.asyncProperty(text, size, fc.boolean(), async (drawn, step, isBig) => {
        const bytes = bytesOf(isBig ? [0xfe, 0xff] : [0xff, 0xfe], wide(drawn, isBig));
        expect((await read(bytes, step)).text).toBe(drawn);
      }),
    );
  });

  it("for UTF-8 without being told, whatever else the file holds", async () => {
    const line = fc.stringMatching(/^[a-zA-Z ,;"]{0,30}[äöüéèñçøßÅ漢字Жд€]{1,4}[a-z]{0,5}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), size, async (lines, step) => {
        const drawn = `Name,Ort\n${lines.join("\n")}`;
        expect((await read(utf8(drawn), step)).text).toBe(drawn);
      }),
    );
  });

  it("for Windows-1252 without being told, when letters surround the accents", async () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,8}[äöüéèñçøßÅ][a-zA-Z]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), size, async (words, step) => {
        const drawn = `Name,Ort\n${words.join("\n")}\n`;
        expect((await read(western(drawn), step)).text).toBe(drawn);
      }),
    );
  });
});
