// Judging by keyboard in three languages: what is said stands in the file, holds in the register, and can be undone.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { overflow, violations } from "./axe.ts";
import { openPage, root, serve, type Served } from "./chromium.ts";

// Two meetings within days of each of these: are they one?
const couples = [
  ["Swedish Foreign Minister Anna Lindgren", "French Foreign Minister Paul Marchand", "Stockholm", "Paris"],
  ["Danish Foreign Minister Karen Holm", "Spanish Foreign Minister Luis Ortega", "Copenhagen", "Madrid"],
  ["Finnish Foreign Minister Aino Salmi", "Italian Foreign Minister Marco Rinaldi", "Helsinki", "Rome"],
];

let served: Served;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "recoupe-doubts-"));
  couples.forEach(([guest, host, here, there], i) => {
    writeFileSync(join(folder, `${i}-first.txt`), `Ministers talk about the harbour\n\n${guest} held talks with ${host} in ${here} on Thursday, 7 April 2022, about the harbour of the old town.\n`);
    writeFileSync(join(folder, `${i}-then.txt`), `Guest from the north\n\n${host} received ${guest} in ${there} on Saturday, 9 April 2022. Trains, the price of timber and a school were spoken of.\n`);
  });
  served = await serve([folder], undefined, true);
});
after(() => {
  served.stop();
  rmSync(folder, { recursive: true });
});

const lines = () => readFileSync(served.said, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
const ask = async (path: string) => (await fetch(served.origin + path)).json() as Promise<Record<string, any>>;
const open = async () => (await ask("/api/review"))["total"] as number;

async function taken() {
  for (let i = 0; i < 300; i++) {
    const { waiting, failed } = await ask("/api/corrections");
    assert.equal(failed, null);
    if (waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("the register took nothing in");
}

const shown = (page: Page) => page.evaluate(() => [...document.querySelectorAll(".side a[href*='at=']")].map((one) => one.getAttribute("href")).join());

async function asked(page: Page) {
  await page.waitForSelector(".question .side");
  await page.waitForFunction(() => document.activeElement?.classList.contains("question"), undefined, { timeout: 10_000 });
}

// Presses a key and waits for the next question.
async function press(page: Page, key: string) {
  const before = await shown(page);
  const many = lines().length;
  await page.keyboard.press(key);
  for (let i = 0; i < 100 && lines().length === many && key !== "n"; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  await page.waitForFunction((was) => [...document.querySelectorAll(".side a[href*='at=']")].map((one) => one.getAttribute("href")).join() !== was, before);
}

for (const [language, direction] of [["en", "ltr"], ["ar", "rtl"], ["fr", "ltr"]] as const) {
  test(`judging by keyboard in ${language}`, async () => {
    const { page, close, wrong } = await openPage();
    const left = await open();
    assert.ok(left >= 2, `${left} questions`);
    await page.goto(`${served.origin}/review?in=${language}#${served.token}`);
    await asked(page);
    assert.equal(await page.getAttribute("html", "dir"), direction);
    assert.ok(!page.url().includes(served.token), "the token leaves the address");
    assert.deepEqual(await violations(page), []);

    const first = await shown(page);
    const pair = (await page.locator(".side").count()) === 2;
    await press(page, pair ? "u" : "1");
    assert.equal(lines().at(-1).judgement, pair ? "unsure" : "not_an_encounter");
    await taken();
    assert.equal(await open(), left - 1, "it is not asked again");

    await page.focus(".question");
    await press(page, "z");
    await page.waitForFunction((was) => [...document.querySelectorAll(".side a[href*='at=']")].map((one) => one.getAttribute("href")).join() === was, first);
    await taken();
    assert.equal(lines().length, 0, "what is undone leaves the file");
    assert.equal(await open(), left);
    await page.waitForSelector(".said li.undone");

    await press(page, "n");
    assert.equal(lines().length, 0, "putting off says nothing");
    assert.deepEqual(wrong, []);
    await close();
  });
}

test("a judgement says who and why, changes the register, and holds when it is built anew", async () => {
  const { page, close, wrong } = await openPage();
  const questions = (await ask("/api/review?limit=50"))["items"] as { left: { telling: string; row: { id: string } }; right: { row: { id: string } } | null }[];
  const at = questions.findIndex((one) => one.right && one.right.row.id !== one.left.row.id);
  assert.ok(at >= 0);
  const encounters = (await ask("/api/register"))["encounters"] as number;
  await page.goto(`${served.origin}/review?in=en#${served.token}`);
  await asked(page);
  for (let i = 0; i < at; i++) await press(page, "n");
  await page.fill("#who", "M. K.");
  await page.fill("#why", "one visit");
  await page.keyboard.press("s");
  assert.equal(await page.inputValue("#why"), "one visits", "a letter typed in a field judges nothing");
  await page.focus(".question");
  await press(page, "s");
  await taken();
  const [said] = lines();
  assert.deepEqual([said.judgement, said.who, said.why], ["same", "M. K.", "one visits"]);
  assert.match(said.when, /^\d{4}-\d\d-\d\d$/);
  assert.equal((await ask("/api/register"))["encounters"], encounters - 1);

  await served.again();
  await taken();
  assert.equal((await ask("/api/register"))["encounters"], encounters - 1, "it holds");
  await page.goto(`${served.origin}/review?in=en#${served.token}`);
  await page.click(".said li button");
  await page.waitForSelector(".said li.undone");
  await taken();
  assert.equal((await ask("/api/register"))["encounters"], encounters);
  assert.deepEqual(wrong, []);
  await close();
});

for (const [language, width, colorScheme] of [["ar", 360, "dark"], ["fr", 768, "light"]] as const) {
  test(`the review page at ${width} px in ${language}, ${colorScheme}`, async () => {
    const { page, close } = await openPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(`${served.origin}/review?in=${language}#${served.token}`);
    await asked(page);
    assert.deepEqual(await violations(page), []);
    assert.ok((await overflow(page)) <= 0);
    await close();
  });
}

test("without the token one reads, and judges nothing", async () => {
  const { page, close } = await openPage();
  await page.goto(`${served.origin}/review?in=en`);
  await asked(page);
  assert.equal(await page.locator(".verdicts button").count(), 1);
  await page.keyboard.press("s");
  await page.fill("#token", "0".repeat(32));
  await page.press("#token", "Enter");
  await page.waitForSelector(".verdicts button >> nth=2");
  await page.focus(".question");
  await page.keyboard.press((await page.locator(".side").count()) === 2 ? "u" : "1");
  await page.waitForSelector(".token [role=alert]");
  assert.equal(lines().length, 0);
  await close();
});

test("a register that takes no corrections has neither page nor button nor route", async () => {
  const other = await serve([join(root, "examples/public")]);
  const { page, close } = await openPage();
  await page.goto(`${other.origin}/?in=en`);
  await page.waitForSelector(".row");
  assert.equal(await page.locator("nav a[href='/review']").count(), 0);
  assert.equal((await page.goto(`${other.origin}/review?in=en`))?.status(), 404);
  for (const [method, path] of [["GET", "/api/review"], ["GET", "/api/corrections"], ["POST", "/api/corrections"], ["DELETE", "/api/corrections/c0123456789abcdef"]] as const)
    assert.equal((await fetch(other.origin + path, { method })).status, method === "GET" ? 404 : 405, `${method} ${path}`);
  await close();
  other.stop();
});
