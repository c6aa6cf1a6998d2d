import { describe, expect, it } from "vitest";
import { CARD_COLUMNS, cardCells } from "./vcard.ts";

/** What stands in the columns that say something. */
function read(...lines: string[]): Record<string, string> | null {
  const cells = cardCells(lines.join("\r\n"));
  if (cells === null) return null;
  return Object.fromEntries(
    CARD_COLUMNS.flatMap((column, at) => (cells[at] === "" ? [] : [[column, cells[at] ?? ""]])),
  );
}

describe("a card", () => {
  it("of version 4.0 is read whole", () => {
    expect(
      read(
        "VERSION:4.0",
        "UID:urn:uuid:1",
        "N:Merz;Jale;Elif;Dr.;",
        "FN:Dr. Jale Merz",
        "EMAIL;TYPE=home:jale@home.example",
        "EMAIL;PREF=1;TYPE=work:jale.merz@hafen.example",
        'TEL;VALUE=uri;TYPE="voice,work":tel:+49-40-123456',
        "TEL;TYPE=fax:+49 40 999999",
        "ORG:Hafen Logistik GmbH;Operations",
        "TITLE:Head of operations",
        "ADR;TYPE=work:;;Kai 1;Hamburg;;20457;Germany",
        "URL:https://hafen.example",
        "URL:https://www.linkedin.com/in/jale-merz",
        "NOTE:Likes boats\\, and\\nsmall talk",
        "PHOTO:data:image/jpeg;base64,AAAA",
      ),
    ).toEqual({
      UID: "urn:uuid:1",
      "First name": "Jale",
      "Middle name": "Elif",
      "Last name": "Merz",
      "Full name": "Dr. Jale Merz",
      "E-mail": "jale.merz@hafen.example; jale@home.example",
      Phone: "+49-40-123456",
      Organisation: "Hafen Logistik GmbH",
      Title: "Head of operations",
      "Web page": "https://www.linkedin.com/in/jale-merz",
      City: "Hamburg",
      Country: "Germany",
      Note: "Likes boats, and\nsmall talk",
    });
  });

  it("of version 2.1 has bare types, and text in the letters it names", () => {
    expect(
      read(
        "VERSION:2.1",
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg",
        "TEL;WORK;VOICE:040 123456",
        "EMAIL;PREF;INTERNET:joerg@hafen.example",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe =",
        "aus Hamburg=0D=0Aund Kiel",
        "PHOTO;JPEG;ENCODING=BASE64:AAAA",
        " BBBB",
      ),
    ).toEqual({
      "First name": "Jörg",
      "Last name": "Müller",
      "E-mail": "joerg@hafen.example",
      Phone: "040 123456",
      Note: "Grüße aus Hamburg\nund Kiel",
    });
  });

  it("is read past its folds, its groups and its quotation marks", () => {
    expect(
      read(
        "item1.EMAIL;type=INTERNET:a@",
        " b.example",
        'ORG;X="a:b;c":Ha\\;fen;x',
        "fn:Ann",
        "nonsense",
        "N:A\\\\;B;;;",
      ),
    ).toEqual({
      "E-mail": "a@b.example",
      Organisation: "Ha;fen",
      "Full name": "Ann",
      "First name": "B",
      "Last name": "A\\",
    });
  });

  it("of a list of people is none", () => {
    expect(read("KIND:group", "FN:Friends")).toBeNull();
    expect(read("X-ADDRESSBOOKSERVER-KIND:group", "FN:Friends")).toBeNull();
  });

  it.each([
    "",
    ":",
    "N",
    "EMAIL;ENCODING=QUOTED-PRINTABLE:=",
    "N;CHARSET=nowhere;ENCODING=QUOTED-PRINTABLE:=FC",
  ])("never breaks off, at %j", (line) => {
    expect(cardCells(line)).toHaveLength(CARD_COLUMNS.length);
  });
});
