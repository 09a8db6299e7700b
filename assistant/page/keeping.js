// Gradio runs this once, with `element` (what stands beside the chat's title), `props`, `trigger`
// and `watch`. What people and reports say only ever passes through `textContent` and `value` here.
const find = (selector) => element.querySelector(selector);
const shelf = () => find(".shelf");
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
const act = (what) => trigger("submit", what);
const tell = (sentence) => { find(".shelf > .unseen").textContent = sentence; };

window.pinciteKeeping?.abort();
window.pinciteKeeping = new AbortController();
const listen = (where, what, then, more = {}) =>
  where.addEventListener(what, then, {signal: window.pinciteKeeping.signal, ...more});

function trouble(dialog, sentence) {
  const line = dialog.querySelector(".trouble");
  line.textContent = sentence ?? "";
  line.hidden = !sentence;
}

// --- past conversations -------------------------------------------------------------------

let sought = "";

function openPast() {
  const dialog = find(".past");
  find(".export").removeAttribute("open");
  trouble(dialog, "");
  sought = dialog.querySelector(".seek").value = "";
  dialog.querySelector("ol").replaceChildren();  // what was found last is not what there is now
  dialog.querySelector(".none").hidden = true;
  dialog.showModal();
  act({action: "list", sought});
}

function entry(kept) {
  const {open, delete: remove, deleteNamed, questions, language} = shelf().dataset;
  const made = document.createElement("li");
  const opener = document.createElement("button");
  const name = document.createElement("b");
  // Its own direction, whatever that of the list.
  const isolated = document.createElement("bdi");
  const more = document.createElement("span");
  const remover = document.createElement("button");
  isolated.textContent = kept.name;
  name.append(isolated);
  const at = new Intl.DateTimeFormat(language, {dateStyle: "medium", timeStyle: "short"});
  more.textContent = [
    at.format(new Date(kept.at)), fill(questions, {count: kept.questions}), kept.report,
  ].filter(Boolean).join(" · ");
  Object.assign(opener, {type: "button", className: "open", ariaLabel: fill(open, kept)});
  opener.append(name, more);
  Object.assign(remover, {type: "button", className: "delete", textContent: remove});
  remover.ariaLabel = fill(deleteNamed, kept);
  made.dataset.id = kept.id;
  made.append(opener, remover);
  return made;
}

function list(past) {
  const dialog = find(".past");
  const {empty, off, notFound} = shelf().dataset;
  const entries = past.entries ?? [];
  const place = [...dialog.querySelectorAll("li")].findIndex((one) => one.matches(":focus-within"));
  dialog.querySelector("ol").replaceChildren(...entries.map(entry));
  const none = dialog.querySelector(".none");
  none.hidden = entries.length > 0;
  none.textContent = past.off ? off : past.sought ? fill(notFound, {text: past.sought}) : empty;
  dialog.querySelector(".seek").hidden = past.off || !(entries.length || past.sought);
  dialog.querySelector(".where-kept").hidden = Boolean(past.off);
  // Whoever has just deleted one stands at the next.
  if (place >= 0) {
    const rows = dialog.querySelectorAll("li .delete");
    (rows[Math.min(place, rows.length - 1)] ?? dialog.querySelector(".close")).focus();
  }
}

function remove(button) {
  if (!button.matches(".really")) {
    button.classList.add("really");
    button.textContent = shelf().dataset.deleteReally;
    button.removeAttribute("aria-label");
    button.addEventListener("blur", () => {
      button.classList.remove("really");
      button.textContent = shelf().dataset.delete;
    }, {once: true});
    return;
  }
  act({action: "delete", id: button.closest("li").dataset.id, sought});
}

watch("past", () => {
  const past = props.past;
  const dialog = find(".past");
  if (!past || !dialog) return;
  trouble(dialog, past.trouble);
  if (past.done) {
    dialog.close();
    document.querySelector("#ask textarea")?.focus();
  } else if (!past.trouble && (past.sought ?? "") === sought.trim()) list(past);
});

// --- exports ------------------------------------------------------------------------------

watch("download", () => {
  const file = props.download;
  if (!file) return;
  const bytes = Uint8Array.from(atob(file.content), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], {type: file.type}));
  const link = document.createElement("a");
  Object.assign(link, {href: address, download: file.name});
  link.click();
  URL.revokeObjectURL(address);
});

// --- judgements ---------------------------------------------------------------------------

const given = new Map();
let judging = null;

// A link tells its answer: "#judge=right:ANSWER".
function parts(link) {
  const [, verdict, answer] = /^#judge=(\w+):(\w+:\d+:\w+)$/.exec(link.getAttribute("href")) ?? [];
  return {verdict, answer};
}

function press() {
  document.querySelectorAll("#chat .judge").forEach((link) => {
    const {verdict, answer} = parts(link);
    const pressed = String(given.get(answer) === verdict);
    if (link.getAttribute("aria-pressed") !== pressed) link.setAttribute("aria-pressed", pressed);
  });
}

function judge(link) {
  judging = parts(link);
  if (judging.verdict !== "wrong_paragraph") {
    act({action: "judge", meant: "", ...judging});
    return;
  }
  const dialog = find(".which");
  trouble(dialog, "");
  dialog.querySelector("input").value = "";
  dialog.showModal();
}

watch("judged", () => {
  const judged = props.judged;
  const dialog = find(".which");
  if (!judged || !dialog) return;
  Object.entries(judged.given ?? {}).forEach(([answer, verdict]) => given.set(answer, verdict));
  press();
  if (judged.trouble) {
    if (!dialog.open) dialog.showModal();
    trouble(dialog, judged.trouble);
  } else dialog.close();
});

window.pinciteJudging?.disconnect();
window.pinciteJudging = new MutationObserver(press);
window.pinciteJudging.observe(document.querySelector("#left"), {childList: true, subtree: true});

// --- links --------------------------------------------------------------------------------

async function copyLink(address, button) {
  const {linkCopied, copyFailed} = shelf().dataset;
  try {
    await navigator.clipboard.writeText(address);
    tell(linkCopied);
    button.classList.add("done");
    for (const left of ["pointerleave", "blur"]) {
      button.addEventListener(left, () => button.classList.remove("done"), {once: true});
    }
  } catch { tell(copyFailed); }
}

function addressOf(paragraph) {
  const {report} = paragraph.closest(".reader").dataset;
  const query = new URLSearchParams({report});
  return `${location.origin}/?${query}#${encodeURIComponent(paragraph.id)}`;
}

// --- what people do -----------------------------------------------------------------------

listen(document, "click", (event) => {
  const hit = (selector) => event.target.closest?.(selector);
  const menu = find(".export[open]");
  if (menu && !menu.contains(event.target)) menu.removeAttribute("open");
  const dialog = hit(".shelf dialog");
  if (hit(".open-past")) openPast();
  else if (hit(".export-as")) {
    const format = hit(".export-as").dataset.format;
    menu?.removeAttribute("open");
    menu?.querySelector("summary").focus();
    act({action: "export", format, address: location.origin});
  } else if (dialog && (hit(".close") || event.target === dialog)) dialog.close();
  else if (hit(".past .open")) act({action: "open", id: hit("li").dataset.id});
  else if (hit(".past .delete")) remove(hit(".delete"));
  else if (hit("#chat .judge")) {
    event.preventDefault();
    judge(hit(".judge"));
  } else if (hit("#chat .copy-link")) {
    event.preventDefault();
    copyLink(hit(".copy-link").href, hit(".copy-link"));
  } else if (hit("#reader .copy-link")) {
    copyLink(addressOf(hit(".paragraph")), hit(".copy-link"));
  }
});

listen(element, "input", (event) => {
  if (!event.target.matches(".seek")) return;
  sought = event.target.value;
  act({action: "list", sought});
});

listen(element, "submit", (event) => {
  event.preventDefault();
  act({action: "judge", meant: event.target.elements.meant.value, ...judging});
});

listen(document, "keydown", (event) => {
  const menu = find(".export[open]");
  if (event.key === "Escape" && menu) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  } else if (event.key === " " && event.target.matches?.("#chat .judge")) {
    event.preventDefault();
    judge(event.target);
  }
});
