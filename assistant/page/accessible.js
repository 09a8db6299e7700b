// Runs in the head. Mends what Gradio's markup tells those who don't see the page, and keeps the
// focus from falling out of it.
(() => {
  const touched = matchMedia("(pointer: coarse)"); // there a focus brings up a keyboard
  let focused = null;
  let letGo = false; // by pressing on nothing: a visitor's own will
  document.addEventListener("focusin", ({target}) => { focused = target; letGo = false; });
  document.addEventListener("pointerdown", () => { letGo = true; }, {capture: true});
  document.addEventListener("focusout", ({relatedTarget}) => { if (!relatedTarget) later(); });

  // Whoever used what is gone, or was put out of it, goes on there; else where a question is
  // asked, or with the report where that covers the page. A list would open again by the focus.
  function keepFocus() {
    if (!focused || document.activeElement !== document.body || !document.hasFocus()) return;
    const there = focused.isConnected && focused.checkVisibility({visibilityProperty: true}) && !focused.disabled;
    if (touched.matches || (there && letGo)) return;
    const list = focused.matches('[role="listbox"], [role="combobox"]');
    const covered = document.querySelector("#left")?.inert;
    const next = there && !list && !focused.closest("[inert]")
      ? focused
      : document.querySelector(covered ? "#reader .back" : "#ask textarea");
    next?.focus({preventScroll: true});
  }

  function mend() {
    // A list of buttons without items is no list.
    document.querySelectorAll('#chat .examples[role="list"], #chat .options[role="list"]')
      .forEach((list) => list.setAttribute("role", "group"));
    keepFocus();
  }

  let due = false;
  function later() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; mend(); });
  }
  new MutationObserver(later).observe(document.documentElement, {
    childList: true, subtree: true, attributeFilter: ["disabled", "hidden", "class"],
  });
})();
