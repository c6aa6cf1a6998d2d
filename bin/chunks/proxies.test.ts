import { describe, expect, it } from "vitest";
import { pastProxies, readProxy } from "./proxies.ts";

describe("a chunk that only stands for another", () => {
  it("is read", () => {
    expect(readProxy('export{t as TodayPage,plain}from"./shared-1.js";\n')).toEqual({
      chunk: "shared-1.js",
      names: [
        ["TodayPage", "t"],
        ["plain", "plain"],
      ],
    });
  });

  it.each([
    'import"./styles.js";export{t as TodayPage}from"./shared-1.js";',
    'export{t as TodayPage}from"./shared-1.js";start();',
    "export const TodayPage = 1;",
  ])("is none when it does more: %s", (code) => {
    expect(readProxy(code)).toBeNull();
  });

  it("is passed by where it is imported lazily", () => {
    const proxies = new Map([["today-1.js", readProxy('export{t as TodayPage}from"./shared-1.js";')!]]);
    const code = "[()=>import(`./today-1.js`),()=>import(`./people-1.js`)]";
    expect(pastProxies(code, proxies)).toBe(
      '[()=>import("./shared-1.js").then(e=>({TodayPage:e.t})),()=>import(`./people-1.js`)]',
    );
  });
});
