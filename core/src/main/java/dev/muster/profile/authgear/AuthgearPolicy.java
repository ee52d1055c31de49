package dev.muster.profile.authgear;

import dev.muster.decide.Conflict;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.profile.SchemaProblem;
import dev.muster.user.LoginIdKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;

/**
 * Authgear's rules for decisions: {@code upsert} determines whether an existing user is updated or
 * skipped. Immutable.
 */
public final class AuthgearPolicy implements Policy {

  private final boolean upsert;

  public AuthgearPolicy(boolean upsert) {
    this.upsert = upsert;
  }

  @Override
  public OnMatch onMatch() {
    return upsert ? OnMatch.UPDATE : OnMatch.SKIP;
  }

  @Override
  public String skipWarning() {
    return Remark.USER_KEPT.with();
  }

  /**
   * Authgear stops at the first login id that is taken, so there is one problem: its {@code kind}
   * is Authgear's {@code info.cause.kind}, its details are the rest of {@code info}.
   */
  @Override
  public List<Problem> taken(List<Conflict> conflicts) {
    Conflict first = conflicts.get(0);
    if (first.key().isAttribute()) {
      return List.of(
          Problem.at(
              ProblemCode.UNIQUE_CONSTRAINT_FAILED,
              first.label() + " must be unique, and another user has this value",
              SchemaProblem.pointer("/custom_attributes", first.label())));
    }
    return List.of(
        Problem.at(ProblemCode.INVARIANT_VIOLATED, "identity already exists", path(first))
            .with("DuplicatedIdentity", details(loginIdType(first))));
  }

  @Override
  public Problem disputed(int userCount) {
    return Problem.of(
        ProblemCode.KEY_MATCHES_TOO_MANY_USERS,
        "the identifier fits " + userCount + " users, so none of them is touched");
  }

  private static String path(Conflict conflict) {
    for (AuthgearIdentifier loginId : AuthgearIdentifier.values()) {
      if (loginId.kind().wireName().equals(conflict.label())) {
        return "/" + loginId.wireName();
      }
    }
    throw new IllegalStateException("no login id is called " + conflict.label());
  }

  /** Authgear calls a phone number's kind {@code phone}. */
  private static String loginIdType(Conflict conflict) {
    return conflict.label().equals(LoginIdKind.PHONE_NUMBER.wireName())
        ? "phone"
        : conflict.label();
  }

  private static Struct details(String loginIdType) {
    return new Struct.Builder()
        .append("IdentityTypeIncoming", Value.of("login_id"))
        .append("IdentityTypeExisting", Value.of("login_id"))
        .append("LoginIDTypeIncoming", Value.of(loginIdType))
        .append("LoginIDTypeExisting", Value.of(loginIdType))
        .build();
  }
}
