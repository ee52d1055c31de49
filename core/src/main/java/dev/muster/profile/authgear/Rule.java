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
 * What one place of a record may hold. Immutable and thread-safe; a rule knows its place, so that
 * JSON pointers are made once and not for every record.
 */
interface Rule {

  /** Adds all that is wrong with a value to the problems. */
  void check(Value value, List<Problem> problems);

  /** Anything at all. */
  record Anything() implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {}
  }

  /**
   * A text.
   *
   * @param nullable whether null may stand in its place
   * @param emptiable whether it may be empty; not asked where there is a format
   * @param format null when any text will do
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

  /** One of several texts, not null. */
  record OfChoice(String path, List<String> choices) implements Rule {
    @Override
    public void check(Value value, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        checkType(path, "string", false, value, problems);
      } else if (!choices.contains(text.text())) {
        problems.add(SchemaProblem.notAmong(path, value, choices));
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

  /** A list of texts that aren't empty, not null. */
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
   * @param required names of members that must be there
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

  /** Adds the problem of a value that isn't of the type it should be, unless null is fine too. */
  private static void checkType(
      String path, String type, boolean nullable, Value value, List<Problem> problems) {
    if (!nullable || !(value instanceof Value.Null)) {
      List<String> expected = nullable ? List.of(type, "null") : List.of(type);
      problems.add(SchemaProblem.wrongType(path, expected, value));
    }
  }
}
