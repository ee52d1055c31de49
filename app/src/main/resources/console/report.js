"use strict";
/* Keeps the page of a running report current, by server-sent events. */
(() => {
  const main = document.getElementById("main");
  const live = document.getElementById("live");
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
  if (!main || !live) {
    return;
  }
  const byId = (id) => document.getElementById(id);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const rates = [];
  const MOST = 150;

  const show = (id, text) => {
    const element = byId(id);
    if (element) {
      element.textContent = text;
    }
  };

  const timeLeft = (seconds) => {
    const two = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    return (hours > 0 ? hours + ":" + two(minutes) : String(minutes)) + ":" + two(seconds % 60);
  };

  const plot = (rate) => {
    rates.push(rate);
    if (rates.length > MOST) {
      rates.shift();
    }
    const most = Math.max(1, ...rates);
    const step = 300 / Math.max(1, rates.length - 1);
    byId("plot").firstElementChild.setAttribute(
      "points",
      rates.map((each, i) => (i * step).toFixed(1) + "," + (58 - (56 * each) / most).toFixed(1)).join(" "));
    byId("plot-figure").hidden = rates.length < 2;
  };

  const state = (name) => (name === "interrupted" ? "pending" : name);

  const counts = (news) => {
    main.dataset.total = news.total;
    for (const outcome of ["inserted", "updated", "skipped", "failed"]) {
      main.dataset[outcome] = news.summary[outcome];
      show("count-" + outcome, number.format(news.summary[outcome]));
    }
    const bar = byId("bar");
    if (bar) {
      bar.max = Math.max(1, news.total);
      bar.value = news.done;
    }
    show("done", number.format(news.done));
    show("total", number.format(news.total));
  };

  const progress = (news) => {
    counts(news);
    const now = state(news.status);
    main.dataset.state = now;
    show("state", byId("state").dataset[now]);
    byId("pause").hidden = now === "paused";
    byId("resume").hidden = now !== "paused";
    const known = news.records_per_second !== null;
    show("rate", known ? number.format(news.records_per_second) : "–");
    show("left", news.seconds_left !== null ? timeLeft(news.seconds_left) : "–");
    if (known && now === "running") {
      plot(news.records_per_second);
    }
  };

  const source = new EventSource(live.dataset.events);
  source.addEventListener("progress", (event) => progress(JSON.parse(event.data)));
  source.addEventListener("finished", (event) => {
    source.close();
    const news = JSON.parse(event.data);
    counts(news);
    const end = () => {
      main.dataset.state = news.status;
    };
    htmx
      .ajax("GET", location.href, { source: main, target: "#report", select: "#report", swap: "outerHTML" })
      .then(end, () => location.reload());
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      byId("lost").hidden = false;
    }
  });
  addEventListener("pagehide", () => source.close());
})();
