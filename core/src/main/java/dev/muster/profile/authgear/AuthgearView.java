package dev.muster.profile.authgear;

import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows a record as it was sent, with {@code REDACTED} in place of its secrets: {@code
 * password.password_hash}, {@code mfa.password.password_hash} and {@code mfa.totp.secret}. If
 * another value takes the place of an object with a secret, it may be the secret, and is redacted
 * completely. An empty record is left out.
 */
public final class AuthgearView implements RecordView {

  private static final Value REDACTED = Value.of("REDACTED");

  /** Members of an object with a hash that are not secret. */
  private static final Set<String> HASH_MEMBERS = Set.of("type", "expire_after");

  /** Names of unknown members that are likely secret. */
  private static final Pattern LIKELY_SECRET =
      Pattern.compile("(?i)passw|passphrase|secret|hash|totp");

  /** A view; all are alike. */
  public AuthgearView() {}

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    Struct shown = redacted(source.fields());
    return shown.isEmpty() ? Struct.EMPTY : Struct.of("record", shown);
  }

  @Override
  public Optional<String> login(SourceRecord source) {
    return Stream.of(
            AuthgearIdentifier.PREFERRED_USERNAME,
            AuthgearIdentifier.EMAIL,
            AuthgearIdentifier.PHONE_NUMBER)
        .flatMap(
            field ->
                Stream.ofNullable(source.fields().text(field.wireName()))
                    .map(text -> field.loginId(text).value()))
        .findFirst();
  }

  private static Struct redacted(Struct record) {
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < record.size(); i++) {
      String name = record.nameAt(i);
      Value value = record.valueAt(i);
      switch (name) {
        case RecordSchema.REJECT_REASON -> {}
        case "password" -> shown.append(name, redacted(value, HASH_MEMBERS, "password_hash"));
        case "mfa" -> shown.append(name, factors(value));
        default -> shown.append(name, LIKELY_SECRET.matcher(name).find() ? REDACTED : value);
      }
    }
    return shown.build();
  }

  private static Value factors(Value mfa) {
    if (!(mfa instanceof Struct struct)) {
      return mfa instanceof Value.Null ? mfa : REDACTED;
    }
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < struct.size(); i++) {
      String name = struct.nameAt(i);
      Value value = struct.valueAt(i);
      shown.append(
          name,
          switch (name) {
            case "email", "phone_number" -> value;
            case "password" -> redacted(value, HASH_MEMBERS, "password_hash");
            case "totp" -> redacted(value, Set.of(), "secret");
            default -> REDACTED;
          });
    }
    return shown.build();
  }

  /**
   * Redacts an object that contains a secret: all texts except those of the members in {@code
   * open}, because a secret may have a wrong name. A missing secret is shown as redacted, too, as
   * Authgear does.
   */
  private static Value redacted(Value holder, Set<String> open, String secret) {
    if (!(holder instanceof Struct struct)) {
      return holder instanceof Value.Null ? holder : REDACTED;
    }
    Struct.Builder shown = struct.edit();
    for (int i = 0; i < struct.size(); i++) {
      if (!open.contains(struct.nameAt(i)) && mayHoldText(struct.valueAt(i))) {
        shown.put(struct.nameAt(i), REDACTED);
      }
    }
    return shown.put(secret, REDACTED).build();
  }

  private static boolean mayHoldText(Value value) {
    return value instanceof Value.Text || value instanceof Struct || value instanceof Value.Array;
  }
}
