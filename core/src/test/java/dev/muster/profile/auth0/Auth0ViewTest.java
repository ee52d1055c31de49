package dev.muster.profile.auth0;

import static dev.muster.profile.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Auth0ViewTest {

  private static final String HASH =
      "d24e794fce503c3ddb1cd1ba1dd5d9b250cf9917336a0316fefd87fecf79200f";

  @ParameterizedTest
  @MethodSource
  void secretsAreHiddenWhereverTheyStand(Struct sent, Struct shown) {
    Position position = new Position(0, 1);
    RecordResult result =
        RecordResult.of(
            new Prepared.Invalid(
                position, List.of(Problem.of(ProblemCode.INVALID_TYPE, "message"))));
    assertThat(new Auth0View().members(new SourceRecord(position, sent), result))
        .isEqualTo(object("record", shown));
  }

  static Stream<Arguments> secretsAreHiddenWhereverTheyStand() {
    return Stream.of(
        arguments(
            object("email", "a@b.co", "password_hash", HASH),
            object("email", "a@b.co", "password_hash", "*****")),
        arguments(
            custom(object("algorithm", "sha256", "hash", object("digest", HASH))),
            custom(object("algorithm", "sha256", "hash", object("digest", "*****")))),
        arguments(
            custom(
                object("algorithm", "hmac", "hash", object("digest", "sha1", "encoding", "hex"))),
            custom(
                object("algorithm", "hmac", "hash", object("digest", "sha1", "encoding", "hex")))),
        arguments(custom(object("algorithm", HASH)), custom(object("algorithm", "*****"))),
        arguments(
            object("credentials", object("password", "hunter2"), "acess_token", "t"),
            object("credentials", "*****", "acess_token", "*****")),
        arguments(
            object("identities", List.of(object("access_token", "t"))),
            object("identities", "*****")),
        arguments(
            object("colour", "red", "app_metadata", object("password_plan", "gold")),
            object("colour", "red", "app_metadata", object("password_plan", "gold"))),
        arguments(
            factors(object("phone", object("value", "+15551112233"))),
            factors(object("phone", object("value", "+15551112233")))),
        arguments(
            factors(object("phone", object("secret", "ABC"))),
            factors(object("phone", object("secret", "*****")))),
        arguments(
            factors(object("totp", object("secret", "ABC"))),
            factors(object("totp", object("secret", "*****")))));
  }

  private static Struct custom(Struct hash) {
    return object("custom_password_hash", hash);
  }

  private static Struct factors(Struct factor) {
    return object("mfa_factors", List.of(factor));
  }
}
