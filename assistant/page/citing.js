// --- citations: opened by their chips, walked by the arrows ----------------------------------

let pending = null;  // a place in a report that is on its way
let arrived = null;  // what the last answer came with, {hash}: its chip may be drawn later

const chat = () => document.querySelector("#chat");
const chipsOf = (answer) => [...(answer?.querySelectorAll(".chip") ?? [])];
const currentChip = () => chat()?.querySelector(".chip[aria-current]");

// The chips of the answer that is looked at: that of the opened citation, else the last one.
function walked() {
  const current = currentChip();
  const said = [...(chat()?.querySelectorAll(":is(.answer, .unanswered):has(.chip)") ?? [])];
  const chips = chipsOf(current?.closest(".answer, .unanswered") ?? said.at(-1));
  return {chips, at: chips.indexOf(current)};
}

function choose(chip) {
  const before = currentChip();
  if (before !== chip) {
    before?.removeAttribute("aria-current");
    chip?.setAttribute("aria-current", "true");
  }
  tally();
}

// "2 / 5" in the bar; not there where there is nothing to walk.
function tally() {
  const walker = element.querySelector(".walk");
  if (!walker) return;
  const {chips, at} = walked();
  walker.hidden = chips.length < 2 || at < 0;
  const shown = `${at + 1} / ${chips.length}`;
  const count = walker.querySelector(".at");
  if (count.textContent !== shown) count.textContent = shown;
}

function open(chip) {
  arrived = null;
  opener = chip;
  choose(chip);
  const {report, hash} = led(chip);
  const hashes = chipsOf(chip.closest(".answer")).map(led)
    .filter((one) => one.report === report).map((one) => one.hash);
  lead(report, hash, hashes, true);
}

// Go to a place, in another report once the server has sent that.
function lead(report, hash, hashes, focus) {
  if (report !== reader().dataset.report) {
    pending = {report, hash, hashes, focus};
    trigger("submit", {report});
    return;
  }
  pending = null;
  const found = place(hash);
  if (!found) {
    const loading = whole;
    loading.then(() => { if (loading === whole && place(hash)) lead(report, hash, hashes, focus); });
    return;
  }
  shownMarks = hashes.map(place).filter((one) => one?.end);
  if (focus) address(report, hash);
  go(found, {focus});
}

function address(report, hash) {
  const now = new URL(location.href);
  if (report) now.searchParams.set("report", report);
  now.hash = hash;
  history.replaceState(null, "", now);
}

function step(by) {
  const {chips, at} = walked();
  if (!chips.length) return false;
  const next = at < 0 ? (by > 0 ? 0 : chips.length - 1) : at + by;
  if (!chips[next]) return false;
  chips[next].scrollIntoView({block: "nearest"});
  open(chips[next]);
  return true;
}

// An answer opens at its first citation; its chip shows that as soon as it is there.
function settle() {
  if (arrived) {
    const last = [...chat().querySelectorAll(":is(.answer, .unanswered, .reply)")].at(-1);
    const hash = (chip) => decodeURIComponent(led(chip).hash);
    choose(chipsOf(last).find((chip) => hash(chip) === arrived.hash) ?? null);
  } else tally();
}
