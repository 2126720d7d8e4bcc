// What hostile feeds, pages and clients try.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";

import { canBrowse, decisions, hostileServer, items, month, newHostileStore, newStore, openBrowser, serve } from "./desk.js";

const hostileTitles = [
  `<script>globalThis.owned = 1</script>`,
  `"><img src=x onerror="globalThis.owned=1">`,
  `' autofocus onfocus='globalThis.owned=1`,
  `</title></head><body onload=globalThis.owned=1>`,
  `{{{token}}} {{token}} {{>story}} {{#stories}}`,
  `]]> & &amp; &lt;b&gt;`,
  `\u202Egnp.exe \u0000 \u200B`,
  `<svg/onload=globalThis.owned=1>`,
  `javascript:globalThis.owned=1`,
  `%3Cscript%3EglobalThis.owned=1%3C/script%3E`,
  "x".repeat(5000),
];

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  .replaceAll('"', "&quot;").replaceAll("\u0000", "");

// Each title in every field that a page shows, and links that are none.
function hostileFeed() {
  const entries = hostileTitles.map((title, i) => `<item><title>${escape(escape(title))}</title>
    <guid>${i}</guid><link>${i % 2 ? `javascript:globalThis.owned=1//${i}` : `https://own.example/${i}`}</link>
    <author>${escape(title)}</author><category>${escape(title)}</category>
    <description>${escape(escape(title))} ${escape(title)}</description>
    <pubDate>${i + 1} Jan 2024 10:00:00 GMT</pubDate></item>`);
  return `<rss version="2.0"><channel><title>own</title><link>https://own.example/</link>${entries.join("\n")}</channel></rss>`;
}

let server;
let folder;
before(async () => {
  folder = await newStore(hostileFeed());
  server = await serve(folder);
});
after(async () => { await server.stop(); });

// Without a browser's manners: any header can be sent.
function ask(target, { method = "GET", headers = {}, body } = {}) {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (piece) => { text += piece; });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function form() {
  const page = await ask(`/month/${month}`);
  const value = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)[1];
  return { action: "keep", token: value("token"), item: value("item"), back: `/month/${month}` };
}

const encoded = (fields) => new URLSearchParams(fields).toString();
const formHeaders = { "content-type": "application/x-www-form-urlencoded" };
const decided = () => items(folder).filter(({ state }) => state !== "undecided" && state !== "noise").length;

test("a form of ours is taken, so that the refusals below mean something", async () => {
  const own = await newStore(hostileFeed());
  const other = await serve(own);
  const page = await (await fetch(`${other.address}/month/${month}`)).text();
  const value = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)[1];
  const answer = await fetch(`${other.address}/decide`, { method: "POST", redirect: "manual",
    headers: { ...formHeaders, origin: other.address, "sec-fetch-site": "same-origin" },
    body: encoded({ action: "keep", token: value("token"), item: value("item"), back: `/month/${month}` }) });
  assert.equal(answer.status, 303);
  assert.ok(answer.headers.get("location").startsWith(`/month/${month}?done=`));
  assert.equal(items(own).filter(({ state }) => state === "kept").length, 1);
  await other.stop();
});

test("another site's page decides nothing", async () => {
  const fields = await form();
  const { host } = new URL(server.address);
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: `http://${host}.evil.example` },
    { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { "sec-fetch-site": "none" }]) {
    const answer = await ask("/decide", { method: "POST", headers: { ...formHeaders, ...headers }, body: encoded(fields) });
    assert.equal(answer.status, 403, JSON.stringify(headers));
  }
  for (const token of ["", "00.00", fields.token.slice(0, -1) + (fields.token.endsWith("0") ? "1" : "0"), fields.token.split(".")[0]]) {
    const answer = await ask("/decide", { method: "POST", headers: formHeaders, body: encoded({ ...fields, token }) });
    assert.equal(answer.status, 403, token);
  }
  const plain = await ask("/decide", { method: "POST", headers: { "content-type": "text/plain" }, body: encoded(fields) });
  assert.equal(plain.status, 415);
  assert.equal(decided(), 0);
});

test("a name that another site has pointed here is not answered", async () => {
  for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]"]) {
    const answer = await ask("/", { headers: { host } });
    assert.ok([400, 421].includes(answer.status), `${host}: ${answer.status}`);
  }
  for (const host of ["localhost", "localhost:1234", "127.0.0.1:80", "[::1]:80"])
    assert.equal((await ask("/", { headers: { host } })).status, 303, host);
});

test("nothing is decided by looking", async () => {
  const fields = await form();
  for (const method of ["GET", "HEAD"]) {
    const answer = await ask(`/decide?${encoded(fields)}`, { method });
    assert.equal(answer.status, 404);
  }
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
    assert.equal((await ask("/decide", { method })).status, 405, method);
  assert.equal(decided(), 0);
});

test("forms that make no sense are refused in words", async () => {
  const fields = await form();
  const wrong = [{ action: "explode" }, { action: "remove" }, { item: "" }, { item: "../../etc/passwd" }, { item: "abc" },
    { item: "fff.99999999999999999999" }, { action: "move", section: "nowhere" }, { action: "edit", value: " " },
    { action: "note", why: "" }, { action: "merge" }];
  for (const fault of wrong) {
    const answer = await ask("/decide", { method: "POST", headers: formHeaders, body: encoded({ ...fields, ...fault }) });
    assert.equal(answer.status, 400, JSON.stringify(fault));
    assert.match(answer.text, /<h1>/);
  }
  const unknown = await ask("/decide", { method: "POST", headers: formHeaders, body: encoded({ ...fields, item: "ffffffffff.0" }) });
  assert.equal(unknown.status, 404);
  assert.equal(decided(), 0);
});

test("nobody is sent to another site", async () => {
  const own = await newStore(hostileFeed());
  const other = await serve(own);
  const page = await (await fetch(`${other.address}/month/${month}`)).text();
  const value = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)[1];
  for (const back of ["https://evil.example/", "//evil.example", "/\\evil.example", "/month/../..//evil.example",
    "/month/2024-01\r\nSet-Cookie: a=b", "/item/../x"]) {
    const now = await (await fetch(`${other.address}/month/${month}`)).text();
    const item = /name="item" value="([^"]+)"/.exec(now)[1];
    const answer = await fetch(`${other.address}/decide`, { method: "POST", redirect: "manual", headers: formHeaders,
      body: encoded({ action: "keep", token: value("token"), item, back, next: "//evil" }) });
    assert.equal(answer.status, 303, back);
    assert.match(answer.headers.get("location"), /^\/(month\/2024-01[?].*)?$/, back);
    assert.equal(answer.headers.get("set-cookie"), null);
  }
  await other.stop();
});

test("paths lead to nothing but pages", async () => {
  for (const path of ["/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/style.css/../../x", "/month/2024-13", "/month/",
    "/month/2024-01/x", "/month/%00", "/item/zz", "/item/", "/newsletter/9999-99.md", "/month/9999-12-31", "//", "/%ff%fe"]) {
    const answer = await ask(path);
    assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`);
    assert.doesNotMatch(answer.text, /root:/);
  }
});

test("every answer forbids what could hurt", async () => {
  for (const path of ["/", `/month/${month}`, "/style.css", "/script.js", "/nothing", "/feeds", "/log"]) {
    const { headers } = await ask(path);
    assert.match(headers["content-security-policy"], /default-src 'none'/, path);
    assert.doesNotMatch(headers["content-security-policy"], /unsafe|[*]/, path);
    assert.match(headers["content-security-policy"], /frame-ancestors 'none'/, path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.equal(headers["referrer-policy"], "same-origin", path);
  }
});

test("bodies and headers are bounded, with a length and in chunks", async () => {
  const long = "x".repeat(2_000_000);
  assert.equal((await ask("/decide", { method: "POST", headers: { ...formHeaders, "content-length": long.length }, body: long })
    .catch(() => ({ status: 413 }))).status, 413);
  assert.equal((await ask("/decide", { method: "POST", headers: { ...formHeaders, "transfer-encoding": "chunked" }, body: long })
    .catch(() => ({ status: 413 }))).status, 413);
  assert.equal((await ask("/", { headers: { "x-long": "y".repeat(100_000) } }).catch(() => ({ status: 431 }))).status, 431);
  assert.equal((await ask("/")).status, 303, "it goes on");
});

test("slow clients keep nobody waiting, and are not waited for", async () => {
  const { hostname, port } = new URL(server.address);
  const start = Date.now();
  const slow = Array.from({ length: 100 }, () => {
    const socket = net.connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-A");
    const drip = setInterval(() => socket.write("a"), 500);
    return new Promise((resolve) => socket.on("close", () => { clearInterval(drip); resolve(); }));
  });
  for (let i = 0; i < 5; ++i) assert.equal((await ask(`/month/${month}`)).status, 200);
  assert.ok(Date.now() - start < 8000, "others are answered meanwhile");
  await Promise.all(slow);
  assert.ok(Date.now() - start < 25_000, "each is cut off though it keeps sending");
});

test("garbage is refused", async () => {
  const { hostname, port } = new URL(server.address);
  for (const garbage of ["\x16\x03\x01\x02\x00\x01", "GET\r\n\r\n", "POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"]) {
    const answer = await new Promise((resolve) => {
      const socket = net.connect(Number(port), hostname, () => socket.end(garbage));
      let text = "";
      socket.on("data", (piece) => { text += piece; });
      socket.on("error", () => resolve(text));
      socket.on("close", () => resolve(text));
    });
    assert.match(answer, /^(HTTP\/1.1 4\d\d .*)?/s);
  }
  assert.equal((await ask("/")).status, 303, "it goes on");
});

// Looks at every page that has something of a feed on it: nothing of it runs, loads, or leads astray.
async function lookAround(t, folder, words) {
  const server = await serve(folder);
  const browser = await openBrowser();
  t.after(async () => { await browser.close(); await server.stop(); });
  const page = await browser.newPage();
  const { host } = new URL(server.address);
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (new URL(request.url()).host !== host) complaints.push(`loads ${request.url()}`); });
  const all = items(folder);
  const feeds = [...new Set(all.map(({ feed }) => feed))];
  const queries = ["", "?state=open", "?state=aside", "?q=script",
    ...words.flatMap((word) => ["q", "feed", "section"].map((field) => `?${field}=${encodeURIComponent(word)}`)),
    ...feeds.map((feed) => `?feed=${encodeURIComponent(feed)}`)];
  const views = [...queries.map((query) => `/month/${month}${query}`), "/feeds", "/log", `/newsletter/${month}`, `/coverage/${month}`,
    ...all.map(({ id }) => `/item/${id}`)];
  for (const view of views) {
    await page.goto(server.address + view);
    await page.evaluate(() => { for (const more of document.querySelectorAll("details")) more.open = true; });
    assert.equal(await page.evaluate(() => globalThis.owned), undefined, view);
    assert.equal(await page.locator("main img, main script, main iframe, main link, main style, main base").count(), 0, view);
    const links = await page.locator("a[href]").evaluateAll((anchors) => anchors.map((a) => [a.protocol, a.rel, a.host]));
    for (const [protocol, rel, there] of links) {
      assert.match(protocol, /^https?:$/, view);
      if (there !== host) assert.equal(rel, "noopener noreferrer", view);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${view} is ${wide} pixels too wide`);
    assert.deepEqual(complaints, [], view);
  }
  // Every story can be decided, and what comes back is as harmless.
  await page.goto(`${server.address}/month/${month}?state=open`);
  const open = await page.locator("article.story.open").count();
  assert.ok(open > 0);
  await page.keyboard.press("j");
  for (let i = 0; i < open; ++i) await page.keyboard.press(i % 2 ? "d" : "x");
  await page.locator("#progress").getByText("All decided").waitFor();
  await page.goto(`${server.address}/log`);
  assert.equal(await page.locator("ol.log li").count(), Math.min(200, decisions(folder).length));
  assert.deepEqual(complaints, []);
  await page.goto(`${server.address}/month/${month}`);
  return page.locator("main").innerText();
}

describe("hostile titles", { skip: !canBrowse && "no Chromium at /usr/bin/chromium: install it, or name one in CHROMIUM" }, () => {
  test("stay text in every view", async (t) => {
    const own = await newStore(hostileFeed());
    assert.ok(items(own).length >= hostileTitles.length - 1);
    const text = await lookAround(t, own, hostileTitles.slice(0, 5));
    assert.ok(text.includes("<script>globalThis.owned = 1</script>"), "shown as it is");
  });

  test("of the hostile feed server stay text, too", { skip: !hostileServer && "the hostile feed server is not beside the project" }, async (t) => {
    const own = await newHostileStore();
    const found = items(own);
    assert.ok(found.length > 20, `${found.length} items`);
    const text = await lookAround(t, own, found.slice(0, 3).map(({ title }) => title));
    assert.match(text, /<script>alert\("/);
  });
});

test("a proxy's word counts, nobody else's", async () => {
  const own = await newStore(hostileFeed());
  const file = `${own}/feeds.yaml`;
  const config = fs.readFileSync(file, "utf8");
  const headers = { "x-remote-user": "Eve" };

  fs.writeFileSync(file, `${config}serve:\n  trusted_proxy: 10.9.8.7\n  user_header: X-Remote-User\n`);
  let other = await serve(own);
  assert.equal((await fetch(`${other.address}/month/${month}`, { headers })).status, 403);
  await other.stop();

  fs.writeFileSync(file, `${config}serve:\n  trusted_proxy: 127.0.0.1\n  user_header: X-Remote-User\n`);
  other = await serve(own);
  assert.equal((await fetch(`${other.address}/month/${month}`)).status, 403, "without a name");
  assert.equal((await fetch(`${other.address}/month/${month}`, { headers: [["x-remote-user", "Eve"], ["x-remote-user", "Ana"]] })).status,
    200, "the client joins them: one odd name, no other's");
  const page = await (await fetch(`${other.address}/month/${month}`, { headers })).text();
  assert.match(page, /Reviewing as<\/span> Eve/);
  const value = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)[1];
  const fields = { action: "keep", token: value("token"), item: value("item"), back: `/month/${month}` };
  const send = (who) => fetch(`${other.address}/decide`, { method: "POST", redirect: "manual",
    headers: { ...formHeaders, "x-remote-user": who }, body: encoded(fields) });
  assert.equal((await send("Ana")).status, 403, "a token is one person's");
  assert.equal((await send("Eve")).status, 303);
  await other.stop();
});
