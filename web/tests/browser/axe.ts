// What axe finds wrong with a page, as sentences.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run(options: object): Promise<unknown> } }).axe.run({ resultTypes: ["violations"], preload: false }));
  return (found as Found).violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => `${String(node.target)} ${node.failureSummary ?? ""}`).slice(0, 3).join("; ")}`);
}

// How far a page is wider than its window.
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
