import { expect, it } from "vitest";
import { cleanFileName } from "./file-name.ts";

it.each([
  ["contacts.csv", "contacts.csv"],
  ["C:\\Users\\Mia\\contacts.csv", "contacts.csv"],
  ["../../etc/passwd", "passwd"],
  [" a\u0000b\n.ics ", "ab.ics"],
  ["folder/", ""],
  ["  ", ""],
  ["x".repeat(300), "x".repeat(200)],
])("a file called %j is %j", (given, name) => expect(cleanFileName(given)).toBe(name));
