package dev.muster.app.hash.recipe;

import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A part of a recipe. Its value is bytes, which depend on the password and on the other {@link
 * Inputs}. Immutable.
 */
public sealed interface Expression
    permits Source,
        Pepper,
        Text,
        Sum,
        DigestOf,
        HmacOf,
        Pbkdf2Of,
        ScryptOf,
        Argon2Of,
        BcryptOf,
        Encoded,
        Decoded,
        Lettered,
        Repeated,
        First,
        Rounds {

  /** Computes the value, at full cost. */
  byte[] value(Inputs inputs);

  /** The expressions that this one is made of. */
  List<Expression> operands();

  /** The text of this expression in the grammar of recipes. */
  String print();

  /** The length of every value in bytes; empty if it depends on the inputs. */
  default OptionalInt length() {
    return OptionalInt.empty();
  }

  /** A length in bytes that no value exceeds. */
  double lengthMax(Sizes sizes);

  /**
   * The cost of one evaluation, operands included, as a fraction of the cost that one hash may
   * have.
   */
  default double work(CostBounds bounds, Sizes sizes) {
    return Work.ofOperands(this, bounds, sizes);
  }

  /** The first parameter of this expression itself that exceeds its limit, in words. */
  default Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  /** Whether the operands can't be computed from the value. */
  default boolean isOneWay() {
    return false;
  }

  /** This expression and all in it. */
  default Stream<Expression> nodes() {
    return Stream.concat(Stream.of(this), operands().stream().flatMap(Expression::nodes));
  }
}
