// --- finding words within the report --------------------------------------------------------

// What is found is painted, not wrapped: the text stays as it is, however much is found.
const paints = "highlights" in CSS;
const SLICE = 12;  // milliseconds of work before the browser may draw
let hits = [];
let reached = -1;  // the place among them that is looked at
let search = 0;  // counts searches, so that an older one gives up

const finder = () => element.querySelector(".finder");

// Lower case, no accents, no full-width forms; of the same length, so that places stay places.
const ACCENTED = /[\u00aa-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff\uff01-\uff5e]/g;
const bare = new Map();
function plain(sign) {
  if (!bare.has(sign)) bare.set(sign, sign.normalize("NFKD").toLowerCase()[0]);
  return bare.get(sign);
}
function folded(text) {
  const low = text.toLowerCase();
  return (low.length === text.length ? low : text).replace(ACCENTED, plain);
}

// Any white space in what is sought stands for any in the text, line breaks too.
function pattern(sought) {
  const words = folded(sought.trim()).split(/\s+/).filter(Boolean);
  if (!words.length) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s+"), "g");
}

const breathe = () => new Promise((done) => { setTimeout(done); });

async function find(sought) {
  const mine = ++search;
  const wanted = pattern(sought);
  hits = [];
  reached = -1;
  paint();
  if (!wanted) { count(""); return; }
  await whole;
  if (mine !== search) return;
  let since = performance.now();
  for (const part of all(".document > h1, .heading, .text")) {
    if (performance.now() - since > SLICE) {
      await breathe();
      if (mine !== search) return;
      since = performance.now();
    }
    for (const found of folded(part.textContent).matchAll(wanted)) {
      hits.push({part, start: found.index, end: found.index + found[0].length});
    }
  }
  paint();
  reach(from());
}

// The first hit from where the reader is looking.
function from() {
  const edge = pane.getBoundingClientRect().top;
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle].part.getBoundingClientRect().bottom > edge) high = middle;
    else low = middle + 1;
  }
  return low < hits.length ? low : 0;
}

function stretch({part, start, end}) {
  const range = document.createRange();
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let seen = 0;
  let begun = false;
  while (walker.nextNode()) {
    const {length} = walker.currentNode;
    if (!begun && start < seen + length) {
      range.setStart(walker.currentNode, start - seen);
      begun = true;
    }
    if (begun && end <= seen + length) {
      range.setEnd(walker.currentNode, end - seen);
      return range;
    }
    seen += length;
  }
  return range;
}

const PAINTED = 3000;  // more than anybody looks at, and still quick
function paint() {
  if (!paints) return;
  CSS.highlights.set("found", new Highlight(...hits.slice(0, PAINTED).map(stretch)));
  CSS.highlights.set("found-here", new Highlight());
}

function count(sentence) {
  const line = finder().querySelector(".hits");
  line.textContent = sentence;
  finder().classList.toggle("none", Boolean(sentence) && !hits.length);
  finder().querySelectorAll(".step").forEach((button) => { button.disabled = !hits.length; });
}

function reach(place) {
  const {found, foundNone} = reader().dataset;
  if (!hits.length) { count(foundNone); return; }
  reached = (place + hits.length) % hits.length;
  const range = stretch(hits[reached]);
  hits[reached].part.closest("details")?.setAttribute("open", "");
  if (paints) CSS.highlights.set("found-here", new Highlight(range));
  count(filled(found, {at: reached + 1, count: hits.length}));
  const part = hits[reached].part.getBoundingClientRect();
  // Once it is drawn it can be measured; what is far away has only a guessed height.
  if (part.bottom < 0 || part.top > innerHeight) {
    hits[reached].part.scrollIntoView({block: "center", behavior: "instant"});
  }
  const bar = element.querySelector(".bar").offsetHeight;
  const box = range.getBoundingClientRect();
  const top = box.top - pane.getBoundingClientRect().top;
  if (top < bar + 12 || top + box.height > pane.clientHeight - 24) {
    pane.scrollBy({top: top - bar - (pane.clientHeight - bar) * 0.3, behavior: "instant"});
  }
}

function openFinder() {
  element.querySelector(".contents[open]")?.removeAttribute("open");
  reader().classList.add("finding");
  element.querySelector(".find-open").setAttribute("aria-expanded", "true");
  const box = finder().querySelector("input");
  box.focus();
  box.select();
  if (box.value) find(box.value);
}

function closeFinder() {
  search += 1;
  hits = [];
  paint();
  reader()?.classList.remove("finding");
  const button = element.querySelector(".find-open");
  button?.setAttribute("aria-expanded", "false");
  button?.focus();
}

listen(element, "input", (event) => {
  if (event.target.matches(".finder input")) find(event.target.value);
});

listen(element, "keydown", (event) => {
  if (!event.target.closest(".finder") || event.isComposing) return;
  if (event.key === "Enter" && event.target.matches("input")) {
    event.preventDefault();
    reach(reached + (event.shiftKey ? -1 : 1));
  }
});
