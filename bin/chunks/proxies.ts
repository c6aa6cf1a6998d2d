/** What a chunk of nothing but another's exports says: export{t as TodayPage,n as Other}from"./chunk.js"; */
const PROXY = /^export\{([^}]+)\}from"\.\/([^"]+)";\s*$/;
const LAZY_IMPORT = /import\((["`])\.\/([^"`]+)\1\)/g;

export interface Proxy {
  /** The chunk that holds what is exported. */
  chunk: string;
  /** Of each export the name that the chunk has for it. */
  names: readonly (readonly [exported: string, held: string])[];
}

export function readProxy(code: string): Proxy | null {
  const [, exports, chunk] = PROXY.exec(code) ?? [];
  if (exports === undefined || chunk === undefined) return null;
  const names = exports.split(",").map((each) => {
    const [held = "", exported = held] = each.split(" as ");
    return [exported, held] as const;
  });
  return { chunk, names };
}

/** The same code, importing what proxies stand for from the chunks that hold it. */
export function pastProxies(code: string, proxies: ReadonlyMap<string, Proxy>): string {
  return code.replaceAll(LAZY_IMPORT, (whole, _quote: string, file: string) => {
    const proxy = proxies.get(file);
    if (proxy === undefined) return whole;
    const names = proxy.names.map(([exported, held]) => `${exported}:e.${held}`);
    return `import("./${proxy.chunk}").then(e=>({${names.join(",")}}))`;
  });
}
