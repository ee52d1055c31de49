package dev.muster.app.hash.recipe;

import java.util.List;
import java.util.Locale;

/** A value that a recipe is applied to. */
public enum Source implements Expression {
  /** The user's password in UTF-8. */
  PASSWORD,
  /** The salt, the text as it stands. */
  SALT,
  /** The user's login name, the text as it stands. */
  LOGIN,
  /** Inside {@code rounds}: the value of the round before. */
  PREVIOUS;

  @Override
  public byte[] value(Inputs inputs) {
    return switch (this) {
      case PASSWORD -> inputs.password();
      case SALT -> inputs.salt();
      case LOGIN -> inputs.login();
      case PREVIOUS -> inputs.previous();
    };
  }

  @Override
  public List<Expression> operands() {
    return List.of();
  }

  @Override
  public String print() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public double lengthMax(Sizes sizes) {
    return switch (this) {
      case PASSWORD -> sizes.password();
      case SALT -> sizes.salt();
      case LOGIN -> sizes.login();
      case PREVIOUS -> sizes.previous();
    };
  }
}
