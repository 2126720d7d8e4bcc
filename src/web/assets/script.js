// What makes reviewing quick. Everything here can be done without it, by the forms of the page.
"use strict";

const announce = (text) => {
  const place = document.getElementById("announce");
  if (place) place.textContent = text;
};

// What went wrong is seen, too, until something goes well.
function complain(text) {
  const place = document.getElementById("trouble");
  if (place) place.textContent = text;
}

const stories = () => [...document.querySelectorAll("article.story")];
const current = () => document.activeElement?.closest("article.story");
const titleOf = (story) => story.querySelector("h3").textContent.trim();

// ---- going from story to story ----

function goTo(story) {
  if (!story) return;
  story.focus({ preventScroll: true });
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  story.scrollIntoView({ block: "center", behavior: quiet ? "instant" : "smooth" });
}

function step(by) {
  const all = stories();
  const here = all.indexOf(current());
  if (here < 0) return goTo(all.find((story) => story.classList.contains("open")) ?? all[0]);
  const there = all[here + by];
  if (there) return goTo(there);
  announce(by > 0 ? "This is the last story of this page." : "This is the first story of this page.");
}

// ---- deciding without loading the page anew ----

const done = [];  // the stories decided here, latest last: what `u` takes back

// One at a time and in order, however fast somebody types. What was typed before something failed is given up with it.
let busy = Promise.resolve();
let failures = 0;
function afterwards(act) {
  const before = failures;
  const unlessFailed = () => (before === failures ? act() : undefined);
  busy = busy.then(unlessFailed, unlessFailed);
}

function put(html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  if (!answer.getElementById("progress")) throw new Error("What answers is not collector; load the page anew to sign in.");
  for (const fresh of answer.querySelectorAll("article.story, #progress, #states, #sections, p[id^=n-]")) {
    const old = document.getElementById(fresh.id);
    if (!old) continue;
    if (old.dataset.next) fresh.dataset.next = old.dataset.next;
    const next = old.querySelector("form.actions [name=next]")?.value;
    const field = fresh.querySelector("form.actions [name=next]");
    if (next && field) field.value = next;
    old.replaceWith(fresh);
  }
}

function ask(address, body) {
  const asked = { method: "POST", body, headers: { "X-Collector-Fragment": "1" } };
  return fetch(address, asked).catch(() => { throw new Error("The server cannot be reached; load the page anew when it can."); });
}

async function send(form, action, fields = {}) {
  const body = new URLSearchParams(new FormData(form));
  body.set("action", action);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  // Not form.action: its buttons have that name.
  const answer = await ask(form.getAttribute("action"), body);
  const html = await answer.text();
  if (answer.ok) return put(html);
  show(html);
  throw new Error(`The server refuses it (${answer.status}).`);
}

// A refusal or a question takes the place of the page; going back leads to the stories.
function show(html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const main = answer.querySelector("main");
  if (!main) return;
  history.replaceState({ stories: true }, "");
  history.pushState(null, "");
  document.querySelector("main").replaceWith(main);
  document.title = answer.title;
  main.focus();
}

// Links within a page come here, too: they must not load it anew, for words may be typed in it.
addEventListener("popstate", ({ state }) => {
  if (state?.stories && !document.getElementById("stories")) location.reload();
});

const past = { keep: "Kept", drop: "Dropped", undo: "Undone", move: "Moved", edit: "Changed", note: "Noted" };

function decide(story, action, fields) {
  const all = stories();
  const onward = action === "keep" || action === "drop" ? all[all.indexOf(story) + 1] : null;
  if (onward) goTo(onward);
  afterwards(() => carryOut(story.id, action, fields, onward ? null : story.id));
}

async function carryOut(id, action, fields, stay) {
  const story = document.getElementById(id);
  const form = story?.querySelector("form.actions");
  if (!form) return complain("This story cannot be decided here.");
  const title = titleOf(story);
  try {
    await send(form, action, fields);
  } catch (error) {
    ++failures;
    complain(`Not done: ${title}. ${error.message}`);
    return goTo(document.getElementById(id));
  }
  complain("");
  if (action === "undo") {
    const at = done.lastIndexOf(id);
    if (at >= 0) done.splice(at, 1);
  } else if (action !== "note") {
    done.push(id);
  }
  if (stay) document.getElementById(id)?.focus({ preventScroll: true });
  announce(`${past[action]}: ${title}`);
}

// The latest decision made on this page; if there is none, the one on the story in focus.
function undo() {
  afterwards(() => {
    const last = done.length ? document.getElementById(done[done.length - 1]) : current();
    if (!last?.querySelector("button.undo")) return announce("There is nothing to undo.");
    goTo(last);
    return carryOut(last.id, "undo", {}, last.id);
  });
}

document.addEventListener("submit", (event) => {
  const action = event.submitter?.value;
  const story = event.target.closest("article.story");
  if (!story || !(action in past) || !document.getElementById("stories")) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  for (const common of ["token", "back", "next", "item"]) delete fields[common];
  if (action === "edit" && fields.value === fields.was) return announce("The text is as it was.");
  decide(story, action, fields);
});

// ---- several at once ----

function count() {
  const picked = document.querySelectorAll(".pick:checked").length;
  const place = document.getElementById("bulk-count");
  if (place) place.textContent = picked === 1 ? "1 story selected" : `${picked} stories selected`;
}

document.addEventListener("change", (event) => {
  if (event.target.classList.contains("pick")) count();
});

// ---- keys ----

function open(story, field) {
  const change = story.querySelector("details.change");
  if (!change) return;
  change.open = true;
  const input = document.getElementById(field + story.id.slice(2));
  input?.focus();
  input?.select?.();
}

function moveTo(story, digit) {
  const choice = story.querySelector("details.change select")?.options[digit - 1];
  if (choice) decide(story, "move", { section: choice.value });
}

const onStory = {
  x: (story) => decide(story, "keep"),
  d: (story) => decide(story, "drop"),
  m: (story) => open(story, "m-"),
  e: (story) => open(story, "e-"),
  n: (story) => open(story, "n-"),
  s: (story) => { story.querySelector(".pick")?.click(); },
  o: (story) => { story.querySelector("h3 a")?.click(); },
};

const anywhere = {
  j: () => step(1),
  k: () => step(-1),
  u: undo,
  g: () => document.querySelector('#bulk button[value="merge"]')?.click(),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => {
    const keys = document.getElementById("keys");
    if (keys) keys.open = !keys.open;
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const typing = event.target.matches("textarea, select, input:not([type=checkbox])");
  if (event.key === "Escape") {
    document.getElementById("keys")?.removeAttribute("open");
    const story = current();
    if (typing && story) goTo(story);
    else if (typing) event.target.blur();
    return;
  }
  if (typing || !document.getElementById("stories")) return;
  const story = current();
  let act = anywhere[event.key];
  if (!act && story && event.key in onStory) act = () => onStory[event.key](story);
  if (!act && story && /^[1-9]$/.test(event.key)) act = () => moveTo(story, Number(event.key));
  if (!act && !story && (event.key in onStory || /^[1-9]$/.test(event.key))) act = () => step(1);
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- the Markdown page ----

for (const button of document.querySelectorAll("button.copy")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    button.textContent = "Copied";
  });
}

count();
