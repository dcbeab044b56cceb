// The queue with the keyboard: what each key does stands in steward/keys.html. Keys do nothing while one writes.
"use strict";

(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const help = document.querySelector("[data-keys]");
  let at = -1;
  const go = (place) => {
    if (!rows.length) return;
    if (rows[at]) rows[at].removeAttribute("data-here");
    at = Math.max(0, Math.min(rows.length - 1, place));
    rows[at].setAttribute("data-here", "");
    rows[at].querySelector("[data-open], a, button")?.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const follow = (name) => {
    // What is chosen goes together; else the row one stands on.
    const chosen = document.querySelector("[data-choose]:checked")?.form;
    const together = chosen?.querySelector(`button[name=action][value=${name}]`);
    if (together) together.click();
    else rows[at]?.querySelector(`[data-${name}]`)?.click();
  };
  const explain = () => (help.open ? help.close() : help.showModal());
  const keys = {
    j: () => go(at + 1),
    k: () => go(at < 0 ? 0 : at - 1),
    x: () => rows[at]?.querySelector("[data-choose]")?.click(),
    a: () => follow("accept"),
    r: () => follow("return"),
    m: () => follow("assign"),
    s: () => follow("snooze"),
    t: () => rows[at]?.querySelector("[data-talk]")?.click(),
    u: () => document.querySelector("[data-undo]")?.click(),
    "?": explain,
  };
  document.querySelector("[data-keys-open]")?.addEventListener("click", explain);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("select, textarea, input:not([type=checkbox])")) return;
    if (help?.open && event.key !== "?") return;
    if (event.key === "Enter" && at >= 0 && event.target === document.body) { rows[at].querySelector("[data-open]")?.click(); return; }
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
