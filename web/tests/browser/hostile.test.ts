// Pages that mean harm: nothing of theirs runs, and nothing breaks the layout.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { overflow } from "./axe.ts";
import { openPage, serve, type Served } from "./chromium.ts";

const harm = ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "\u202egnihtyna\u2066", "\"><svg onload=alert(3)>", "{{constructor.constructor('alert(4)')()}}", "</script><script>alert(5)</script>"];
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const word = "x".repeat(1_000_000);

const pages = harm.map((one, i) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(one)}</title>
<link rel="canonical" href="${i % 2 ? `javascript:alert(${i})` : `https://a${i}.example/&quot;onclick=alert(6)`}">
<meta property="og:site_name" content="${escaped(one)}"><meta property="article:published_time" content="2023-03-1${i}">
<meta name="author" content="${escaped(one)}"></head><body><article><h1>${escaped(one)}</h1>
<p>Swedish President Anna Lind ${escaped(one)} received French Defence Minister Paul Marchand in Stockholm on 1${i} March 2023, according to a statement by ${escaped(one)}.</p>
<p>They spoke about ${escaped(one)} and the harbour of the old town, the statement added, before lunch was served to the guests.</p>
<p>\u0000 zero \u0007 bell \u202e turned ${i === 0 ? word : ""}</p>
<blockquote class="twitter-tweet"><p>${escaped(one)}</p><a href="javascript:alert(7)">${escaped(one)}</a></blockquote>
</article></body></html>`);

let served: Served;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "recoupe-hostile-"));
  pages.forEach((page, i) => writeFileSync(join(folder, `${i}-"onload=alert(8).html`), page));
  served = await serve([folder]);
});
after(() => {
  served.stop();
  rmSync(folder, { recursive: true });
});

test("nothing of a hostile page runs, nothing breaks", async () => {
  const { page, close, wrong } = await openPage({ viewport: { width: 360, height: 800 } });
  await page.goto(`${served.origin}/?in=en`);
  await page.waitForSelector(".row");
  const ask = async (path: string) => (await fetch(served.origin + path)).json() as Promise<Record<string, any>>;
  const encounters = (await ask("/api/encounters"))["items"].map((row: { id: string }) => `/encounter/${row.id}`);
  const reports = (await ask("/api/reports"))["items"].map((row: { id: string }) => `/report/${row.id}`);
  assert.equal(reports.length, harm.length);
  const [a, b] = reports.map((path: string) => path.slice(8));
  for (const path of ["/", "/people", "/stories", "/coverage", "/map", "/reports", `/compare/${a}/${b}`, ...encounters, ...reports]) {
    await page.goto(`${served.origin}${path}?in=en`);
    await page.waitForSelector("main h1");
    assert.ok((await overflow(page)) <= 0, `${path} is wider than the window`);
    const foreign = await page.evaluate(() => ({
      scripts: [...document.scripts].filter((one) => !one.src.includes("/assets/")).length,
      handlers: [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some((attribute) => attribute.name.startsWith("on"))).length,
      links: [...document.querySelectorAll("a[href]")].filter((one) => !/^https?:$/.test(new URL(one.getAttribute("href")!, location.href).protocol)).length,
      images: document.images.length,
    }));
    assert.deepEqual(foreign, { scripts: 0, handlers: 0, links: 0, images: 0 }, path);
    const text = await page.evaluate(() => document.body.innerText);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069\u0000]/.test(text), `${path} shows characters that reorder`);
  }
  assert.deepEqual(wrong, []);
  await close();
});

test("a script put into a page is stopped by the content policy", async () => {
  const { page, close, wrong } = await openPage();
  await page.goto(`${served.origin}/?in=en`);
  await page.waitForSelector(".row");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'run'";
    document.body.append(script);
    const holder = document.createElement("div");
    holder.innerHTML = "<img src=x onerror=\"document.title='run'\">";
    document.body.append(holder);
  });
  await page.waitForFunction(() => document.querySelector("img")?.complete);
  assert.notEqual(await page.title(), "run");
  assert.ok(wrong.some((one) => one.includes("Content Security Policy")));
  await close();
});
