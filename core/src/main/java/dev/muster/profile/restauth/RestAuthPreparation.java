package dev.muster.profile.restauth;

import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.profile.SchemaProblem;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.user.Canonical;
import dev.muster.user.GroupId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Converts the entries of {@code users} to candidates: records with one member, {@code {"NAME":
 * {"password": …, "properties": {…}}}}. Thread-safe.
 *
 * <p>Names are converted to their canonical form first. Their length and characters are not
 * restricted.
 */
public final class RestAuthPreparation implements Preparation {

  /** The number of characters of a generated password. */
  private static final int GENERATED = 16;

  private final RestAuthOptions options;
  private final BiFunction<String, String, HashReading> hashes;
  private final PasswordMaker passwords;

  /**
   * A preparation.
   *
   * @param hashes reads a hash by its algorithm's name
   */
  public RestAuthPreparation(
      RestAuthOptions options,
      BiFunction<String, String, HashReading> hashes,
      PasswordMaker passwords) {
    this.options = options;
    this.hashes = hashes;
    this.passwords = passwords;
  }

  @Override
  public Prepared prepare(SourceRecord source) {
    String name = source.fields().nameAt(0);
    if (name.isEmpty()) {
      return invalid(
          source, List.of(Problem.of(ProblemCode.VALUE_ERROR, "a user's name is empty")));
    }
    if (!(source.fields().valueAt(0) instanceof Struct entry)) {
      String type = PythonType.of(source.fields().valueAt(0));
      String message =
          ShownText.quoted(name)
              + " is of type "
              + type
              + "; a user is an object such as {\"password\": …}";
      return invalid(source, List.of(typeError(message, "")));
    }
    PasswordData password =
        PasswordData.of(entry.get("password"), hashes, type -> "password is of type " + type + ".");
    return new Prepared.Ready(user(source.position(), name, password, entry));
  }

  /** The candidate that makes an existing user a member of a group. */
  public static Prepared member(Position position, String name, GroupId group) {
    LoginId username = LoginId.of(LoginIdKind.USERNAME, Canonical.folded(name));
    return new Prepared.Ready(candidate(position, username, List.of(new MemberWish(name, group))));
  }

  private Candidate user(Position position, String name, PasswordData password, Struct entry) {
    LoginId username = LoginId.of(LoginIdKind.USERNAME, Canonical.folded(name));
    PasswordData data =
        options.genPasswords() && password instanceof PasswordData.Absent
            ? new PasswordData.Generated(passwords.generate(GENERATED))
            : password;
    PasswordWish passwordWish = new PasswordWish(data, options.overwritePasswords(), passwords);
    List<Wish> wishes =
        new ArrayList<>(List.of(passwordWish, new UsernameWish(username), properties(entry)));
    IgnoredMembersWish.of(entry).ifPresent(wishes::add);
    InvisibleCharacters.warn(wishes, "user name", name);
    return candidate(position, username, wishes);
  }

  private static Candidate candidate(Position position, LoginId username, List<Wish> wishes) {
    Key key = username.key();
    return new Candidate(position, key, null, wishes, List.of(key), List.of(), null);
  }

  private PropertiesWish properties(Struct entry) {
    List<Problem> problems = new ArrayList<>(0);
    Struct.Builder texts = new Struct.Builder();
    Value given = entry.get("properties");
    if (given instanceof Struct properties) {
      for (int i = 0; i < properties.size(); i++) {
        property(properties.nameAt(i), properties.valueAt(i), texts, problems);
      }
    } else if (given != null) {
      String message =
          "properties is of type "
              + PythonType.of(given)
              + "; it must be an object such as {\"email\": \"ann@example.com\"}";
      problems.add(typeError(message, "/properties"));
    }
    return new PropertiesWish(texts.build(), problems, options.overwriteProperties());
  }

  private static void property(
      String name, Value value, Struct.Builder texts, List<Problem> problems) {
    String path = SchemaProblem.pointer("/properties", name);
    if (DateProperty.isOne(name)) {
      DateProperty.text(value)
          .ifPresentOrElse(
              text -> texts.put(name, Value.of(text)),
              () ->
                  problems.add(
                      Problem.at(
                          ProblemCode.VALUE_ERROR,
                          "\"" + name + "\" must be UNIX time or YYYY-MM-DD HH:MM:SS",
                          path)));
    } else if (value instanceof Value.Text) {
      texts.put(name, value);
    } else if (value instanceof Value.Num number) {
      texts.put(name, Value.of(number.literal()));
    } else if (value instanceof Value.Bool flag) {
      texts.put(name, Value.of(flag.flag() ? "true" : "false"));
    } else {
      problems.add(
          typeError(
              "property "
                  + ShownText.quoted(name)
                  + " is of type "
                  + PythonType.of(value)
                  + "; a property is a text or a number",
              path));
    }
  }

  private static Problem typeError(String message, String path) {
    return Problem.at(ProblemCode.TYPE_ERROR, message, path);
  }

  private static Prepared invalid(SourceRecord source, List<Problem> problems) {
    return new Prepared.Invalid(source.position(), problems);
  }
}
