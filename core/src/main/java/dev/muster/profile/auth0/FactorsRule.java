package dev.muster.profile.auth0;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rule for {@code mfa_factors}: 1 to 10 objects, each with one factor at most. */
record FactorsRule() implements Rule {

  private static final int FACTORS_MAX = 10;
  private static final Pattern BASE32 = Pattern.compile("^[A-Z2-7]+$");
  private static final Pattern PHONE = Pattern.compile("^\\+[0-9]{1,15}$");

  private static final Rule FACTOR =
      new OfObject(
          Map.of(
              "totp", new OfObject(Map.of("secret", new OfPattern(BASE32)), List.of("secret")),
              "phone", new OfObject(Map.of("value", new OfPattern(PHONE)), List.of("value")),
              "email", new OfObject(Map.of("value", new OfEmail()), List.of("value"))),
          List.of());

  @Override
  public void check(Value value, String path, List<Problem> problems) {
    if (!(value instanceof Value.Array array)) {
      problems.add(Complaint.type(path, "array", value));
      return;
    }
    int size = array.items().size();
    if (size == 0) {
      String text = "Array is too short (0), minimum 1";
      problems.add(Complaint.of(ProblemCode.ARRAY_LENGTH_SHORT, path, text));
    } else if (size > FACTORS_MAX) {
      String text = "Array is too long (" + size + "), maximum " + FACTORS_MAX;
      problems.add(Complaint.of(ProblemCode.ARRAY_LENGTH_LONG, path, text));
    }
    for (int i = 0; i < size; i++) {
      String place = path + "[" + i + "]";
      Value factor = array.items().get(i);
      FACTOR.check(factor, place, problems);
      if (factor instanceof Struct struct && struct.size() > 1) {
        String text = "Too many properties defined (" + struct.size() + "), maximum 1";
        problems.add(Complaint.of(ProblemCode.NOT_PASSED, place, text));
      }
    }
  }
}
