// A published dossier opens from a disk, and carries no more than may be published.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { violations } from "./axe.ts";
import { buildRegister, openPage, recoupe, root } from "./chromium.ts";

let folder: string;
let dossier: string;
const exported = () => JSON.parse(execFileSync(recoupe, ["export", join(folder, "register.db")], { encoding: "utf8", maxBuffer: 1 << 26 }));

before(() => {
  ({ folder } = buildRegister([join(root, "examples/public")]));
  dossier = join(folder, "dossier");
  writeFileSync(join(folder, "corrections.txt"), "2024-01-02 A name was spelt wrong.\n2024-02-03 </script><script>alert(1)</script>\n");
  execFileSync(recoupe, ["site", join(folder, "register.db"), "-o", dossier, "--contact", "desk@example.org", "--corrections", join(folder, "corrections.txt")], { stdio: "pipe" });
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const files = () => readdirSync(dossier, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
const dataOf = (name: string) => JSON.parse(/id="recoupe-published">(.*?)<\/script>/s.exec(readFileSync(join(dossier, name), "utf8"))![1]!);

function quotations(value: unknown, found: Map<string, Map<string, string>>): void {
  if (Array.isArray(value)) value.forEach((one) => quotations(one, found));
  else if (value !== null && typeof value === "object") {
    const one = value as Record<string, unknown>;
    if (typeof one["exact"] === "string") {
      const report = found.get(one["report"] as string) ?? new Map<string, string>();
      report.set(`${one["block"]}.${one["start"]}.${one["end"]}`, one["exact"]);
      found.set(one["report"] as string, report);
    }
    Object.values(one).forEach((part) => quotations(part, found));
  }
}

test("no more than a tenth of a report is quoted, no quotation is long, only what is sure stands there", () => {
  const register = exported();
  const found = new Map<string, Map<string, string>>();
  for (const name of files()) {
    const { answers, place } = dataOf(name);
    quotations(answers, found);
    if (place === "report") assert.deepEqual((Object.values(answers)[0] as { blocks: unknown[] }).blocks, []);
    if (place !== "compare") continue;
    for (const side of ["left", "right"]) {
      const { report, sentences } = (Object.values(answers)[0] as Record<string, any>)[side];
      for (const one of sentences) (found.get(report.id) ?? new Map()).set(`s.${one.start}`, one.text);
    }
  }
  assert.ok(found.size > 0);
  for (const report of register.reports) {
    const all = [...(found.get(report.id)?.values() ?? [])];
    const quoted = all.reduce((sum, one) => sum + Array.from(one).length, 0);
    assert.ok(quoted <= Array.from(report.text as string).length / 10, `${report.path}: ${quoted}`);
    for (const one of all) assert.ok(Array.from(one).length <= 200);
  }
  const sure = register.encounters.filter((one: { certainty: string }) => one.certainty === "sure").length;
  assert.equal(files().filter((name) => name.startsWith("encounter/")).length, sure);
});

test("a dossier opens from a disk, in three languages", async () => {
  const { page, close, wrong } = await openPage();
  for (const language of ["en", "ar", "fr"]) {
    await page.goto(`${pathToFileURL(join(dossier, "index.html")).href}?in=${language}`);
    await page.waitForSelector(".row");
    assert.equal(await page.locator(".row").count(), 4);
    await page.fill("#q", "سانشيز");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 2);
    await page.click(".row .who a");
    await page.waitForSelector("article.encounter");
    assert.match(await page.innerText(".foot"), /desk@example\.org/);
    assert.match(await page.innerText(".foot"), /A name was spelt wrong/);
    assert.deepEqual(await violations(page), []);
    await page.click(".tellings a[href*='compare/']");
    await page.waitForSelector(".facing .sentence");
    await page.click(".column-head a");
    await page.waitForSelector("article.report");
    assert.equal(await page.locator(".text").count(), 0);
  }
  for (const name of files()) {
    await page.goto(pathToFileURL(join(dossier, name)).href);
    await page.waitForSelector("main h1");
    const broken = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((one) => new URL(one.getAttribute("href")!, location.href).href).filter((href) => href.startsWith("file:")));
    for (const href of broken) assert.doesNotThrow(() => readFileSync(new URL(href.split(/[?#]/)[0]!)), `${name}: ${href}`);
  }
  assert.deepEqual(wrong, []);
  await close();
});
