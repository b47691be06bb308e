// What a reader's browser loads: small enough for a slow line, map data and all.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const most = 250_000; // bytes, compressed

test("the bundle has at most 250 kB without fonts", async () => {
  const outDir = mkdtempSync(join(tmpdir(), "recoupe-bundle-"));
  const root = fileURLToPath(new URL("..", import.meta.url));
  await build({ root, configFile: join(root, "vite.config.ts"), build: { outDir }, logLevel: "error" });
  const files = readdirSync(outDir, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|js|css|svg)$/.test(name));
  const sizes = files.map((name) => gzipSync(readFileSync(join(outDir, name)), { level: 6 }).length);
  rmSync(outDir, { recursive: true });
  assert.ok(files.some((name) => name.endsWith(".js")) && files.some((name) => name.endsWith(".css")));
  const all = sizes.reduce((sum, one) => sum + one, 0);
  assert.ok(all <= most, `${all} bytes`);
});
