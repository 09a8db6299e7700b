// --- what people press ------------------------------------------------------------------------

const LINKS = '#chat a:is([href^="#"], .chip), #reader a[href^="#"]';

function press(link) {
  const href = link.getAttribute("href");
  const menu = element.querySelector(".contents[open]");
  if (link.matches(".edit-question")) write(decodeURIComponent(href.replace(/^#ask=/, "")));
  else if (link.matches(".revise")) revise(link);
  else if (link.matches(".copy-quote")) {
    copy(decodeURIComponent(href.replace(/^#copy=/, "")), link);
  } else if (link.matches(".chip")) open(link);
  else {
    const found = place(href);
    if (!found) return;
    choose(null);
    menu?.removeAttribute("open");
    address(reader().dataset.report, href);
    go(found, {keep: found.target.matches(".paragraph")});
  }
}

listen(document, "click", (event) => {
  const hit = (selector) => event.target.closest?.(selector);
  const menu = element.querySelector(".contents[open]");
  if (menu && !menu.contains(event.target)) menu.removeAttribute("open");
  const link = hit(LINKS);
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    press(link);
  } else if (hit("#reader .copy")) {
    copy(cited(hit(".paragraph")), hit(".copy"));
  } else if (hit("#source")) {
    opener = hit("#source");
    sheet(true);
    element.querySelector(".back")?.focus();
  } else if (hit(".walk button")) step(hit(".ahead") ? 1 : -1);
  else if (hit(".find-open")) {
    if (reader().classList.contains("finding")) closeFinder();
    else openFinder();
  } else if (hit(".finder .step")) reach(reached + (hit(".ahead") ? 1 : -1));
  else if (hit(".finder .close")) closeFinder();
  else if (hit(".back") || (root.classList.contains("reader-open") && !hit("#right"))) sheet(false);
  else if (hit("#notice .dismiss")) dismiss(hit(".notice"));
});

// Its place stays: what the page itself has to tell goes there.
function dismiss(notice) {
  notice.replaceChildren();
  notice.removeAttribute("class");
  notice.removeAttribute("role");
}

// --- what the server says -----------------------------------------------------------------

let shownReport = null;

watch("value", () => {
  const now = reader();
  if (!now) return;
  document.title = now.dataset.title;
  root.lang = now.dataset.language;
  root.dir = now.dataset.direction;
  following = null;
  complete();
  const report = now.dataset.report;
  const first = shownReport === null;
  if (report === shownReport) show(shownMarks);
  else {
    shownReport = report;
    shownMarks = [];
    pane.scrollTop = 0;
    if (!pending) replace(null);
    if (!pending) address(report, first ? location.hash : "");
    if (first && location.hash) lead(report, location.hash, [], true);
    else if (pending?.report === report) lead(report, pending.hash, pending.hashes, pending.focus);
  }
  root.classList.add("arrived");
  follow();
  tally();
});

// An answer: all its quotes are marked, the first one strongest.
watch("focus", () => {
  replace(null);
  const {marks = [], report} = props.focus ?? {};
  const hashes = marks
    .map((one) => `#${encodeURIComponent(one.anchor)}:${one.start}-${one.end}`);
  arrived = {hash: decodeURIComponent(hashes[0] ?? "")};
  settle();
  if (hashes.length) lead(report || shownReport, hashes[0], hashes, false);
  else { shownMarks = []; show([]); }
});
