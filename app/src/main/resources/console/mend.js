"use strict";
/* Finds and replaces in a column of the grid, and undoes edits. */
(() => {
  const grid = document.getElementById("grid");
  if (!grid) {
    return;
  }
  const byId = (id) => document.getElementById(id);
  const undo = byId("grid-undo");
  const steps = [];
  const fields = () => [...grid.querySelectorAll("[data-place][name]")];
  const known = new Map(fields().map((field) => [field, field.value]));

  const changed = (step) => {
    steps.push(step);
    undo.disabled = false;
  };

  /* Edits that were not sent are not lost by a slip. */
  let sent = false;
  const isEdited = () => fields().some((field) => field.value !== field.defaultValue);
  grid.addEventListener("submit", () => {
    sent = true;
  });
  addEventListener("pageshow", () => {
    sent = false; // also after going back, when the page is as it was left
  });
  addEventListener("beforeunload", (event) => {
    if (!sent && isEdited()) {
      event.preventDefault();
    }
  });

  const check = () => grid.dispatchEvent(new Event("change", { bubbles: true }));

  undo.hidden = false;
  undo.addEventListener("click", () => {
    const step = steps.pop();
    if (step) {
      for (const [field, value] of step) {
        field.value = value;
        known.set(field, value);
      }
      undo.disabled = steps.length === 0;
      check();
    }
  });

  grid.addEventListener("change", (event) => {
    const field = event.target;
    if (known.has(field) && known.get(field) !== field.value) {
      changed([[field, known.get(field)]]);
      known.set(field, field.value);
    }
  });

  byId("grid-replace").addEventListener("click", (event) => {
    event.preventDefault();
    const find = byId("grid-find").value;
    const place = byId("grid-column").selectedOptions[0].dataset.place;
    if (find === "") {
      byId("grid-find").focus();
      return;
    }
    const step = [];
    for (const field of fields()) {
      if (field.dataset.place === place && field.value.includes(find)) {
        step.push([field, field.value]);
        field.value = field.value.split(find).join(byId("grid-with").value);
        known.set(field, field.value);
      }
    }
    if (step.length > 0) {
      changed(step);
      check();
    }
  });
})();
