import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin, Rolldown } from "vite";
import { fewChunks } from "./bin/chunks/plugin.ts";

const FIRST_PAGE = "app/today/screens/today-page.tsx";
const FIRST_LOAD_KB = 200;
const START = "index.html";
const BEHIND_LINK = "for.html";
const GALLERY = "gallery";
const WORKER = "service-worker";
const PUBLIC = "lib/web/public";
/** Other alphabets are fetched when somebody's name is written in one. */
const NOT_KEPT = /(cyrillic|greek|vietnamese|-ext-|\.map$|first-load\.json$)/;

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    // The gallery is a page of its own, without the app.
    mode !== GALLERY && fewChunks(import.meta.dirname, { start: START, behindLink: BEHIND_LINK }),
    firstLoad(),
    keptFiles(),
  ],
  publicDir: PUBLIC,
  build: {
    outDir: "dist/web",
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Browsers since spring 2024: light-dark(), nesting and media ranges go out as they are written.
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { index: START, for: BEHIND_LINK, [WORKER]: "lib/web/service-worker.ts" },
      output: {
        // A service worker is known by its address, and rules over what lies below it.
        entryFileNames: ({ name }) => (name === WORKER ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 4601,
    proxy: { "/api": `http://127.0.0.1:${process.env["PORT"] ?? "4600"}` },
  },
}));

/** Says how much JavaScript the first page needs, gzipped, and refuses to build more than was promised. */
function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const page = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(FIRST_PAGE)));
      if (page === undefined) return;
      const start = chunks.filter((chunk) => chunk.isEntry && chunk.name === "index");
      const needed = withImports([...start, page], chunks);
      const scripts = needed.map((chunk) => chunk.fileName);
      const styles = [...new Set(needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))];
      this.emitFile({
        type: "asset",
        fileName: "first-load.json",
        source: JSON.stringify({ scripts, styles }),
      });
      const kb = needed.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0) / 1000;
      const said = `First load of the first page: ${kb.toFixed(1)} KB of JavaScript gzipped, ${FIRST_LOAD_KB} at most.`;
      if (kb > FIRST_LOAD_KB) this.error(`${said} Import what is only sometimes needed lazily.`);
      this.info(said);
    },
  };
}

/** Tells the service worker what it is to keep. */
function keptFiles(): Plugin {
  return {
    name: "kept-files",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.type === "chunk" && file.name === WORKER);
      if (worker?.type !== "chunk") return;
      const built = Object.keys(bundle).filter((file) => file !== worker.fileName && !NOT_KEPT.test(file));
      const apart = built.filter(isApart).map((file) => `/${file.replace(/\.html$/, "")}`);
      const kept = built.filter((file) => !isApart(file));
      const files = [...kept, ...readdirSync(PUBLIC)].map((file) => `/${file}`).toSorted();
      if (!files.includes("/index.html"))
        this.error("the page is not built before the service worker's list");
      const name = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
      worker.code = `const BUILT = ${JSON.stringify({ name, files, apart })};\n${worker.code}`;
    },
  };
}

/** A page that is none of the app's. */
function isApart(file: string): boolean {
  return file.endsWith(".html") && file !== START;
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
