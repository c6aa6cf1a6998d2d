import { describe, expect, it } from "vitest";
import { fieldsOf, linesByTag, typeText, type Described, type Schema } from "./described.ts";

describe("reading the API's description", () => {
  it.each<[Schema | undefined, string]>([
    [undefined, "anything"],
    [{ type: "string" }, "text"],
    [{ type: "string", format: "uuid" }, "id"],
    [{ type: ["string", "null"], format: "date" }, "day or nothing"],
    [{ type: "array", items: { $ref: "#/components/schemas/Ask" } }, "list of Ask"],
    [{ anyOf: [{ $ref: "#/components/schemas/Money" }, { type: "null" }] }, "Money or nothing"],
    [{ enum: ["call", "video"] }, "one of call, video"],
  ])("says %j in words", (schema, words) => {
    expect(typeText(schema)).toBe(words);
  });

  it("groups operations, tells the scope, and looks up the fields of a named schema", () => {
    const document: Described = {
      info: { title: "x" },
      paths: {
        "/asks": {
          get: { tags: ["asks"], security: [{ key: ["read"] }], responses: {} },
          post: { tags: ["asks"], responses: {} },
        },
      },
      components: {
        schemas: {
          Ask: {
            properties: { id: { type: "string", format: "uuid" }, note: { type: "string" } },
            required: ["id"],
          },
        },
      },
    };
    expect(
      linesByTag(document)
        .get("asks")
        ?.map((line) => [line.method, line.scope]),
    ).toEqual([
      ["GET", "read"],
      ["POST", null],
    ]);
    expect(fieldsOf({ $ref: "#/components/schemas/Ask" }, document)).toEqual([
      { name: "id", type: "id", required: true },
      { name: "note", type: "text", required: false },
    ]);
  });
});
