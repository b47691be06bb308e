import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { readOutlines } from "./made/outlines.ts";
import { readPhrases } from "./made/words.ts";

const lexicon = process.env["RECOUPE_LEXICON"] ?? fileURLToPath(new URL("../lexicon", import.meta.url));

// Modules that are made of data when the bundle is built.
function made(): Plugin {
  const modules: Record<string, () => unknown> = {
    "virtual:words": () => readPhrases(lexicon),
    "virtual:outlines": () => readOutlines(),
  };
  return {
    name: "recoupe-made",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => {
      const make = modules[id.slice(1)];
      return id.startsWith("\0") && make ? `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))});` : undefined;
    },
  };
}

// The licences of what the bundle holds.
function licences(): Plugin {
  const packages = ["preact", "d3-geo", "d3-array", "internmap", "topojson-client", "world-atlas", "@fontsource-variable/source-serif-4", "@fontsource-variable/noto-naskh-arabic"];
  const text = (name: string) => {
    const folder = fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} comes without a licence`);
    return `${name}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  };
  return {
    name: "recoupe-licences",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "licences.txt", source: packages.map(text).join(`\n${"-".repeat(72)}\n\n`) });
    },
  };
}

// One classic script: it runs from a disk too, where a browser loads no modules.
export default defineConfig({
  plugins: [
    made(),
    licences(),
    {
      name: "recoupe-classic-script",
      transformIndexHtml: {
        order: "post",
        handler: (html) => html.replace(/<script type="module" crossorigin (src="[^"]*")>/, "<script defer $1>")
          .replaceAll(" crossorigin", ""),
      },
    },
  ],
  base: "./", // the server writes it from the root, a dossier from where each page lies
  build: {
    outDir: process.env["RECOUPE_BUNDLE"] ?? "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { output: { format: "iife", entryFileNames: "assets/[name]-[hash].js", assetFileNames: "assets/[name]-[hash][extname]" } },
  },
});
