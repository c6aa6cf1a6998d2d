import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { z } from "#lib/http/api.ts";

// The part of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0) that we write, closed against anything else.
const schemaObject = z.record(z.string(), z.unknown());
const content = z.record(
  z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  z.strictObject({ schema: schemaObject }),
);
const response = z.strictObject({ description: z.string().min(1), content: content.optional() });
const parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(["path", "query", "header", "cookie"]),
    required: z.boolean().optional(),
    description: z.string().optional(),
    schema: schemaObject,
  })
  .refine((each) => each.in !== "path" || each.required === true, "a parameter in the path is required");
const operation = z.strictObject({
  summary: z.string().regex(/^[A-Z0-9].*\.$/, "a sentence"),
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z
    .record(z.string().regex(/^([1-5]\d\d|default)$/), response)
    .refine(
      (each) => Object.keys(each).some((status) => status.startsWith("2")) && "default" in each,
      "a success and the problems",
    ),
});
const documentShape = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(
    z.string().regex(/^\/api\/v1(\/([a-z0-9.-]+|\{[A-Za-z]+\}))+$/),
    z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), operation),
  ),
  webhooks: z.strictObject({}).optional(),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schemaObject),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(["http", "apiKey"]) })),
    parameters: z.record(z.string(), z.never()).optional(),
  }),
});

type Operation = z.infer<typeof operation> & { method: string; path: string };

let t: TestHouse;
let document: z.infer<typeof documentShape>;
let operations: Operation[];
beforeAll(async () => {
  t = await openTestHouse();
  document = (await t.get("rep", "/openapi.json")).body;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      ...each,
      method,
      path,
    })),
  );
});
afterAll(() => t?.close());

/** The same schema, with its references into one document that holds them all. */
function withRefsInside(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "components#/$defs/"));
}

function takes({ parameters = [] }: Operation, name: string): boolean {
  return parameters.some((each) => each.name === name);
}

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1, as far as we use it", () => {
    const checked = documentShape.safeParse(document);
    expect(checked.error?.issues ?? []).toEqual([]);
  });

  it("describes every route there is, and none besides", () => {
    const there = t.house.api.hono.routes
      .filter(
        (route) =>
          route.path.startsWith("/api/") && route.method !== "ALL" && route.path !== "/api/v1/openapi.json",
      )
      .map((route) => `${route.method.toLowerCase()} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const described = operations.map((each) => `${each.method} ${each.path}`);
    expect(described.length).toBeGreaterThan(100);
    expect(described.toSorted()).toEqual([...new Set(there)].toSorted());
  });

  it("gives every operation a name of its own, and every parameter of a path once", () => {
    const names = operations.map((each) => each.operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const astray = operations.filter(({ path, parameters = [] }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
      const declared = parameters.filter((each) => each.in === "path").map((each) => each.name);
      return inPath.toSorted().join() !== declared.toSorted().join();
    });
    expect(astray.map((each) => `${each.method} ${each.path}`)).toEqual([]);
  });

  it("names only security schemes that it explains, and what opens without one is under sign-in, or opens by its address", () => {
    const schemes = new Set(operations.flatMap((each) => each.security.flatMap((way) => Object.keys(way))));
    expect([...schemes].toSorted()).toEqual(Object.keys(document.components.securitySchemes).toSorted());
    const open = operations.filter((each) => each.security.length === 0).map((each) => each.path);
    expect(open.filter((path) => !/^\/api\/v1\/(?:sign-in|calendars)\//.test(path))).toEqual([]);
    const scopes = new Set(operations.flatMap((each) => each.security.flatMap((way) => way["key"] ?? [])));
    expect([...scopes].toSorted()).toEqual(["admin", "import", "read", "write"]);
  });

  it("has only schemas that are JSON Schema 2020-12 and whose references lead somewhere", () => {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      validateFormats: false,
      allowUnionTypes: true,
      // What stands in many places is compiled once.
      inlineRefs: false,
      code: { optimize: false },
    });
    const { schemas } = document.components;
    ajv.addSchema({
      $id: "components",
      $defs: Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, withRefsInside(each)])),
    });
    const broken: string[] = [];
    const compile = (where: string, schema: object) => {
      try {
        ajv.compile(withRefsInside(schema));
      } catch (error) {
        broken.push(`${where}: ${(error as Error).message}`);
      }
    };
    for (const name of Object.keys(schemas)) compile(name, { $ref: `components#/$defs/${name}` });
    for (const { method, path, parameters = [], requestBody, responses } of operations) {
      const contents = [
        requestBody?.content ?? {},
        ...Object.values(responses).map((each) => each.content ?? {}),
      ];
      const inside = contents.flatMap((each) => Object.values(each).map((media) => media.schema));
      for (const schema of [...inside, ...parameters.map((each) => each.schema)])
        compile(`${method} ${path}`, schema);
    }
    expect(broken).toEqual([]);
  });

  it("says of writes that they may be repeated under a key, and of lists that have pages how long those are", () => {
    const keyed = operations.filter(
      (each) => each.method !== "get" && each.security.some((way) => way["key"]),
    );
    expect(keyed.filter((each) => !takes(each, "idempotency-key")).map((each) => each.path)).toEqual([]);
    const paged = operations.filter((each) => takes(each, "cursor"));
    expect(paged.length).toBeGreaterThan(8);
    expect(paged.filter((each) => !takes(each, "limit")).map((each) => each.path)).toEqual([]);
  });
});
