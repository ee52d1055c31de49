package dev.muster.app.remote.auth0;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a client waits.
 *
 * @param answer for one answer, its body included
 * @param turn while the server refuses a request for now (status 429); empty for ever
 */
public record Patience(Duration answer, Optional<Duration> turn) {}
