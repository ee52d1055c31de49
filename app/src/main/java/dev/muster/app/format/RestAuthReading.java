package dev.muster.app.format;

import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import java.util.function.BiFunction;

/**
 * What it takes to read passwords of RestAuth's services.
 *
 * @param hashes reads a hash by its algorithm's name
 */
public record RestAuthReading(
    BiFunction<String, String, HashReading> hashes, PasswordMaker passwords) {}
