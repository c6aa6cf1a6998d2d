import { expect, it } from "vitest";
import { typedName } from "./typed-name.ts";

it.each([
  ["Ana Roth, Telia", "Ana Roth", "Telia"],
  ["  Ana   Roth ,Telia ", "Ana Roth", "Telia"],
  ["Ana Roth", "Ana Roth", null],
  ["Ana Roth,", "Ana Roth", null],
  ["Ana Roth @ Telia", "Ana Roth", "Telia"],
  ["Ana Roth at Telia", "Ana Roth", "Telia"],
  ["Ana Roth, Müller, Söhne & Co", "Ana Roth", "Müller, Söhne & Co"],
  ["Beat Attinger", "Beat Attinger", null],
  ["Dr. Ana Roth-Weiß; Telia AG", "Dr. Ana Roth-Weiß", "Telia AG"],
  ["王芳, 华为", "王芳", "华为"],
])("reads %j as the name %j and the company %j", (typed, fullName, accountName) => {
  expect(typedName(typed)).toEqual({ fullName, accountName });
});

it.each(["", "  ", ", Telia", "12", "…"])("finds no name in %j", (typed) => {
  expect(typedName(typed)).toBeNull();
});
