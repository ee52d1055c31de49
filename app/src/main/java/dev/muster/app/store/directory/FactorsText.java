package dev.muster.app.store.directory;

import dev.muster.user.Mfa;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Further second factors in the document of a user's row: {@code [["phone_number","+1"]]}. */
final class FactorsText {

  private FactorsText() {}

  static Value.Array write(List<Mfa.Factor> factors) {
    List<Value> pairs = new ArrayList<>(factors.size());
    for (Mfa.Factor factor : factors) {
      pairs.add(
          new Value.Array(List.of(Value.of(factor.kind().wireName()), Value.of(factor.value()))));
    }
    return new Value.Array(pairs);
  }

  /** The factors of a member that is null if there are none. */
  static List<Mfa.Factor> read(@Nullable Value stored) {
    if (!(stored instanceof Value.Array pairs)) {
      return List.of();
    }
    List<Mfa.Factor> factors = new ArrayList<>(pairs.items().size());
    for (Value each : pairs.items()) {
      List<Value> pair = ((Value.Array) each).items();
      factors.add(
          new Mfa.Factor(
              kind(((Value.Text) pair.get(0)).text()), ((Value.Text) pair.get(1)).text()));
    }
    return factors;
  }

  private static Mfa.Kind kind(String wireName) {
    for (Mfa.Kind kind : Mfa.Kind.values()) {
      if (kind.wireName().equals(wireName)) {
        return kind;
      }
    }
    throw new IllegalStateException("there is no factor " + wireName);
  }
}
