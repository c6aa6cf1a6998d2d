/** As much of an OpenAPI 3.1 document as the page that reads it shows. */
export interface Described {
  info: { title: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

export interface Operation {
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Line {
  method: string;
  path: string;
  operation: Operation;
  /** The scope that a key needs; null: nobody needs to be signed in. */
  scope: string | null;
}

/** Operations by their tag, in the order of the document. */
export function linesByTag(document: Described): Map<string, Line[]> {
  const lines = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      scope: operation.security?.[0]?.["key"]?.[0] ?? null,
    })),
  );
  return Map.groupBy(lines, (line) => line.operation.tags?.[0] ?? "other");
}

/** A schema in one word or a few: "text", "day", "list of Ask", "one of call, video". */
export function typeText(schema: Schema | undefined): string {
  if (!schema) return "anything";
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeText))].join(" or ");
  const types = [schema.type ?? "anything"].flat();
  return types.map((type) => (type === "null" ? "nothing" : nameOf(type, schema))).join(" or ");
}

function nameOf(type: string, schema: Schema): string {
  if (type === "array") return `list of ${typeText(schema.items)}`;
  if (type !== "string") return type;
  return { uuid: "id", date: "day", "date-time": "instant" }[schema.format ?? ""] ?? "text";
}

/** The fields of a body or an answer, with those of a named schema looked up. */
export function fieldsOf(
  schema: Schema | undefined,
  document: Described,
): { name: string; type: string; required: boolean }[] {
  const named = schema?.$ref ? document.components?.schemas?.[schema.$ref.split("/").at(-1) ?? ""] : schema;
  return Object.entries(named?.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeText(field),
    required: named?.required?.includes(name) ?? false,
  }));
}
