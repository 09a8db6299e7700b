// --- moving to a place; on a phone the report is a sheet over the chat ------------------------

let opener = null;

function scrollTo(target) {
  target.closest("details")?.setAttribute("open", "");
  const first = target.querySelector("mark.strong") ?? target;
  const bar = element.querySelector(".bar")?.offsetHeight ?? 0;
  const room = pane.clientHeight - bar;
  // The whole paragraph where it fits, else its quote, a third down.
  const box = target.offsetHeight < room * 0.6 ? target : first;
  const away = () => box.getBoundingClientRect().top - pane.getBoundingClientRect().top
    - bar - Math.max(room - box.offsetHeight, 0) * 0.28;
  const instant = calm.matches || narrow.matches || Math.abs(away()) > 4 * room;
  pane.scrollTo({top: pane.scrollTop + away(), behavior: instant ? "instant" : "smooth"});
  // The height of what was never on the screen is a guess: look again once it has been drawn.
  if (instant) requestAnimationFrame(() => pane.scrollBy({top: away(), behavior: "instant"}));
}

function go(found, {focus = true, keep = true} = {}) {
  const {target, anchor, start, end} = found;
  show(keep ? shownMarks : [], end ? {anchor, start, end} : null);
  if (target.matches(".paragraph")) target.classList.add("current");
  if (narrow.matches && focus) sheet(true);
  if (focus) target.focus({preventScroll: true});
  scrollTo(target);
  follow();
}

function sheet(open) {
  root.classList.toggle("reader-open", open);
  for (const id of ["header", "left"]) document.getElementById(id).inert = open;
  if (!open && opener?.isConnected) opener.focus();
}
listen(narrow, "change", () => sheet(false));
