// Files can be dropped anywhere on the form for a new import. Without this script the field takes
// them too.
(() => {
  "use strict";
  const zone = document.querySelector("[data-drop]");
  const field = zone && zone.querySelector("input[type=file]");
  if (!field) {
    return;
  }
  const form = field.form;
  const hasFiles = (event) =>
    event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  form.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      zone.classList.add("is-over");
    }
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) {
      zone.classList.remove("is-over");
    }
  });
  form.addEventListener("drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      zone.classList.remove("is-over");
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
})();
