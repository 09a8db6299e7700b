// --- copying a quote with its citation ------------------------------------------------------

async function copy(text, button) {
  const {copied, copyFailed} = reader().dataset;
  try {
    await navigator.clipboard.writeText(text);
    say(copied);
    button.classList.add("done");
    for (const left of ["pointerleave", "blur"]) {
      button.addEventListener(left, () => button.classList.remove("done"), {once: true});
    }
  } catch { say(copyFailed); }
}

// What is marked in a paragraph, else all of it, as `quotation` cites it.
function cited(paragraph) {
  const marked = [...paragraph.querySelectorAll("mark")].map((one) => one.textContent).join("");
  const quote = marked || paragraph.querySelector(".text").textContent.trim();
  return filled(reader().dataset.quotation, {quote, paragraph: paragraph.dataset.name});
}
