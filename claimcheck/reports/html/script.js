"use strict";
// For the keyboard and the filter only: without it everything is there to be read.
(() => {
  const by = (id) => document.getElementById(id);
  const bar = by("_bar"), text = by("_text"), verdict = by("_verdict"), count = by("_count"), theme = by("_theme"), help = by("_help");
  const findings = [...document.querySelectorAll(".finding")];
  const rows = new Map([...document.querySelectorAll("tr[data-for]")].map((row) => [row.dataset.for, row]));
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map();
  const wordsOf = (finding) => {
    if (!words.has(finding)) words.set(finding, plain(finding.textContent));
    return words.get(finding);
  };

  const filter = () => {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    const fits = (f) =>
      (!verdict.value || (verdict.value === "!" ? "look" in f.dataset : f.dataset.verdict === verdict.value)) &&
      wanted.every((word) => wordsOf(f).includes(word));
    let shown = 0;
    for (const f of findings) {
      f.hidden = !fits(f);
      shown += !f.hidden;
      const row = rows.get(f.id);
      if (row) row.hidden = f.hidden;
    }
    const all = shown === findings.length;
    count.textContent = all ? "" : `${shown} of ${findings.length}`;
    by("_none").hidden = shown > 0 || all;
  };

  const step = (way) => {
    const shown = findings.filter((f) => !f.hidden);
    const here = shown.indexOf(document.activeElement?.closest(".finding"));
    const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 2;
    const next = shown.findIndex((f) => f.getBoundingClientRect().top > edge);
    const last = shown.findLastIndex((f) => f.getBoundingClientRect().top < edge - 4);
    const target = here >= 0 ? here + way : way > 0 ? next : last;
    const f = shown[Math.max(0, Math.min(shown.length - 1, target))];
    if (f) {
      f.focus({ preventScroll: true });
      f.scrollIntoView();
    }
  };

  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const told = () => theme.setAttribute("aria-pressed", String(dark()));
  const turn = () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    told();
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => text.focus(),
    v: () => verdict.focus(),
    t: turn,
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      text.value = verdict.value = "";
      filter();
      field?.blur();
    } else if (!field && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  // A link to a claim that the filter hides leads to it all the same.
  addEventListener("hashchange", () => {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      text.value = verdict.value = "";
      filter();
      target.scrollIntoView();
    }
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  text.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  theme.addEventListener("click", turn);
  by("_keys").addEventListener("click", keys["?"]);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", told);
  bar.hidden = false;
  told();
})();
