package dev.muster.profile.authgear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.prepare.Prepared;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RecordFingerprint;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which records change nothing and give no warning when they are applied again. */
class IdempotentRecordsTest {

  /** Members and what they may hold, among it what is warned about and what is refused. */
  private static final List<Member> MEMBERS =
      List.of(
          new Member("preferred_username", Value.of("jo"), Value.of("JO"), Value.NULL),
          new Member("phone_number", Value.of("+85298765432"), Value.NULL),
          new Member("email_verified", Value.TRUE, Value.FALSE),
          new Member("phone_number_verified", Value.TRUE, Value.FALSE),
          new Member("name", Value.of("Jo"), Value.of("Ann"), Value.NULL),
          new Member("middle_name", Value.of(""), Value.of("M")),
          new Member("address", Struct.EMPTY, Struct.of("country", Value.of("HK"))),
          new Member(
              "custom_attributes", Struct.of("a", Value.of("1")), Struct.of("a", Value.NULL)),
          new Member("roles", names("role_a", "role_b"), names(), names("role_x")),
          new Member("groups", names("group_b"), names("group_b", "group_a")),
          new Member("disabled", Value.TRUE, Value.FALSE),
          new Member("account_valid_from", Value.of("2020-01-01T00:00:00Z")),
          new Member(
              "account_valid_until",
              Value.of("2019-01-01T00:00:00Z"),
              Value.of("2030-01-01T00:00:00Z")),
          new Member("password", password("$2-good"), password("$2-broken")),
          new Member(
              "mfa",
              Struct.of("email", Value.of("two@example.com")),
              Struct.of("email", Value.NULL),
              Struct.of("totp", Struct.of("secret", Value.of("secret")))));

  private record Member(String name, List<Value> values) {
    Member(String name, Value... values) {
      this(name, List.of(values));
    }
  }

  static Stream<Long> seeds() {
    return new Random().longs(300).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anIdempotentRecordIsSilentTheSecondTime(long seed) {
    Random random = new Random(seed);
    Struct record = record(random);
    Decisions directory = new Decisions();
    if (random.nextBoolean()) {
      directory.put(somebody(random));
    }
    RecordResult first = directory.run(record);
    if (first.outcome() == Outcome.FAILED || !isIdempotent(record)) {
      return;
    }
    RecordResult second = directory.run(record);
    assertThat(second).isEqualTo(RecordResult.unchanged(second.position(), second.userId()));
  }

  @Test
  void mostRecordsAreIdempotent() {
    assertThat(isIdempotent(Struct.of("email", Value.of("a@b.c")))).isTrue();
    assertThat(seeds().filter(seed -> isIdempotent(record(new Random(seed)))))
        .hasSizeGreaterThan(50);
  }

  @Test
  void aRecordThatIsWarnedAboutEachTimeDoesNot() {
    Struct record = Struct.of("email", Value.of("a@b.c"));
    assertThat(isIdempotent(with(record, "disabled", Value.FALSE))).isFalse();
    assertThat(isIdempotent(with(record, "phone_number_verified", Value.TRUE))).isFalse();
  }

  private static boolean isIdempotent(Struct record) {
    return new Decisions().prepare(record) instanceof Prepared.Ready ready
        && ready.candidate().withFingerprint(new RecordFingerprint(1)).fingerprint() != null;
  }

  private static Struct record(Random random) {
    Struct record = Struct.of("email", Value.of("jo@example.com"));
    for (Member member : MEMBERS) {
      if (random.nextInt(4) == 0) {
        Value value = member.values().get(random.nextInt(member.values().size()));
        record = with(record, member.name(), value);
      }
    }
    return record;
  }

  private static Account somebody(Random random) {
    AccountEditor account = new AccountEditor(null);
    account.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "jo@example.com"));
    account.verified(LoginIdKind.EMAIL, random.nextBoolean());
    account.disabled(random.nextBoolean());
    account.attribute("name", Value.of("Jo"));
    if (random.nextBoolean()) {
      account.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, "other"));
      account.validPeriod(Instant.parse("2018-01-01T00:00:00Z"), null);
      account.roles(List.of("role_b"));
    }
    return account.account();
  }

  private static Struct with(Struct record, String name, Value value) {
    Struct.Builder more = new Struct.Builder();
    for (int i = 0; i < record.size(); i++) {
      more.append(record.nameAt(i), record.valueAt(i));
    }
    return more.append(name, value).build();
  }

  private static Struct password(String hash) {
    return with(Struct.of("type", Value.of("bcrypt")), "password_hash", Value.of(hash));
  }

  private static Value names(String... names) {
    return new Value.Array(Stream.of(names).<Value>map(Value::of).toList());
  }
}
