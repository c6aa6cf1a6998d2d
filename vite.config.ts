import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = `http://127.0.0.1:${process.env["PORT"] ?? "4600"}`;

export default defineConfig({
  plugins: [react()],
  publicDir: "lib/web/public",
  build: {
    outDir: "dist/web",
    // The content policy allows no data: address but pictures.
    assetsInlineLimit: 0,
    // Browsers since spring 2024: light-dark(), nesting and media ranges go out as they are written.
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
    chunkSizeWarningLimit: 400,
  },
  server: {
    host: "127.0.0.1",
    port: 4601,
    proxy: { "/api": api },
  },
});
