// --- the question box: editing, asking again, the keys ---------------------------------------

const box = () => document.querySelector("#ask textarea");

function write(question) {
  box().value = question;
  box().dispatchEvent(new Event("input", {bubbles: true}));
  box().focus();
  box().setSelectionRange(question.length, question.length);
}

// The turn, from 0, that the next question takes the place of; `layout.py` sends it along.
function replace(turn) {
  window.pinciteReplacing = turn === null ? "" : String(turn);
  [...chat().querySelectorAll(".message-row")].forEach((row, place) => {
    row.classList.toggle("replaced", turn !== null && place >= 2 * turn);
  });
  const before = document.querySelector("#notice .revising");
  if (turn === null) before?.remove();
  else if (!before) tellOfRevising();
}

function tellOfRevising() {
  const notice = document.createElement("div");
  const sentence = document.createElement("p");
  const button = document.createElement("button");
  const {revising, keep} = reader().dataset;
  notice.className = "notice plain revising";
  notice.setAttribute("role", "status");
  sentence.textContent = revising;
  Object.assign(button, {type: "button", className: "keep", textContent: keep});
  button.addEventListener("click", () => { replace(null); write(""); });
  notice.append(sentence, button);
  document.querySelector("#notice [data-turn]")?.replaceChildren(notice);
}

function revise(link) {
  const [, deed, turn] = /^#(edit|again)=(\d+)$/.exec(link.getAttribute("href")) ?? [];
  const asked = chat().querySelectorAll(".asked")[+turn];
  if (!asked) return;
  write(asked.innerText);
  replace(+turn);
  // Gradio takes over what was written before it looks at the button.
  if (deed === "again") {
    requestAnimationFrame(() => document.querySelector("#ask .submit-button")?.click());
  }
}

// A new question goes to the top, so that a long answer is read from its beginning. Gradio names
// a message by its source and an example by a number; what they show says it better.
let questions = 0;
let leading = false;
window.pinciteChat?.disconnect();
window.pinciteChat = new MutationObserver(() => {
  if (!chat()) return;
  chat().querySelectorAll("[data-testid][aria-label], .example[aria-label]")
    .forEach((named) => named.removeAttribute("aria-label"));
  const log = chat().querySelector('[role="log"]');
  log.setAttribute("aria-label", document.querySelector("#chatbar h2")?.textContent ?? "");
  const asked = [...chat().querySelectorAll(".user-row")];
  if (asked.length !== questions) leading = asked.length > 0;
  questions = asked.length;
  // The answer's words come in after its bubble: follow until the reader takes over.
  if (leading) {
    const top = asked.at(-1).getBoundingClientRect().top - log.getBoundingClientRect().top;
    log.scrollTop += top - 16;
  }
  settle();
});
for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  listen(document, moved, () => { leading = false; }, {passive: true});
}
window.pinciteChat.observe(document.querySelector("#main"), {childList: true, subtree: true});

// --- the keys -------------------------------------------------------------------------------

const TYPING = "input, textarea, select, [contenteditable], [role='listbox'], dialog";
const ARROWS = {ArrowLeft: -1, ArrowRight: 1};
const CHIP_ARROWS = {ArrowUp: -1, ArrowDown: 1};

// Back to where one came from: out of what is open, from the report to the chip, then to the box.
function back(from) {
  const menu = element.querySelector(".contents[open]");
  if (menu) { menu.removeAttribute("open"); menu.querySelector("summary").focus(); }
  else if (from.closest?.(".finder")) closeFinder();
  else if (root.classList.contains("reader-open")) sheet(false);
  else if (from === box()) { if (window.pinciteReplacing) { replace(null); write(""); } }
  else if (from.closest?.("#reader") && opener?.isConnected) opener.focus();
  else if (from.closest?.("#main") || from === document.body) box()?.focus();
}

listen(document, "keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const {key, target} = event;
  if (target.closest?.("dialog, [role='listbox'], #header")) return;
  if (key === "Escape") back(target);
  else if (target.closest?.(TYPING)) return;
  else if (key === "/") {
    event.preventDefault();
    if (root.classList.contains("reader-open")) sheet(false);
    box()?.focus();
  } else {
    const ahead = ARROWS[key] * (root.dir === "rtl" ? -1 : 1);
    const by = ahead || (target.closest?.(".chip") && CHIP_ARROWS[key]);
    if (by && step(by)) event.preventDefault();
  }
});
