package dev.muster.profile.restauth;

import dev.muster.password.HashReading;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.NameLength;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An entry of {@code services}: {@code {"NAME": {"password": …, "hosts": […]}}}.
 *
 * @param hosts the addresses from which the service may connect, as written
 * @param problems why it can't be imported, apart from its password; usually empty
 * @param warnings about its name, and about members that are ignored; usually empty
 */
public record ServiceEntry(
    String name,
    PasswordData password,
    List<String> hosts,
    List<Problem> problems,
    List<String> warnings) {

  /**
   * Reads an entry.
   *
   * @param fields one member, whose name is the service's
   * @param hashes reads a hash by its algorithm's name
   */
  public static ServiceEntry of(Struct fields, BiFunction<String, String, HashReading> hashes) {
    String name = fields.nameAt(0);
    List<Problem> problems = new ArrayList<>(0);
    if (name.isEmpty()) {
      problems.add(Problem.of(ProblemCode.VALUE_ERROR, "a service's name is empty"));
    }
    requireLength("service", name, problems);
    Struct entry = Struct.EMPTY;
    if (fields.valueAt(0) instanceof Struct struct) {
      entry = struct;
    } else {
      problems.add(
          Problem.of(
              ProblemCode.TYPE_ERROR,
              "service is of type "
                  + PythonType.of(fields.valueAt(0))
                  + "; it must be an object such as {\"hosts\": [\"127.0.0.1\"]}"));
    }
    PasswordData password =
        PasswordData.of(
            entry.get("password"), hashes, type -> "'password' is neither string nor dictionary.");
    List<String> warnings = new ArrayList<>(MemberNames.SERVICE.warnings(entry));
    InvisibleCharacters.warning("service name", name).ifPresent(warnings::add);
    return new ServiceEntry(name, password, hosts(entry, problems), problems, warnings);
  }

  private static List<String> hosts(Struct entry, List<Problem> problems) {
    Value given = entry.get("hosts");
    if (given == null || given instanceof Value.Null) {
      return List.of();
    }
    if (!(given instanceof Value.Array array)) {
      problems.add(wrong("hosts", given, "it must be a list such as [\"127.0.0.1\", \"::1\"]"));
      return List.of();
    }
    List<String> hosts = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      if (item instanceof Value.Text text) {
        hosts.add(text.text());
        requireLength("host", text.text(), problems);
      } else {
        problems.add(wrong("host", item, "it must be a text such as \"127.0.0.1\""));
      }
    }
    return hosts;
  }

  private static void requireLength(String what, String name, List<Problem> problems) {
    String obstacle = NameLength.obstacle(what, name);
    if (obstacle != null) {
      problems.add(Problem.of(ProblemCode.VALUE_ERROR, obstacle));
    }
  }

  private static Problem wrong(String what, Value value, String remedy) {
    return Problem.at(
        ProblemCode.TYPE_ERROR,
        what + " is of type " + PythonType.of(value) + "; " + remedy,
        "/hosts");
  }
}
