// --- the rest of a long report, a piece at a time ---------------------------------------------

let whole = Promise.resolve();  // until then what is sought may not be there yet
let loads = 0;

async function load() {
  const mine = ++loads;
  const {report, language} = reader().dataset;
  const pieces = await server.rest({report, language});
  for (const piece of pieces) {
    await breathe();
    const into = element.querySelector(".document[data-more]");
    if (mine !== loads || !into) return;
    // The server has made all text in it inert, as it has in the reader's value.
    const made = document.createElement("template");
    made.innerHTML = piece;
    into.append(made.content);
  }
}

function complete() {
  loads += 1;
  whole = element.querySelector(".document[data-more]") ? load() : Promise.resolve();
}
