// --- where we are in the report: the heading path, and the current place in the contents -------

let due = false;
let following = null;

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
  const now = inView(element.querySelector(".paragraph.current"), edge) ?? paragraphs[low];
  if (now === following) return;
  following = now;
  const {path = "", page = "", under = ""} = following?.dataset ?? {};
  where.textContent = path;
  element.querySelector(".page-now").textContent = page;
  const here = element.querySelector(`.contents a[href="#heading-${under}"]`);
  const before = element.querySelector(".contents a[aria-current]");
  if (here === before) return;
  before?.removeAttribute("aria-current");
  here?.setAttribute("aria-current", "location");
}

// The paragraph that was opened, as long as it is on the screen, is where the reader is.
function inView(paragraph, edge) {
  const box = paragraph?.getBoundingClientRect();
  return box && box.bottom > edge && box.top < pane.getBoundingClientRect().bottom ? paragraph : null;
}

listen(pane, "scroll", () => {
  if (!due) { due = true; requestAnimationFrame(follow); }
}, {passive: true});

// The contents open at the current place.
listen(element, "toggle", (event) => {
  if (!event.target.matches(".contents[open]")) return;
  const list = event.target.querySelector("ol");
  const here = list.querySelector("[aria-current]");
  if (here) list.scrollTop = here.offsetTop - list.clientHeight * 0.35;
}, {capture: true});
