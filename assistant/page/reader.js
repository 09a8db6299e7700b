// Gradio runs this once, with `element` (the reader), `props` and `watch`. Report text only ever
// passes through `textContent` and text nodes here.
const root = document.documentElement;
const pane = document.querySelector("#reader");
const narrow = matchMedia("(max-width: 860px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const all = (selector) => [...element.querySelectorAll(selector)];
const reader = () => element.querySelector(".reader");
let opener = null;
let shownMarks = [];
let shownReport = null;

// --- places -------------------------------------------------------------------------------

// "#p8:12-45" is paragraph p8, characters 12 to 45; "#p8" all of it; "#heading-3" a heading.
function place(link) {
  let text;
  try { text = decodeURIComponent(link.replace(/^#/, "")); } catch { return null; }
  const target = (id) => id && element.querySelector("#" + CSS.escape(id));
  if (target(text)) return {target: target(text), anchor: text};
  const [, anchor, start, end] = /^(.+):(\d+)-(\d+)$/s.exec(text) ?? [];
  return target(anchor) ? {target: target(anchor), anchor, start: +start, end: +end} : null;
}

// --- marks --------------------------------------------------------------------------------

function unmark() {
  all("mark").forEach((mark) => {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  });
  all(".cited, .current").forEach((found) => found.classList.remove("cited", "current"));
}

// Offsets count code points, as Python does; a text node counts UTF-16 units.
function mark(paragraph, start, end, strong) {
  const text = paragraph.querySelector(".text");
  if (!text) return;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let seen = 0;
  for (const node of nodes) {
    const points = [...node.data];
    const from = Math.max(start - seen, 0);
    const to = Math.min(end - seen, points.length);
    seen += points.length;
    if (from >= to || node.parentElement.closest(".gap")) continue;
    const range = document.createRange();
    range.setStart(node, points.slice(0, from).join("").length);
    range.setEnd(node, points.slice(0, to).join("").length);
    const made = document.createElement("mark");
    if (strong) made.className = "strong";
    range.surroundContents(made);
  }
}

function show(marks, chosen) {
  unmark();
  // The chosen stretch goes first: one inside another would be cut up by it.
  const wanted = chosen?.end ? [chosen] : [];
  for (const one of marks) {
    const inside = wanted.some((have) => have.anchor === one.anchor
      && have.start < one.end && one.start < have.end);
    if (!inside) wanted.push(one);
  }
  for (const one of wanted) {
    const paragraph = element.querySelector("#" + CSS.escape(one.anchor));
    if (!paragraph) continue;
    paragraph.classList.add("cited");
    mark(paragraph, one.start, one.end, one === chosen || (!chosen && one === marks[0]));
  }
}

// --- moving -------------------------------------------------------------------------------

function scrollTo(target) {
  target.closest("details")?.setAttribute("open", "");
  const first = target.querySelector("mark.strong") ?? target;
  const bar = element.querySelector(".bar")?.offsetHeight ?? 0;
  const room = pane.clientHeight - bar;
  // The whole paragraph where it fits, else its quote, a third down.
  const box = target.offsetHeight < room * 0.6 ? target : first;
  const top = box.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({
    top: pane.scrollTop + top - bar - Math.max(room - box.offsetHeight, 0) * 0.28,
    behavior: calm.matches || narrow.matches ? "instant" : "smooth",
  });
}

function go(found, {focus = true, keep = true} = {}) {
  const {target, anchor, start, end} = found;
  show(keep ? shownMarks : [], end ? {anchor, start, end} : null);
  if (target.matches(".paragraph")) target.classList.add("current");
  if (narrow.matches && focus) sheet(true);
  if (focus) target.focus({preventScroll: true});
  scrollTo(target);
}

// --- the sheet on a phone -----------------------------------------------------------------

function sheet(open) {
  root.classList.toggle("reader-open", open);
  for (const id of ["header", "left"]) document.getElementById(id).inert = open;
  if (!open && opener?.isConnected) opener.focus();
}
narrow.addEventListener("change", () => sheet(false));

// --- copying ------------------------------------------------------------------------------

function say(sentence) { element.querySelector(".unseen").textContent = sentence; }

async function copy(paragraph, quote, button) {
  const {quotation, copied, copyFailed} = reader().dataset;
  const filled = {quote, paragraph: paragraph.dataset.name};
  const text = quotation.replace(/\{(\w+)\}/g, (_, key) => filled[key] ?? "");
  try {
    await navigator.clipboard.writeText(text);
    say(copied);
    button.classList.add("done");
    button.addEventListener("pointerleave", () => button.classList.remove("done"), {once: true});
    button.addEventListener("blur", () => button.classList.remove("done"), {once: true});
  } catch { say(copyFailed); }
}

const letters = (paragraph) => [...paragraph.querySelector(".text").textContent];

// --- editing what was searched for ----------------------------------------------------------

function edit(question) {
  const box = document.querySelector("#ask textarea");
  if (!box) return;
  box.value = question;
  box.dispatchEvent(new Event("input", {bubbles: true}));
  box.focus();
  box.setSelectionRange(question.length, question.length);
}

// --- what people do -----------------------------------------------------------------------

window.pinciteListeners?.abort();
window.pinciteListeners = new AbortController();
const listen = (where, what, then, more = {}) =>
  where.addEventListener(what, then, {signal: window.pinciteListeners.signal, ...more});

listen(document, "click", (event) => {
  const hit = (selector) => event.target.closest?.(selector);
  const link = hit('#chat a[href^="#"], #reader a[href^="#"]');
  const menu = element.querySelector(".contents[open]");
  if (menu && !menu.contains(event.target)) menu.removeAttribute("open");
  if (link) {
    event.preventDefault();
    const href = link.getAttribute("href");
    if (link.matches(".edit-question")) {
      edit(decodeURIComponent(href.replace(/^#ask=/, "")));
      return;
    }
    const found = place(href.replace(/^#copy=/, "#"));
    if (!found) return;
    if (link.matches(".copy-quote")) {
      const quote = letters(found.target).slice(found.start, found.end).join("");
      copy(found.target, quote, link);
      return;
    }
    document.querySelectorAll("#chat [aria-current]")
      .forEach((chip) => chip.removeAttribute("aria-current"));
    if (link.closest("#chat")) {
      opener = link;
      link.setAttribute("aria-current", "true");
      shownMarks = [...(link.closest(".answer")?.querySelectorAll(".chip") ?? [])]
        .map((chip) => place(chip.getAttribute("href"))).filter((one) => one?.end);
    }
    menu?.removeAttribute("open");
    history.replaceState(null, "", location.pathname + location.search + href);
    go(found, {keep: found.target.matches(".paragraph")});
  } else if (hit("#reader .copy")) {
    const button = hit(".copy");
    const paragraph = button.closest(".paragraph");
    const marked = [...paragraph.querySelectorAll("mark")].map((one) => one.textContent).join("");
    copy(paragraph, marked || letters(paragraph).join("").trim(), button);
  } else if (hit("#source")) {
    opener = hit("#source");
    sheet(true);
    element.querySelector(".back")?.focus();
  } else if (hit(".back") || (root.classList.contains("reader-open") && !hit("#right"))) {
    sheet(false);
  } else if (hit("#notice .dismiss")) {
    hit(".notice").remove();
  }
});

listen(document, "keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = element.querySelector(".contents[open]");
  if (menu) { menu.removeAttribute("open"); menu.querySelector("summary").focus(); }
  else if (root.classList.contains("reader-open")) sheet(false);
});

// --- where we are in the report -----------------------------------------------------------

let due = false;
function follow() {
  due = false;
  const where = element.querySelector(".where");
  if (!where) return;
  const edge = pane.getBoundingClientRect().top + element.querySelector(".bar").offsetHeight + 8;
  const paragraphs = all(".paragraph");
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle].getBoundingClientRect().bottom > edge) high = middle;
    else low = middle + 1;
  }
  where.textContent = paragraphs[low]?.dataset.path ?? "";
}
listen(pane, "scroll", () => {
  if (!due) { due = true; requestAnimationFrame(follow); }
}, {passive: true});

// --- the chat -----------------------------------------------------------------------------

// A new question goes to the top, so that a long answer is read from its beginning. Gradio names
// a message by its source and an example by a number; what they show says it better.
let questions = 0;
let leading = false;
window.pinciteChat?.disconnect();
window.pinciteChat = new MutationObserver(() => {
  const chat = document.querySelector("#chat");
  if (!chat) return;
  chat.querySelectorAll("[data-testid][aria-label], .example[aria-label]")
    .forEach((named) => named.removeAttribute("aria-label"));
  const log = chat.querySelector('[role="log"]');
  log.setAttribute("aria-label", document.querySelector("#chatbar h2")?.textContent ?? "");
  const asked = [...chat.querySelectorAll(".user-row")];
  if (asked.length !== questions) leading = asked.length > 0;
  questions = asked.length;
  // The answer's words come in after its bubble: follow until the reader takes over.
  if (leading) {
    const top = asked.at(-1).getBoundingClientRect().top - log.getBoundingClientRect().top;
    log.scrollTop += top - 16;
  }
});
for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  listen(document, moved, () => { leading = false; }, {passive: true});
}
window.pinciteChat.observe(document.querySelector("#main"), {childList: true, subtree: true});

// --- what the server says -----------------------------------------------------------------

watch("value", () => {
  const now = reader();
  if (!now) return;
  document.title = now.dataset.title;
  root.lang = now.dataset.language;
  root.dir = now.dataset.direction;
  const report = now.dataset.report;
  if (report !== shownReport) {
    const first = shownReport === null;
    shownReport = report;
    shownMarks = [];
    pane.scrollTop = 0;
    const address = new URL(location.href);
    if (report) address.searchParams.set("report", report);
    if (!first) address.hash = "";
    history.replaceState(null, "", address);
    const found = first && location.hash && place(location.hash);
    if (found) go(found);
  } else show(shownMarks);
  root.classList.add("arrived");
  follow();
});

watch("focus", () => {
  shownMarks = props.focus?.marks ?? [];
  show(shownMarks);
  const first = shownMarks[0] && place("#" + encodeURIComponent(shownMarks[0].anchor));
  if (first) {
    first.target.classList.add("current");
    scrollTo(first.target);
  }
});
