import { describe, expect, it } from "vitest";
import { decodeText } from "./csv-text.ts";
import { otherKind } from "./other-kind.ts";

const about = async (bytes: Uint8Array, name = "file.csv") => otherKind(bytes, await decodeText(bytes), name);

describe("a file that is no CSV", () => {
  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2], /no text/],
    ["a workbook", [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0], /Excel workbook .* CSV UTF-8/],
    ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /old Excel workbook/],
    ["a PDF", [...Buffer.from("%PDF-1.7\n%more text, none of it controls")], /PDF/],
    ["a program", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0], /no text/],
  ])("is told from one: %s", async (_what, bytes, reason) => {
    expect(await about(Uint8Array.from(bytes))).toMatch(reason);
  });

  it.each([
    ["a calendar", "mine.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", /calendar.*Settings → Your calendar/],
    [
      "a letter",
      "hello.eml",
      "Received: from mx.example\r\n by mail.example; Mon\r\nFrom: Jale <jale@hafen.example>\r\nSubject: Hello\r\n\r\nHello",
      /letter.*own address/,
    ],
    [
      "a letter of a mailbox",
      "a.txt",
      "From jale@x.example Mon\nDate: Mon\nTo: mia@x.example\n\nHi",
      /letter/,
    ],
    ["an address book without a card", "people.vcf", "Name,Town\nAnne,Ulm\n", /no card/],
    ["an empty address book", "people.vcf", "\n", /no card/],
  ])("is told from one: %s", async (_what, name, text, reason) => {
    expect(await about(Buffer.from(text), name)).toMatch(reason);
  });

  it.each([
    ["a column called From", Buffer.from("From: who,To: whom\nAnne,Ben\n")],
    ["UTF-8", Buffer.from("Name;Ort\r\nJürgen Groß;Köln\r\n")],
    ["Windows-1252", Buffer.from("Name,Town\nJ\u00fcrgen,K\u00f6ln\n", "latin1")],
    [
      "UTF-16 with a mark",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Name\tOrt\nÄnne\tUlm", "utf16le")]),
    ],
    ["UTF-16 without one", Buffer.from("Name\tTown\nAnne\tUlm\nBen\tKiel\n", "utf16le")],
    ["a stray NUL among much text", Buffer.from(`Name,Town\n${"Anne,Ulm\n".repeat(20)}Ben\0,Kiel\n`)],
    ["the end of a file as DOS writes it", Buffer.from("Name,Town\r\nAnne,Ulm\r\n\x1a")],
    ["nothing", Buffer.alloc(0)],
  ])("may be one: %s", async (_what, bytes) => {
    expect(await about(bytes)).toBeNull();
  });
});
