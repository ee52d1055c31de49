package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static dev.muster.profile.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Struct;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSchemaTest {

  private static final String HASH = "$2a$05$x";

  @ParameterizedTest
  @MethodSource
  void goodMembers(String name, List<Object> goodValues) {
    for (Object good : goodValues) {
      assertThat(check(withMember(name, good))).as("%s: %s", name, good).isEmpty();
    }
  }

  static Stream<Arguments> goodMembers() {
    return Stream.of(
        good("email", "user@example.com"),
        good("phone_number", "+85298765432", null),
        good("preferred_username", "alice", "anything else is not the schema's business", null),
        good("name", "x", null),
        good("given_name", "x", null),
        good("family_name", "x", null),
        good("middle_name", "x", "", null),
        good("nickname", "x", null),
        good("gender", "non-binary", null),
        good("profile", "ftp://example.com/x", null),
        good("website", "http://example.com?a=b#c", null),
        good("picture", "http://example.com/a/", "https://example.com", null),
        good("birthdate", "2021", "--01-31", "0000-12-25", "2020-02-29", null),
        good("zoneinfo", "Asia/Hong_Kong", "Etc/UTC", "America/Argentina/Buenos_Aires", null),
        good("locale", "en", "und", "zh-TW", "zh-Hant-HK", "es-419", "sr-Latn", "yue", null),
        good("address", object(), object("country", "HK", "more", 1), null),
        good("custom_attributes", object(), object("a", null, "b", List.of(1))),
        good("roles", List.of(), List.of("a", "a")),
        good("groups", List.of(), List.of("a")),
        good("disabled", true, false),
        good("email_verified", true, false),
        good("phone_number_verified", true, false),
        good("account_valid_from", "2030-01-01T00:00:00Z"),
        good("account_valid_until", "2030-01-01T00:00:00.123+08:00"),
        good(
            "password",
            object("type", "bcrypt", "password_hash", "anything"),
            object(
                "type", "bcrypt", "password_hash", HASH, "expire_after", "2030-01-01T00:00:00Z")),
        good(
            "mfa",
            object(),
            object("email", null, "phone_number", null),
            object(
                "email",
                "a@b",
                "phone_number",
                "+85298765432",
                "password",
                object("type", "bcrypt", "password_hash", HASH),
                "totp",
                object("secret", "secret"))),
        good("@reject-reason", "anything", null, 5, object()));
  }

  @ParameterizedTest
  @MethodSource
  void badMembers(String name, Object bad, String path, String keyword, String message) {
    assertThat(check(withMember(name, bad)))
        .extracting(Problem::code, Problem::path, Problem::kind, Problem::message)
        .containsExactly(tuple(ProblemCode.VALIDATION_FAILED, path, keyword, message));
  }

  static Stream<Arguments> badMembers() {
    String url = "must be an absolute URL with a scheme and a host, as in https://example.com";
    String notText = "must be a string or null, not a number";
    String zone = "must be an IANA time zone such as Asia/Hong_Kong";
    String time = "must be an RFC 3339 date-time with an offset, as in 2030-01-01T00:00:00Z";
    return Stream.of(
        bad("email", "", "format", "must be a bare e-mail address"),
        bad("email", "John Doe <a@b.c>", "format", "must be a bare e-mail address"),
        bad("email", 5, "type", "must be a string, not a number"),
        bad("email", null, "type", "must be a string, not null"),
        bad("phone_number", "+852 9876 5432", "format", "not in E.164 format"),
        bad("phone_number", 85298765432L, "type", notText),
        bad("preferred_username", "", "minLength", "must not be empty"),
        bad("preferred_username", 7, "type", notText),
        bad("name", "", "minLength", "must not be empty"),
        bad("given_name", true, "type", "must be a string or null, not a boolean"),
        bad("family_name", List.of("x"), "type", "must be a string or null, not an array"),
        bad("nickname", object("x", 1), "type", "must be a string or null, not an object"),
        bad("gender", 7.5, "type", notText),
        bad("middle_name", 7, "type", notText),
        bad("profile", "example.com", "format", url),
        bad("profile", "", "format", url),
        bad("website", "mailto:a@b.c", "format", url),
        bad(
            "website",
            "http://example.com/../..",
            "format",
            "must have a normalised path, without empty segments, . and .."),
        bad("picture", "ftp://example.com/a.png", "format", "invalid scheme: ftp"),
        bad("picture", "foobar:", "format", "invalid scheme: foobar"),
        bad("picture", "/a.png", "format", url),
        bad("picture", 1, "type", notText),
        bad(
            "birthdate",
            "2021-02-29",
            "format",
            "must be a date, YYYY-MM-DD, 0000-MM-DD, --MM-DD or YYYY"),
        bad("zoneinfo", "UTC", "format", zone),
        bad("zoneinfo", "", "format", zone),
        bad("zoneinfo", "Mars/Phobos", "format", zone),
        bad("zoneinfo", "+08:00", "format", zone),
        bad("zoneinfo", "asia/hong_kong", "format", zone),
        bad("zoneinfo", 8, "type", notText),
        bad("locale", "zh_TW", "format", "must be a canonical BCP 47 language tag: zh-TW"),
        bad("locale", "ZH-tw", "format", "must be a canonical BCP 47 language tag: zh-TW"),
        bad("locale", "iw", "format", "must be a canonical BCP 47 language tag: he"),
        bad("locale", "foobar", "format", "must be a BCP 47 language tag such as zh-TW"),
        bad("locale", "qq", "format", "must be a BCP 47 language tag such as zh-TW"),
        bad("locale", "a", "format", "must be a BCP 47 language tag such as zh-TW"),
        bad("locale", "", "format", "must be a BCP 47 language tag such as zh-TW"),
        bad("locale", "en-", "format", "must be a canonical BCP 47 language tag: en"),
        bad("address", "HK", "type", "must be an object or null, not a string"),
        badWithin("address", object("country", ""), "/country", "minLength", "must not be empty"),
        badWithin(
            "address", object("locality", null), "/locality", "type", "must be a string, not null"),
        bad("custom_attributes", null, "type", "must be an object, not null"),
        bad("custom_attributes", List.of(), "type", "must be an object, not an array"),
        bad("roles", null, "type", "must be an array, not null"),
        bad("roles", "a", "type", "must be an array, not a string"),
        badWithin("roles", List.of("a", ""), "/1", "minLength", "must not be empty"),
        badWithin("groups", List.of(5), "/0", "type", "must be a string, not a number"),
        badWithin("groups", Arrays.asList("a", null), "/1", "type", "must be a string, not null"),
        bad("disabled", null, "type", "must be a boolean, not null"),
        bad("disabled", 1, "type", "must be a boolean, not a number"),
        bad("email_verified", "true", "type", "must be a boolean, not a string"),
        bad("phone_number_verified", null, "type", "must be a boolean, not null"),
        bad("account_valid_from", null, "type", "must be a string, not null"),
        bad("account_valid_from", 1, "type", "must be a string, not a number"),
        bad("account_valid_from", "2006-01-02T03:04:05", "format", time),
        bad("account_valid_until", "2006-01-02", "format", time),
        bad("password", null, "type", "must be an object, not null"),
        bad("password", "secret", "type", "must be an object, not a string"),
        bad("password", object(), "required", "type and password_hash are required"),
        bad("password", object("type", "bcrypt"), "required", "password_hash is required"),
        badWithin(
            "password",
            object("type", "Other", "password_hash", HASH),
            "/type",
            "enum",
            "must be bcrypt, or the name of another scheme, which docs/hashes.md lists; did you"
                + " mean other?"),
        badWithin(
            "password",
            object("type", "argon2", "password_hash", HASH),
            "/type",
            "enum",
            "must be bcrypt, or the name of another scheme, which docs/hashes.md lists"),
        badWithin(
            "password",
            object("type", 5, "password_hash", HASH),
            "/type",
            "type",
            "must be a string, not a number"),
        badWithin(
            "password",
            object("type", "bcrypt", "password_hash", ""),
            "/password_hash",
            "minLength",
            "must not be empty"),
        badWithin(
            "password",
            object("type", "bcrypt", "password_hash", null),
            "/password_hash",
            "type",
            "must be a string, not null"),
        badWithin(
            "password",
            object("type", "bcrypt", "password_hash", HASH, "expire_after", "soon"),
            "/expire_after",
            "format",
            time),
        badWithin(
            "password",
            object("type", "bcrypt", "password_hash", HASH, "sa/l~t", "x"),
            "/sa~1l~0t",
            "",
            "unknown property"),
        bad("mfa", null, "type", "must be an object, not null"),
        badWithin("mfa", object("sms", 1), "/sms", "", "unknown property"),
        badWithin("mfa", object("email", "x"), "/email", "format", "must be a bare e-mail address"),
        badWithin(
            "mfa", object("phone_number", "1"), "/phone_number", "format", "not in E.164 format"),
        badWithin(
            "mfa", object("password", null), "/password", "type", "must be an object, not null"),
        badWithin("mfa", object("totp", object()), "/totp", "required", "secret is required"),
        badWithin(
            "mfa",
            object("totp", object("secret", "")),
            "/totp/secret",
            "minLength",
            "must not be empty"),
        badWithin(
            "mfa",
            object("totp", object("secret", "x", "digits", 6)),
            "/totp/digits",
            "",
            "unknown property"),
        bad("users", List.of(), "", "unknown property"),
        bad("@Reject-Reason", "x", "", "unknown property"),
        bad("", "x", "", "unknown property"));
  }

  @ParameterizedTest
  @EnumSource
  void theIdentifierMustBeThereAndNotNull(AuthgearIdentifier identifier) {
    RecordSchema schema = new RecordSchema(identifier, FakeBcrypt.TYPES);
    String name = identifier.wireName();

    assertThat(schema.check(Struct.EMPTY))
        .extracting(Problem::path, Problem::kind, Problem::message)
        .containsExactly(tuple("", "required", name + " is required"));
    assertThat(schema.check(object(name, null)))
        .extracting(Problem::path, Problem::kind)
        .containsExactly(tuple("/" + name, "type"));
  }

  @Test
  void problemsAreSortedByPath() {
    Struct record =
        object(
            "zoneinfo",
            "UTC",
            "locale",
            "zh_TW",
            "birthdate",
            "bad",
            "roles",
            List.of("", ""),
            "x",
            1);

    assertThat(check(record))
        .extracting(Problem::path)
        .containsExactly("", "/birthdate", "/locale", "/roles/0", "/roles/1", "/x", "/zoneinfo");
  }

  @Test
  void theDetailsAreThoseOfAuthgearsCauses() {
    Struct record =
        object("email", "x", "name", "", "nickname", 5, "profile", object(), "password", object());

    assertThat(check(record))
        .extracting(Problem::details)
        .containsExactly(
            object("format", "email", "error", "must be a bare e-mail address"),
            object("actual", 0, "expected", 1),
            object("actual", List.of("integer", "number"), "expected", List.of("null", "string")),
            object(
                "actual",
                null,
                "expected",
                List.of("password_hash", "type"),
                "missing",
                List.of("password_hash", "type")),
            object("actual", List.of("object"), "expected", List.of("null", "string")));
    assertThat(check(object("name", "x", "@reject-reason", "y")))
        .extracting(Problem::details)
        .containsExactly(
            object(
                "actual",
                List.of("@reject-reason", "name"),
                "expected",
                List.of("email"),
                "missing",
                List.of("email")));
  }

  @Test
  void noMessageShowsAValue() {
    Struct record =
        object(
            "email", "s3cret", "profile", "s3cret", "password", "s3cret", "mfa", List.of("s3cret"));

    assertThat(check(record)).hasSize(4);
    assertThat(check(record))
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("s3cret"));
  }

  private static List<Problem> check(Struct record) {
    return new RecordSchema(AuthgearIdentifier.EMAIL, FakeBcrypt.TYPES).check(record);
  }

  private static Struct withMember(String name, Object member) {
    return object("email", "a@example.com").edit().put(name, value(member)).build();
  }

  private static Arguments good(String name, Object... values) {
    return arguments(name, Arrays.asList(values));
  }

  private static Arguments bad(String name, Object value, String keyword, String message) {
    return badWithin(name, value, "", keyword, message);
  }

  private static Arguments badWithin(
      String name, Object value, String place, String keyword, String message) {
    return arguments(name, value, "/" + name + place, keyword, message);
  }
}
