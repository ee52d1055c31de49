package dev.muster.app.http;

import java.time.Duration;

/**
 * An answered request.
 *
 * @param client the client's address
 * @param path without the query, which may contain personal data, and without tokens of links
 */
public record Access(String client, String method, String path, int status, Duration time) {}
