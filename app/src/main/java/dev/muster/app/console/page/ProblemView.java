package dev.muster.app.console.page;

/**
 * What a page about a problem shows.
 *
 * @param status the number of the HTTP status
 */
public record ProblemView(int status, String title, String text) {}
