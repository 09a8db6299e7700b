// The reader's scripts share one scope, in the order in which `layout.py` names them. Gradio runs
// them once, with `element` (the reader), `props`, `trigger` and `watch`. Report text only ever
// passes through `textContent` and text nodes here.
const root = document.documentElement;
const pane = document.querySelector("#reader");
const narrow = matchMedia("(max-width: 860px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const all = (selector) => [...element.querySelectorAll(selector)];
const reader = () => element.querySelector(".reader");
const say = (sentence) => { element.querySelector(".unseen").textContent = sentence; };
const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

// The listeners of a page that Gradio has built anew would else be there twice.
window.pinciteListeners?.abort();
window.pinciteListeners = new AbortController();
const listen = (where, what, then, more = {}) =>
  where.addEventListener(what, then, {signal: window.pinciteListeners.signal, ...more});

// "#p8:12-45" is paragraph p8, characters 12 to 45; "#p8" all of it; "#heading-3" a heading.
function place(link) {
  let text;
  try { text = decodeURIComponent(link.replace(/^#/, "")); } catch { return null; }
  const target = (id) => id && element.querySelector("#" + CSS.escape(id));
  if (target(text)) return {target: target(text), anchor: text};
  const [, anchor, start, end] = /^(.+):(\d+)-(\d+)$/s.exec(text) ?? [];
  return target(anchor) ? {target: target(anchor), anchor, start: +start, end: +end} : null;
}

// Where a link leads: "?report=ID#p8" into that report, "#p8" into the one that is open.
function led(link) {
  const address = new URL(link.getAttribute("href"), location.href);
  const open = reader()?.dataset.report ?? "";
  const named = link.getAttribute("href").startsWith("#") ? open : null;
  return {report: named ?? address.searchParams.get("report") ?? open, hash: address.hash};
}
