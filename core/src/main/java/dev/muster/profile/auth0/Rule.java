package dev.muster.profile.auth0;

import dev.muster.problem.Problem;
import dev.muster.profile.EmailSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A schema rule for one value of a record. Immutable and thread-safe. */
interface Rule {

  /**
   * Adds all problems of a value.
   *
   * @param path of the value; empty for the record
   */
  void check(Value value, String path, List<Problem> problems);

  /** A text of some length, in characters. */
  record OfText(int min, int max) implements Rule {
    static final OfText ANY = new OfText(0, Integer.MAX_VALUE);

    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        problems.add(Complaint.type(path, "string", value));
        return;
      }
      String characters = text.text();
      int length = characters.codePointCount(0, characters.length());
      if (length < min) {
        problems.add(Complaint.tooShort(path, length, min));
      } else if (length > max) {
        problems.add(Complaint.tooLong(path, length, max));
      }
    }
  }

  /** A text that matches a pattern. */
  record OfPattern(Pattern pattern) implements Rule {
    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        problems.add(Complaint.type(path, "string", value));
      } else if (!pattern.matcher(text.text()).matches()) {
        problems.add(Complaint.pattern(path, pattern));
      }
    }
  }

  /** An e-mail address with a dot in its domain. */
  record OfEmail() implements Rule {
    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        problems.add(Complaint.type(path, "string", value));
      } else if (!isAddress(text.text())) {
        problems.add(Complaint.format(path, "email", text.text()));
      }
    }

    private static boolean isAddress(String text) {
      int at = text.lastIndexOf('@');
      return EmailSyntax.isAddress(text)
          && text.indexOf('.', at) >= 0
          && !text.endsWith("]"); // an IP address
    }
  }

  /** One of several texts. */
  record OfChoice(Set<String> choices) implements Rule {
    static OfChoice of(String... choices) {
      return new OfChoice(Set.of(choices));
    }

    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Value.Text text)) {
        problems.add(Complaint.type(path, "string", value));
      } else if (!choices.contains(text.text())) {
        problems.add(Complaint.choice(path, text.text()));
      }
    }
  }

  /** True or false. */
  record OfFlag() implements Rule {
    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Value.Bool)) {
        problems.add(Complaint.type(path, "boolean", value));
      }
    }
  }

  /** A whole number of at least 1. */
  record OfCount() implements Rule {
    @Override
    public void check(Value value, String path, List<Problem> problems) {
      Long number = value instanceof Value.Num num ? WholeNumber.of(num.literal()) : null;
      if (number == null) {
        problems.add(Complaint.type(path, "integer", value));
      } else if (number < 1) {
        problems.add(Complaint.tooSmall(path, number.toString(), 1));
      }
    }
  }

  /** An object with any members except some. */
  record OfMetadata(Set<String> forbidden) implements Rule {
    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Struct struct)) {
        problems.add(Complaint.type(path, "object", value));
        return;
      }
      for (int i = 0; i < struct.size(); i++) {
        if (forbidden.contains(struct.nameAt(i))) {
          problems.add(Complaint.unknown(path, struct.nameAt(i)));
        }
      }
    }
  }

  /**
   * An object with no members but these.
   *
   * @param required names of required members
   */
  record OfObject(Map<String, Rule> members, List<String> required) implements Rule {

    public OfObject {
      members = Map.copyOf(members);
      required = List.copyOf(required);
    }

    @Override
    public void check(Value value, String path, List<Problem> problems) {
      if (!(value instanceof Struct struct)) {
        problems.add(Complaint.type(path, "object", value));
        return;
      }
      for (int i = 0; i < struct.size(); i++) {
        String name = struct.nameAt(i);
        Rule rule = members.get(name);
        if (rule == null) {
          problems.add(Complaint.unknown(path, name));
        } else {
          rule.check(struct.valueAt(i), Complaint.path(path, name), problems);
        }
      }
      for (String name : required) {
        if (!struct.has(name)) {
          problems.add(Complaint.missing(path, name));
        }
      }
    }
  }
}
