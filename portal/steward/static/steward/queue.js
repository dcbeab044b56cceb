// The queue with the keyboard: j and k go through it, Enter opens, a accepts, r returns. Keys do nothing while one writes.
"use strict";

(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  let at = -1;
  const go = (place) => {
    if (!rows.length) return;
    if (rows[at]) rows[at].removeAttribute("data-here");
    at = Math.max(0, Math.min(rows.length - 1, place));
    rows[at].setAttribute("data-here", "");
    rows[at].querySelector("[data-open], a, button")?.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const follow = (name) => rows[at]?.querySelector(`[data-${name}]`)?.click();
  const keys = { j: () => go(at + 1), k: () => go(at < 0 ? 0 : at - 1), a: () => follow("accept"), r: () => follow("return") };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "Enter" && at >= 0 && event.target === document.body) { follow("open"); return; }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  rows.forEach((row, place) => row.addEventListener("focusin", () => {
    if (place === at) return;
    rows[at]?.removeAttribute("data-here");
    at = place;
    row.setAttribute("data-here", "");
  }));
})();
