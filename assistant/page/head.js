// Runs in the head, before Gradio. `pinciteLimits` is set beside it: {suffixes, bytes}.

// What the visitor chose, dark or light, holds against what Gradio sets later.
(() => {
  const key = "pincite-theme";
  const chosen = () => localStorage.getItem(key);
  const apply = () => {
    const dark = document.body.classList.contains("dark");
    const wanted = chosen();
    if (wanted && dark !== (wanted === "dark")) document.body.classList.toggle("dark");
  };
  const watch = () => {
    apply();
    new MutationObserver(apply).observe(document.body, {attributeFilter: ["class"]});
  };
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#theme button")) return;
    localStorage.setItem(key, document.body.classList.contains("dark") ? "light" : "dark");
    apply();
  });
})();

// A file that is too large is refused here, in the visitor's language, before it is sent.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (!input.matches?.('#header input[type="file"]')) return;
  if (![...input.files].some((file) => file.size > window.pinciteLimits.bytes)) return;
  event.stopImmediatePropagation();
  input.value = "";
  const sentence = document.createElement("p");
  sentence.textContent = document.querySelector(".reader").dataset.tooLarge;
  const notice = document.createElement("div");
  notice.className = "notice error";
  notice.setAttribute("role", "alert");
  notice.append(sentence);
  document.querySelector("#notice [data-turn]").replaceChildren(notice);
}, {capture: true});

// The file dialogue offers the kinds of file that can be read.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("#add")) return;
  document.querySelector('#header input[type="file"]').accept = window.pinciteLimits.suffixes;
}, {capture: true});

// Files dropped anywhere on the page are added like those chosen in the dialogue.
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragover", (event) => {
  if (carriesFiles(event)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const input = document.querySelector('#header input[type="file"]');
  if (!carriesFiles(event) || !input) return;
  event.preventDefault();
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", {bubbles: true}));
});
