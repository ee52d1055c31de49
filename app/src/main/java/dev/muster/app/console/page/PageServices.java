package dev.muster.app.console.page;

/** What all pages share. Thread-safe. */
public record PageServices(
    Sessions sessions, Cookies cookies, Templates templates, Assets assets) {}
