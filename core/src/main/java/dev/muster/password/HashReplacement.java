package dev.muster.password;

import java.util.Optional;

/**
 * A better hash of the password of a stored one.
 *
 * @param replaced recognises the stored hash later; empty if that would be unsafe
 */
public record HashReplacement(
    EncodedHash stored, EncodedHash better, Optional<ReplacedHash> replaced) {}
