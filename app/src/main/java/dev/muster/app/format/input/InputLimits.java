package dev.muster.app.format.input;

/**
 * Limits for inputs; each can be set in muster.yml under {@code limits}.
 *
 * @param recordBytes greatest size of one record in bytes, from 1 KiB
 * @param fieldCharacters greatest length of one text or cell
 * @param depth greatest nesting of a JSON record, its own braces included
 * @param expandedBytes greatest size of a compressed input once expanded
 */
public record InputLimits(int recordBytes, int fieldCharacters, int depth, long expandedBytes) {

  public static final InputLimits DEFAULTS = new InputLimits(1 << 20, 1 << 18, 32, 1L << 40);
}
