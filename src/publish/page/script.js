// Search and filters over the events. The page is complete without this.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const words = document.getElementById("words");
  const status = document.getElementById("shown");
  const selects = Array.from(form.querySelectorAll("select"));
  const folded = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  const rows = Array.from(document.querySelectorAll("#events tr[id]"));
  const texts = new Map(rows.map((row) => [row, folded(Array.from(row.cells, (cell) => cell.textContent).join(" "))]));

  const answers = (row, wanted) =>
    wanted.every((word) => texts.get(row).includes(word)) &&
    selects.every((select) => !select.value || row.dataset[select.dataset.key].split(" ").includes(select.value));

  const choose = () => {
    const wanted = folded(words.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !answers(row, wanted);
      if (!row.hidden) shown += 1;
    }
    for (const section of document.querySelectorAll("#events tbody")) {
      section.hidden = !section.querySelector("tr[id]:not([hidden])");
    }
    const all = !wanted.length && selects.every((select) => !select.value);
    const said = shown ? form.dataset.shown : form.dataset.none;
    status.textContent = all ? "" : said.replace("{n}", shown).replace("{all}", rows.length);
  };

  // Whoever follows a link to an event or a section finds it, whatever was chosen before.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("#events") && target.closest("[hidden]")) {
      form.reset();
      target.scrollIntoView();
    }
  };

  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(choose));
  window.addEventListener("hashchange", () => { reveal(); });
  form.hidden = false;
  choose();
})();
