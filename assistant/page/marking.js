// --- marks: what an answer quotes -----------------------------------------------------------

let shownMarks = [];

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
