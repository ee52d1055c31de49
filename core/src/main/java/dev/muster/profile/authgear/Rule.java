package dev.muster.profile.authgear;

import dev.muster.problem.Problem;
import dev.muster.profile.SchemaProblem;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema rule for one value of a record. Immutable and thread-safe. A rule knows its JSON
 * pointer, which is therefore built only once.
 */
interface Rule {

  /** Adds all problems of a value. */
  void check(Value value, List<Problem> problems);

  /** Any value. */
  record Anything() implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {}
  }

  /**
   * A text.
   *
   * @param nullable whether null is allowed instead
   * @param emptiable whether it may be empty; irrelevant if there is a format
   * @param format null for any text
   */
  record OfText(String path, boolean nullable, boolean emptiable, @Nullable TextFormat format)
      implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        checkType(path, "string", nullable, value, problems);
      } else if (format != null) {
        String complaint = format.complaint(text.text());
        if (complaint != null) {
          problems.add(SchemaProblem.badFormat(path, format.wireName(), complaint));
        }
      } else if (!emptiable && text.text().isEmpty()) {
        problems.add(SchemaProblem.empty(path));
      }
    }
  }

  /** The type of a password, not null. The details of the problem name Authgear's own only. */
  record OfPasswordType(String path, PasswordTypes types) implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        checkType(path, "string", false, value, problems);
      } else if (!types.has(text.text())) {
        problems.add(
            SchemaProblem.notAmong(path, value, List.of(PasswordTypes.BCRYPT))
                .saying(types.complaint(text.text())));
      }
    }
  }

  /** True or false, not null. */
  record OfFlag(String path) implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Value.Bool)) {
        checkType(path, "boolean", false, value, problems);
      }
    }
  }

  /** A list of non-empty texts, not null. */
  record OfKeys(String path) implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Value.Array array)) {
        checkType(path, "array", false, value, problems);
        return;
      }
      for (int i = 0; i < array.items().size(); i++) {
        if (array.items().get(i) instanceof Value.Text text && !text.text().isEmpty()) {
          continue;
        }
        new OfText(path + "/" + i, false, false, null).check(array.items().get(i), problems);
      }
    }
  }

  /**
   * An object.
   *
   * @param closed whether members without a rule are a problem
   * @param required names of required members
   */
  record OfObject(
      String path,
      boolean nullable,
      boolean closed,
      Map<String, Rule> members,
      List<String> required)
      implements Rule {

    public OfObject {
      members = Map.copyOf(members);
      required = List.copyOf(required);
    }

    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Struct struct)) {
        checkType(path, "object", nullable, value, problems);
        return;
      }
      for (int i = 0; i < struct.size(); i++) {
        Rule rule = members.get(struct.nameAt(i));
        if (rule != null) {
          rule.check(struct.valueAt(i), problems);
        } else if (closed) {
          problems.add(SchemaProblem.unknown(SchemaProblem.pointer(path, struct.nameAt(i))));
        }
      }
      List<String> missing = new ArrayList<>(0);
      for (String name : required) {
        if (!struct.has(name)) {
          missing.add(name);
        }
      }
      if (!missing.isEmpty()) {
        problems.add(SchemaProblem.missing(path, struct, required, missing));
      }
    }
  }

  /** Adds a problem of a value of a wrong type, unless it is null and null is allowed. */
  private static void checkType(
      String path, String type, boolean nullable, Value value, List<Problem> problems) {
    if (!nullable || !(value instanceof Value.Null)) {
      List<String> expected = nullable ? List.of(type, "null") : List.of(type);
      problems.add(SchemaProblem.wrongType(path, expected, value));
    }
  }
}
