package dev.muster.app.store;

import java.util.OptionalInt;

/**
 * How many sessions of a database are open.
 *
 * @param most how many can be open at a time; empty without a limit
 */
public record SessionUse(int open, OptionalInt most) {}
