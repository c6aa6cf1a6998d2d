import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin, Rolldown } from "vite";

const FIRST_PAGE = "app/today/screens/today-page.tsx";
const FIRST_LOAD_KB = 200;

export default defineConfig({
  plugins: [react(), firstLoad()],
  publicDir: "lib/web/public",
  build: {
    outDir: "dist/web",
    manifest: true,
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    // Browsers since spring 2024: light-dark(), nesting and media ranges go out as they are written.
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
    chunkSizeWarningLimit: 600,
  },
  server: {
    host: "127.0.0.1",
    port: 4601,
    proxy: { "/api": `http://127.0.0.1:${process.env["PORT"] ?? "4600"}` },
  },
});

/** Says how much JavaScript the first page needs, gzipped, and refuses to build more than was promised. */
function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const page = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(FIRST_PAGE)));
      if (page === undefined) return;
      const needed = withImports([...chunks.filter((chunk) => chunk.isEntry), page], chunks);
      const kb = needed.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0) / 1000;
      const said = `First load of the first page: ${kb.toFixed(1)} KB of JavaScript gzipped, ${FIRST_LOAD_KB} at most.`;
      if (kb > FIRST_LOAD_KB) this.error(`${said} Import what is only sometimes needed lazily.`);
      this.info(said);
    },
  };
}

function withImports(start: Rolldown.OutputChunk[], all: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const take = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) take(all.find((other) => other.fileName === name));
  };
  start.forEach(take);
  return [...found];
}
