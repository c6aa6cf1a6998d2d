/** Bodies made up from a JSON schema of the OpenAPI document, for walking routes that nobody wrote a body for. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minLength?: number;
  minimum?: number;
  pattern?: string;
  minItems?: number;
}

/** Every id is `id`; optional fields are filled too, so that each reference is tried. */
export function sampleOf(schema: JsonSchema, definitions: Record<string, JsonSchema>, id: string): unknown {
  if (schema.$ref) return sampleOf(definitions[schema.$ref.split("/").at(-1)!] ?? {}, definitions, id);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice)
    return sampleOf(choice.find((each) => each.type !== "null") ?? choice[0] ?? {}, definitions, id);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => sampleOf(each, definitions, id)));
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (type === "object") {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, definitions, id)]));
  }
  if (type === "array") return [sampleOf(schema.items ?? {}, definitions, id)];
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return true;
  return textOf(schema, id);
}

function textOf(schema: JsonSchema, id: string): string {
  if (schema.format === "uuid") return id;
  if (schema.format === "date") return "2026-11-16";
  if (schema.format === "date-time") return "2026-11-16T09:00:00.000Z";
  if (schema.format === "email") return "somebody@fremdland.example";
  if (schema.pattern?.includes("[A-Z]{3}")) return "EUR";
  return "walked".padEnd(schema.minLength ?? 0, "x");
}
