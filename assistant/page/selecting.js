// Runs in the head. The list of reports is fetched anew when it is opened, for another program may
// have added one. Gradio then shows all of it, whatever has been typed: what was typed holds.
window.pinciteFilter = (() => {
  let typed = false;
  const box = () => document.querySelector("#selector input");
  document.addEventListener("focusin", ({target}) => { if (target === box()) typed = false; });
  document.addEventListener("input", ({target}) => { if (target === box()) typed = true; });
  // Gradio filters at any key, also at one that does nothing.
  return () => {
    if (!typed || document.activeElement !== box()) return;
    box().dispatchEvent(new KeyboardEvent("keydown", {bubbles: true}));
  };
})();
