// What htmx does not do: dropping a file, printing, choosing in a list that sends its form.
"use strict";

document.addEventListener("dragover", (event) => {
  const area = event.target.closest?.(".drop");
  if (area) { event.preventDefault(); area.classList.add("drop-over"); }
});
document.addEventListener("dragleave", (event) => event.target.closest?.(".drop")?.classList.remove("drop-over"));
document.addEventListener("drop", (event) => {
  const area = event.target.closest?.(".drop");
  if (!area) return;
  event.preventDefault();
  area.classList.remove("drop-over");
  const input = area.querySelector("input[type=file]");
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
document.addEventListener("change", (event) => {
  const field = event.target.closest?.("[data-sends]");
  if (field && field.value) field.form.requestSubmit();
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});
document.addEventListener("submit", (event) => {
  // A second click sends nothing twice. The button is disabled after its value has been sent.
  const button = event.submitter;
  if (button && !event.target.hasAttribute("data-stays")) setTimeout(() => { button.disabled = true; }, 0);
});
// On a phone the navigation is one line: the page that is open stands in sight.
if (matchMedia("(max-width: 800px)").matches) {
  document.querySelector("nav.side [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("button:disabled").forEach((button) => { button.disabled = false; });
});
