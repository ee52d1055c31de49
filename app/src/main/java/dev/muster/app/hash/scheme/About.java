package dev.muster.app.hash.scheme;

/**
 * What people ask about a password scheme; docs/hashes.md is made of it.
 *
 * @param title the name people know it by, such as {@code PBKDF2-SHA-256, as Django writes it}
 * @param example one of its hashes
 * @param password what the example was made of; empty where it can't be verified
 * @param origin the systems that have such hashes
 * @param export how to get them from there: a command, a query, or a file
 * @param advice what to think of it
 */
public record About(
    String title, String example, String password, String origin, String export, Advice advice) {}
