// A month reviewed in a real browser: by keyboard, by mouse, without JavaScript, on a phone, by two people at once.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fs from "node:fs";
import { createRequire } from "node:module";

import { canBrowse, decisions, items, month, newMonth, openBrowser, run, serve } from "./desk.js";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => { if (canBrowse) browser = await openBrowser(); });
after(async () => { await browser?.close(); });

async function onDesk(work, { args = [], ...options } = {}) {
  const server = await serve(await newMonth(), ...args);
  const context = await browser.newContext(options);
  try {
    await work({ page: await context.newPage(), context, server, url: `${server.address}/month/${month}` });
  } finally {
    await context.close();
    const end = await server.stop();
    assert.deepEqual(end, { code: 0, signal: null }, "the server ends cleanly");
  }
}

const openStories = (page) => page.locator("article.story.open");
// The pages' policy forbids what waitForFunction() does.
const said = (page, text) => page.locator("#announce").getByText(new RegExp(`^${text}`)).waitFor({ state: "attached" });

// What another program wrote is in the first page, or, where reading the month takes longer, in one soon after it.
async function reloadUntil(page, url, selector) {
  for (let round = 0; round < 50; ++round) {
    await page.goto(url);
    if (await page.locator(selector).count() > 0) return;
  }
  assert.fail(`${selector} never comes`);
}

// Every page of a month, until nothing is left to decide.
async function reviewAll(page, url, decide) {
  for (let round = 0; round < 20; ++round) {
    await page.goto(`${url}?state=open`);
    const count = await openStories(page).count();
    if (count === 0) return;
    await decide(count);
  }
  assert.fail("the review does not come to an end");
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  return found.violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

describe("a month in the browser", { skip: !canBrowse && "no Chromium at /usr/bin/chromium: install it, or name one in CHROMIUM" }, () => {
  test("is reviewed by keyboard, one key a story", () => onDesk(async ({ page, url, server }) => {
    let kept = 0;
    let dropped = 0;
    await reviewAll(page, url, async (count) => {
      await page.keyboard.press("j");
      for (let i = 0; i < count; ++i) {
        const drops = i % 3 === 2;
        await page.keyboard.press(drops ? "d" : "x");
        drops ? ++dropped : ++kept;
      }
      for (let wait = 0; wait < 200 && await openStories(page).count() > 0; ++wait) await page.waitForTimeout(50);
      assert.equal(await openStories(page).count(), 0);
    });
    assert.ok(kept > 10, `only ${kept} stories kept`);
    await page.goto(url);
    assert.equal(await page.locator("#progress").getByText("All decided").count(), 1);
    const left = items(server.folder).filter(({ state }) => state === "kept");
    assert.ok(left.length >= kept);
    const log = decisions(server.folder);
    assert.ok(log.length >= kept + dropped);
    assert.ok(log.every(({ who }) => who === "Ana"));
  }));

  test("takes a correction with one key more, and moves with one", () => onDesk(async ({ page, url, server }) => {
    await page.goto(`${url}?state=open`);
    await page.keyboard.press("j");
    const id = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("d");
    await said(page, "Dropped");
    assert.match(await page.locator(`#${id}`).getAttribute("class"), /dropped/);
    await page.keyboard.press("u");
    await said(page, "Undone");
    assert.match(await page.locator(`#${id}`).getAttribute("class"), /open/);
    await page.keyboard.press("3");
    await said(page, "Moved");
    const moved = decisions(server.folder).at(-1);
    assert.equal(moved.decision, "move");
    assert.equal(moved.value, "talks");
  }));

  test("rewords a title in place and finds it again", () => onDesk(async ({ page, url, server }) => {
    await page.goto(`${url}?state=open`);
    await page.keyboard.press("j");
    const id = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("e");
    await page.keyboard.type("Unheard-of wonders & <b>more</b>");
    await page.keyboard.press("Enter");
    await said(page, "Changed");
    assert.equal(await page.locator(`#${id} h3`).innerText(), "Unheard-of wonders & <b>more</b>");
    const edit = decisions(server.folder).at(-1);
    assert.equal(edit.field, "title");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").getAttribute("open") !== null);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  }));

  test("is reviewed by mouse: keep, undo, several at once, merge and split", () => onDesk(async ({ page, url, server }) => {
    await page.goto(`${url}?state=open`);
    const first = openStories(page).first();
    await first.getByRole("button", { name: "Keep" }).click();
    await said(page, "Kept");
    const kept = page.locator("article.story.kept").first();
    await kept.getByRole("button", { name: "Undo" }).click();
    await said(page, "Undone");

    for (const index of [0, 1, 2]) await openStories(page).nth(index).locator(".pick").check();
    assert.equal(await page.locator("#bulk-count").innerText(), "3 stories selected");
    await page.locator("#bulk").getByRole("button", { name: "Drop" }).click();
    await page.waitForURL(/done=/);
    assert.match(await page.locator("#done-note").innerText(), /Dropped:.* and 2 more/s);
    await page.locator("#done-note").getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(/done=/);
    assert.equal(items(server.folder).filter(({ state }) => state === "dropped").length, 0);

    await page.goto(`${url}?state=open`);
    const before = await openStories(page).count();
    for (const index of [0, 1]) await openStories(page).nth(index).locator(".pick").check();
    await page.locator("#bulk").getByRole("button", { name: "Merge" }).click();
    await page.waitForURL(/done=/);
    assert.equal(await openStories(page).count(), before - 1);
    const split = page.locator('button[value="split"]').first();
    await split.locator("xpath=ancestor::details").locator("summary").click();
    await split.click();
    await page.waitForURL(/done=/);
    assert.ok(decisions(server.folder).some(({ decision }) => decision === "split"));
  }));

  test("works without JavaScript", () => onDesk(async ({ page, url, server }) => {
    await page.goto(`${url}?state=open`);
    const story = openStories(page).first();
    const id = await story.getAttribute("id");
    const next = await story.getAttribute("data-next");
    await story.getByRole("button", { name: "Keep" }).click();
    assert.equal(new URL(page.url()).hash, `#s-${next}`);
    assert.match(await page.locator("#done-note").innerText(), /Kept:/);
    assert.equal(await page.locator(`#${id}`).count(), 0, "it is no longer among the undecided");
    await page.locator("#done-note").getByRole("button", { name: "Undo" }).click();
    assert.equal(await page.locator(`#${id}.open`).count(), 1);

    const again = page.locator(`#${id}`);
    await again.locator("details.change summary").click();
    await again.getByLabel("Section").selectOption("talks");
    await again.getByRole("button", { name: "Move", exact: true }).click();
    await page.locator("#q").fill("release");
    await page.getByRole("button", { name: "Filter" }).click();
    assert.match(page.url(), /q=release/);
    assert.ok(await page.locator("article.story").count() > 0);
    assert.deepEqual(decisions(server.folder).map(({ decision }) => decision).slice(-2), ["undo", "move"].slice(-2));
  }, { javaScriptEnabled: false }));

  test("fits a phone", () => onDesk(async ({ page, url }) => {
    await page.goto(url);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
    const keep = openStories(page).first().getByRole("button", { name: "Keep" });
    await keep.scrollIntoViewIfNeeded();
    const box = await keep.boundingBox();
    assert.ok(box.height >= 40, "a button is large enough for a thumb");
    await keep.tap();
    await said(page, "Kept");
    const tab = await page.getByRole("link", { name: "Log", exact: true }).boundingBox();
    assert.ok(tab.x + tab.width <= 360, "every tab is in sight");
    for (const other of ["/feeds", "/log", `/newsletter/${month}`, `/coverage/${month}`]) {
      await page.goto(new URL(other, url).href);
      const more = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(more <= 0, `${other} is ${more} pixels too wide`);
    }
  }, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));

  test("does not let two reviewers overwrite each other", () => onDesk(async ({ page, context, url, server }) => {
    const other = await context.newPage();
    await page.goto(`${url}?state=open`);
    await other.goto(`${url}?state=open`);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await said(page, "Kept");
    await other.keyboard.press("j");
    await other.keyboard.press("d");
    await other.getByRole("heading", { name: "Somebody else has decided meanwhile" }).waitFor();
    assert.match(await other.locator(".conflict").innerText(), /Kept by Ana, 25 February 2024/i);
    assert.equal(items(server.folder).filter(({ state }) => state === "dropped").length, 0);
    await other.getByRole("button", { name: "Drop all the same" }).click();
    await other.waitForURL(/done=/);
    assert.ok(items(server.folder).some(({ state }) => state === "dropped"));

    const id = (await openStories(page).first().getAttribute("id")).slice(2);
    assert.equal(run(server.folder, "drop", id, "--as", "Ben", "--why", "off topic").code, 0);
    await openStories(page).first().getByRole("button", { name: "Keep" }).click();
    await page.getByText("dropped by Ben", { exact: false }).waitFor();
    assert.match(await page.locator(".conflict").innerText(), /off topic/);
  }));

  test("says so where everybody sees it when a decision did not get through", () => onDesk(async ({ page, context, url, server }) => {
    const answers = [
      [(route) => route.abort(), /cannot be reached/],
      [(route) => route.fulfill({ status: 502, body: "Bad gateway" }), /refuses it \(502\)/],
      [(route) => route.fulfill({ contentType: "text/html", body: "<main>Sign in</main>" }), /not collector/],
    ];
    for (const [answer, words] of answers) {
      await context.route("**/decide", answer);
      await page.goto(`${url}?state=open`);
      await page.keyboard.press("j");
      const id = await page.evaluate(() => document.activeElement.id);
      for (const key of ["x", "d", "x"]) await page.keyboard.press(key);
      await page.getByRole("alert").getByText(words).waitFor();
      assert.ok(await page.getByRole("alert").isVisible());
      await page.locator(`#${id}:focus`).waitFor();
      assert.deepEqual(decisions(server.folder), []);
      await context.unroute("**/decide");
    }
    await page.keyboard.press("x");
    await said(page, "Kept");
    assert.ok(!await page.getByRole("alert").isVisible());
    assert.ok(decisions(server.folder).every(({ decision }) => decision === "keep"));
  }));

  test("leads back from a question to the stories", () => onDesk(async ({ page, context, url }) => {
    const other = await context.newPage();
    await other.goto(url);
    await page.goto(url);
    await other.keyboard.press("j");
    await other.keyboard.press("x");
    await said(other, "Kept");
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.getByRole("heading", { name: "Somebody else has decided meanwhile" }).waitFor();
    await page.locator("a.skip").press("Enter");
    await page.waitForURL(`${url}#main`);
    assert.equal(await page.getByRole("heading", { name: "Somebody else has decided meanwhile" }).count(), 1);
    await page.goBack();
    await page.waitForURL(url);
    await page.goBack();
    await openStories(page).first().waitFor();
    assert.equal(page.url(), url);
  }));

  test("keeps what is typed when a link leads to another place of the page", () => onDesk(async ({ page, server }) => {
    const id = items(server.folder)[0].id;
    await page.goto(`${server.address}/item/${id}`);
    await page.locator("details.change summary").click();
    await page.locator(`#n-${id}`).fill("half a note");
    let loads = 0;
    page.on("request", (request) => { loads += request.isNavigationRequest() ? 1 : 0; });
    await page.locator("a.skip").press("Enter");
    await page.waitForURL(/#main$/);
    await page.goBack();
    await page.waitForURL(/\/item\/[0-9a-f]+$/);
    assert.equal(await page.locator(`#n-${id}`).inputValue(), "half a note");
    assert.equal(loads, 0);
  }));

  test("shows what the command line decides, and prints what was decided", () => onDesk(async ({ page, url, server }) => {
    await page.goto(`${url}?state=open`);
    const story = openStories(page).first();
    const id = (await story.getAttribute("id")).slice(2);
    assert.equal(run(server.folder, "drop", id, "--as", "Ben").code, 0);
    await reloadUntil(page, `${url}?state=dropped`, `#s-${id} .decided`);
    assert.match(await page.locator(`#s-${id} .decided`).innerText(), /dropped by Ben/i);
    await page.goto(`${server.address}/newsletter/${month}`);
    assert.equal(await page.locator("#markdown").textContent(), run(server.folder, "export", "--month", month).out);
    const raw = await page.request.get(`${server.address}/newsletter/${month}.md`);
    assert.match(raw.headers()["content-type"], /^text\/markdown/);
    await page.goto(`${server.address}/item/${id}`);
    assert.match(await page.locator("main").innerText(), /Ben dropped/);
  }));

  test("shows the health of feeds", () => onDesk(async ({ page, server }) => {
    await page.goto(`${server.address}/feeds`);
    assert.ok(await page.locator("table.feeds tbody tr").count() > 10);
    assert.ok(await page.locator("svg.chart").count() > 10);
    assert.match(await page.locator("svg.chart").first().getAttribute("aria-label"), /items in the last 26 weeks/);
  }));

  test("counts in the headings as keys decide", () => onDesk(async ({ page, url }) => {
    await page.goto(`${url}?section=clients&state=open`);
    const heading = page.locator("#n-clients");
    const [, left, all] = /^(\d+) to decide of (\d+)$/.exec(await heading.innerText());
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await heading.getByText(`${left - 1} to decide of ${all}`, { exact: true }).waitFor();
    await page.keyboard.press("3");
    await heading.getByText(`${left - 2} to decide of ${all - 1}`, { exact: true }).waitFor();
    await page.keyboard.press("u");
    await heading.getByText(`${left - 1} to decide of ${all}`, { exact: true }).waitFor();
  }));

  test("tells what the month may be missing", () => onDesk(async ({ page, url, server }) => {
    await page.goto(url);
    await page.getByRole("link", { name: "Coverage" }).click();
    await page.waitForURL(`${server.address}/coverage/${month}`);
    assert.equal(await page.getByRole("link", { name: "Coverage" }).getAttribute("aria-current"), "page");
    const report = JSON.parse(run(server.folder, "report", "--month", month, "--format", "json").out);
    for (const part of ["undecided", "failed", "silent", "late", "overflowed"]) {
      const count = page.locator(`#${part} h2 .count`);
      assert.equal(report[part].length ? await count.innerText() : String(await count.count()), String(report[part].length), part);
    }
    assert.ok(report.undecided.length > 10);
    await page.getByRole("link", { name: "Decide them" }).click();
    assert.equal(page.url(), `${url}?state=open`);
    await page.goBack();
    const clients = page.locator("#undecided li a", { hasText: "Clients" });
    const waiting = report.undecided.filter(({ section }) => section === "clients").length;
    assert.equal(await clients.locator(".count").innerText(), String(waiting));
    await clients.click();
    assert.equal(page.url(), `${url}?state=open&section=clients`);
  }));

  test("decides nothing when it is read-only", () => onDesk(async ({ page, url, server }) => {
    await page.goto(url);
    assert.equal(await page.locator("button.keep, .pick, #bulk").count(), 0);
    const answer = await page.request.post(`${server.address}/decide`, { form: { action: "keep", item: "00.0" } });
    assert.equal(answer.status(), 403);
    const files = fs.readdirSync(`/proc/${server.pid}/fd`)
      .filter((file) => { try { return fs.readlinkSync(`/proc/${server.pid}/fd/${file}`).endsWith("/news.db"); } catch { return false; } })
      .map((file) => /flags:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid}/fdinfo/${file}`, "utf8"))[1]);
    assert.ok(files.length > 0 && files.every((flags) => flags.endsWith("0")), "the database is open for reading only");
  }, { args: ["--read-only"] }));

  for (const colorScheme of ["light", "dark"]) {
    test(`has no serious accessibility finding, ${colorScheme}`, () => onDesk(async ({ page, url, server }) => {
      await page.goto(url);
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await said(page, "Kept");
      await page.keyboard.press("d");
      await said(page, "Dropped");
      const id = (await openStories(page).first().getAttribute("id")).slice(2);
      await page.evaluate(() => { for (const more of document.querySelectorAll("details")) more.open = true; });
      assert.deepEqual(await violations(page), []);
      for (const other of ["/feeds", "/log", `/newsletter/${month}`, `/coverage/${month}`, `/item/${id}`, "/nothing-there"]) {
        await page.goto(server.address + other);
        assert.deepEqual(await violations(page), [], other);
      }
    }, { colorScheme }));
  }

  test("loads nothing from elsewhere and breaks none of its own rules", () => onDesk(async ({ page, url, server }) => {
    const asked = [];
    const complaints = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
    page.on("pageerror", (error) => complaints.push(String(error)));
    for (const there of [url, `${server.address}/feeds`, `${server.address}/log`]) await page.goto(there);
    assert.deepEqual(asked.filter((address) => !address.startsWith(server.address)), []);
    assert.deepEqual(complaints, []);
  }));
});
