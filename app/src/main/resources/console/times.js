"use strict";
/* Shows times in the reader's time zone. Without this script they are in the server's. */
(() => {
  const language = document.documentElement.lang;
  const locale = (navigator.languages || []).find((each) => each.split("-")[0] === language);
  const form = new Intl.DateTimeFormat(locale || language, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const show = (root) => {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      if (!time.title && !Number.isNaN(at.getTime())) {
        time.title = time.textContent;
        time.textContent = form.format(at);
      }
    }
  };
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target));
})();
