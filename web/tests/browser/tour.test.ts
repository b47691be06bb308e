// A reader's tour over the example register, in the three languages of the interface.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { overflow, violations } from "./axe.ts";
import { openPage, root, serve, type Served } from "./chromium.ts";

let served: Served;
before(async () => {
  served = await serve([join(root, "examples/public")]);
});
after(() => served.stop());

const tongues = [
  { language: "fr", direction: "ltr", rabat: "Rabat", king: "Mohammed VI", search: "سانشيز" },
  { language: "ar", direction: "rtl", rabat: "الرباط", king: "محمد السادس", search: "sanch" },
  { language: "en", direction: "ltr", rabat: "Rabat", king: "Mohammed VI", search: "Sánchez" },
];

async function settled(page: Page, selector: string) {
  await page.waitForSelector(selector);
  await page.evaluate(() => document.fonts.ready);
}

for (const { language, direction, rabat, king, search } of tongues) {
  test(`a tour in ${language}`, async () => {
    const { page, close, wrong } = await openPage();
    await page.goto(`${served.origin}/?in=${language}`);
    await settled(page, ".row");
    assert.equal(await page.getAttribute("html", "dir"), direction);
    assert.equal(await page.getAttribute("html", "lang"), language);
    assert.equal(await page.locator(".row").count(), 4);

    await page.fill("#q", search);
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 2);
    assert.match(page.url(), /q=/);
    await page.fill("#q", "");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 4);
    await page.selectOption("#f-country", "FR");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 1);
    await page.click(".chips button");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 4);
    await page.click("a.period");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 2);

    await page.click(`.row .who a:has-text("${king}")`);
    await settled(page, "article.encounter");
    assert.match(await page.innerText("h1"), new RegExp(king));
    assert.match(await page.innerText(".kicker"), new RegExp(rabat));
    const mark = page.locator(".facts .evidence > a").first();
    await mark.focus();
    await page.waitForSelector(".evidence:focus-within .tip", { state: "visible" });
    assert.notEqual(await page.locator(".evidence:focus-within .tip mark").innerText(), "");
    const words = await page.locator(".evidence:focus-within .tip mark").innerText();
    await page.keyboard.press("Enter");
    await settled(page, "article.report mark.sought");
    const sought = await page.locator("mark.sought").allInnerTexts();
    assert.equal(sought.join(""), words);

    await page.goBack();
    await settled(page, ".origins .tree");
    assert.ok((await page.locator(".origins > li").count()) >= 2);
    await page.click(".origins .share a");
    await settled(page, ".facing .sentence");
    await page.waitForFunction(() => document.querySelectorAll("path.ribbon").length === 3);
    await page.focus("#left-0");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "left-1");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "right-1");
    await page.waitForSelector("path.ribbon.chosen", { state: "attached" });

    for (const [place, selector] of [["people", ".people li"], ["stories", ".list li"], ["map", ".map circle"], ["coverage", ".counts"], ["reports", ".list li"]] as const) {
      await page.goto(`${served.origin}/${place}`);
      await settled(page, selector);
      assert.equal(await page.getAttribute("html", "lang"), language, "the language stays");
    }
    assert.deepEqual(wrong, []);
    await close();
  });
}

async function everyPage(): Promise<string[]> {
  const ask = async (path: string) => (await fetch(served.origin + path)).json() as Promise<Record<string, any>>;
  const rows = (await ask("/api/encounters"))["items"];
  const encounter = await ask(`/api/encounters/${rows.find((row: { reports: number }) => row.reports === 5).id}`);
  const [reuse] = encounter["reuse"];
  const person = encounter["row"].participants[0].person;
  const story = (await ask("/api/stories"))["items"][0].id;
  return ["/", `/encounter/${encounter["row"].id}`, `/report/${reuse.to}`, `/compare/${reuse.from}/${reuse.to}`, `/person/${person}`,
    "/people", "/stories", `/story/${story}`, "/map", "/coverage", "/reports"];
}

for (const [language, width, colorScheme] of [["fr", 1440, "light"], ["ar", 1440, "dark"], ["ar", 360, "light"], ["en", 360, "dark"], ["fr", 768, "light"]] as const) {
  test(`axe finds nothing wrong: ${language}, ${width} px, ${colorScheme}`, async () => {
    const { page, close, wrong } = await openPage({ viewport: { width, height: 900 }, colorScheme });
    for (const path of await everyPage()) {
      await page.goto(`${served.origin}${path}?in=${language}`);
      await settled(page, "main h1");
      assert.deepEqual(await violations(page), [], path);
      assert.ok((await overflow(page)) <= 0, `${path} is wider than the window`);
    }
    assert.deepEqual(wrong, []);
    await close();
  });
}

test("every page is reached and left by keyboard alone", async () => {
  const { page, close } = await openPage();
  for (const path of await everyPage()) {
    await page.goto(`${served.origin}${path}?in=en`);
    await settled(page, "main h1");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip", path);
    const within = await page.evaluate(() => document.querySelectorAll("main a[href], main button, main input, main select, main [tabindex='0'], main summary").length);
    assert.ok(within > 0, path);
    const reached = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => {
        const one = document.activeElement;
        return one?.closest("main") ? "main" : one?.closest("nav") ? "nav" : "";
      }));
    }
    assert.ok(reached.has("main") && reached.has("nav"), path);
  }
  await close();
});

test("an address that leads nowhere says so", async () => {
  const { page, close } = await openPage();
  const answer = await page.goto(`${served.origin}/encounter/nowhere?in=en`);
  assert.equal(answer?.status(), 404);
  await page.waitForSelector("[role=alert], main h1");
  assert.match(await page.innerText("main"), /nothing under this address/);
  await close();
});
