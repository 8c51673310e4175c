// The report's page in a real browser: node page.mjs TOOLS CHROMIUM PAGE…
// TOOLS is the folder whose node_modules hold playwright-core and axe-core. Prints what is wrong as a JSON list.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, ...files] = process.argv.slice(2);
const require = createRequire(join(tools, "node_modules", "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
  .concat(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
const WIDTHS = [{ width: 360, height: 740 }, { width: 1440, height: 900 }];
const ROWS = "#events tr[id]";

const wrong = [];
let where = "";
const expect = (holds, what) => { if (!holds) wrong.push(`${where}: ${what}`); };
const shown = (page) => page.locator(ROWS).evaluateAll((rows) => rows.filter((row) => row.getClientRects().length).map((row) => row.id));

async function opened(browser, file, viewport, javaScriptEnabled) {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const here = pathToFileURL(file).href;
  page.on("request", (request) => expect(request.url() === here, `asks for ${request.url()}`));
  page.on("console", (message) => expect(message.type() !== "error", `console: ${message.text()}`));
  page.on("pageerror", (error) => expect(false, `script: ${error.message}`));
  await page.goto(here);
  return page;
}

async function looksRight(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over <= 0, `is ${over} px too wide`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const one of found.violations) {
    expect(false, `axe ${one.id}: ${one.help}; ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
  }
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  expect(first === "#report", "the first stop of the keyboard does not lead to the report");
}

async function searches(page) {
  const all = await shown(page);
  if (!all.length) return;
  const words = page.locator("#words");
  if (!(await words.isVisible())) return expect(false, "no search box");
  const title = await page.locator(`${ROWS} th`).first().innerText();
  await words.fill(title.toUpperCase());
  let found = await shown(page);
  expect(found.includes(all[0]), `a title is not found: ${title}`);
  await words.fill("ъъъъ qqqq");
  found = await shown(page);
  expect(found.length === 0, "nonsense is found");
  expect((await page.locator("#shown").innerText()).includes(String(all.length)), "it is not said how many there are");
  expect((await page.locator("#events .section:visible").count()) === 0, "headings of empty sections stay");
  await page.locator("#filters button").click();
  await page.waitForFunction(() => !document.querySelector("#shown").textContent);
  expect((await shown(page)).length === all.length, "after a reset not every event is shown");
  for (const select of await page.locator("#filters select").all()) {
    const key = await select.getAttribute("data-key");
    const values = await select.locator("option").evaluateAll((options) => options.map((option) => option.value));
    for (const value of values.slice(1)) {
      await select.selectOption(value);
      const kept = await shown(page);
      const matching = await page.locator(ROWS).evaluateAll(
        (rows, [key, value]) => rows.filter((row) => row.dataset[key].split(" ").includes(value)).map((row) => row.id), [key, value]);
      expect(kept.length > 0 && kept.join() === matching.join(), `${key} = ${value} shows ${kept.length} of ${matching.length}`);
    }
    await select.selectOption("");
  }
}

const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
for (const file of files) {
  for (const viewport of WIDTHS) {
    where = `${file} at ${viewport.width}`;
    const page = await opened(browser, file, viewport, true);
    await looksRight(page).catch((error) => expect(false, error.message));
    await searches(page).catch((error) => expect(false, error.message));
    const all = await page.locator(ROWS).count();
    await page.context().close();

    where += " without scripts";
    const still = await opened(browser, file, viewport, false);
    expect((await shown(still)).length === all, "not every event is shown");
    expect(!(await still.locator("#filters").isVisible().catch(() => false)), "filters that do nothing are shown");
    await still.context().close();
  }
}
await browser.close();
console.log(JSON.stringify(wrong, null, 1));
