// Runs in the head. Notices that the server is away or was started anew, says so, and brings the
// conversation back: the server keeps it in memory alone, but the same questions get the same
// answers. What was typed stays, also where Gradio loads the page again by itself.
window.pinciteConnection = (() => {
  const EVERY = 3000;
  const WHEN_LOST = 1000;
  const SETTLED = 15000;
  const TRIES = 3;
  const key = "pincite-resume"; // in the tab's own memory, which ends with it
  let served = null; // which start of the server this page belongs to
  let lost = false;
  let timer = 0;
  let before = null; // the conversation as it was when the server went
  let found = -Infinity; // when the server was found again
  let tries = 0; // to bring the conversation back since

  const words = () => document.querySelector(".reader")?.dataset ?? {};
  const box = () => document.querySelector("#ask textarea");
  const asked = () => [...document.querySelectorAll("#chat .asked")].map((one) => one.innerText);
  // Its answers are named by the conversation they are in: "#judge=right:ID:PLACE:QUESTION".
  const held = () => /:(\w+):\d+:\w+$/.exec(
    document.querySelector("#chat .judge")?.getAttribute("href") ?? "")?.[1] ?? "";

  const unanswered = () => document.querySelector("#notice .connection") !== null;

  function say(sentence) {
    const place = document.querySelector("#notice [data-turn]");
    if (!place || !sentence) return;
    const line = document.createElement("p");
    line.textContent = sentence;
    const notice = document.createElement("div");
    notice.className = "notice error connection";
    notice.setAttribute("role", "alert");
    notice.append(line);
    place.replaceChildren(notice);
  }

  async function reached() {
    const limit = AbortSignal.timeout(10 * EVERY);
    const answer = await fetch("gradio_api/app_id", {cache: "no-store", signal: limit});
    if (answer.status === 401) location.reload(); // the password is wanted again
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).app_id;
  }

  // Asked through Gradio, whose own connection may need longer, or never come back.
  function bringBack() {
    tries += 1;
    if (tries > TRIES) location.reload();
    else document.querySelector("#resume")?.click();
  }

  async function look() {
    clearTimeout(timer);
    try {
      const now = await reached();
      const again = lost || (served !== null && now !== served);
      served = now;
      lost = false;
      if (again) [found, tries] = [performance.now(), 0];
      if (again || (found > 0 && unanswered())) bringBack();
    } catch {
      if (!lost) {
        before = {questions: asked(), id: held()};
        say(words().connectionLost);
      }
      lost = true;
    }
    timer = setTimeout(look, lost ? WHEN_LOST : EVERY);
  }

  // A page that nobody looks at asks nothing, and catches up when somebody does.
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) look();
  });
  // Gradio, once it could not ask, asks nothing more and loads the page again: before the server
  // has answered, or a moment after.
  window.addEventListener("pagehide", () => {
    if (!lost && performance.now() - found > SETTLED) return;
    const now = {questions: asked(), id: held()};
    const kept = before && now.questions.length < before.questions.length ? before : now;
    sessionStorage.setItem(key, JSON.stringify({...kept, draft: box()?.value ?? ""}));
  });

  function arrived() {
    look();
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    sessionStorage.removeItem(key);
    if (!kept) return;
    if (box() && !box().value) {
      box().value = kept.draft;
      box().dispatchEvent(new Event("input", {bubbles: true}));
    }
    pending = kept;
    document.querySelector("#resume")?.click();
  }
  let pending = null;
  const root = document.documentElement;
  const watcher = new MutationObserver(() => {
    if (!root.classList.contains("arrived")) return;
    watcher.disconnect();
    arrived();
  });
  watcher.observe(root, {attributeFilter: ["class"]});

  // What the server needs to bring the conversation back; Gradio hands it over.
  return (report) => {
    const {questions, id} = pending ?? {questions: asked(), id: held()};
    pending = null;
    return JSON.stringify({report, questions, id});
  };
})();
