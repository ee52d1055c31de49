package dev.muster.app.hash.recipe;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A secret that all hashes of a system share. The recipe has its name; the settings have the
 * secret.
 *
 * @param name lower-case letters, digits, {@code -} and {@code _}, a letter first
 */
public record Pepper(String name) implements Expression {

  /** The form of names. Most secrets are not like this, so one in the name's place is refused. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,30}");

  @Override
  public byte[] value(Inputs inputs) {
    return inputs.pepper(name);
  }

  @Override
  public List<Expression> operands() {
    return List.of();
  }

  @Override
  public String print() {
    return "pepper(\"" + name + "\")";
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return Sizes.PEPPER;
  }
}
