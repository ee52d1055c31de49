package dev.muster.profile.auth0;

import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.user.LoginId;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows a record as it was sent, with {@code *****} in place of hashes, salts, keys and secrets, as
 * Auth0 does. If another value takes the place of an object with a secret, it may be the secret,
 * and is not shown either. An empty record is left out.
 */
public final class Auth0View implements RecordView {

  private static final Value HIDDEN = Value.of("*****");

  /**
   * Members of a custom hash whose texts are not secret, if they are words of the schema's kind.
   */
  private static final Set<String> OPEN = Set.of("algorithm", "encoding", "digest", "position");

  /** Shorter than any digest or key, which a wrong name may have. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{0,12}");

  /** Names of unknown members that are likely secret. */
  private static final Pattern LIKELY_SECRET =
      Pattern.compile("(?i)passw|pwd|passphrase|secret|hash|totp|token|credential");

  /** A view; all are alike. */
  public Auth0View() {}

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    Struct shown = redacted(source.fields());
    return shown.isEmpty() ? Struct.EMPTY : Struct.of("record", shown);
  }

  @Override
  public Optional<String> login(SourceRecord source) {
    RowIds ids = RowIds.of(source.fields());
    LoginId username = ids.username();
    return Optional.of(username == null ? ids.email().value() : username.value());
  }

  private static Struct redacted(Struct record) {
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < record.size(); i++) {
      String name = record.nameAt(i);
      Value value = record.valueAt(i);
      switch (name) {
        case RowSchema.REJECT_REASON -> {}
        case "custom_password_hash" -> shown.append(name, customHash(value));
        case "mfa_factors" -> shown.append(name, factors(value));
        default -> shown.append(name, isOpen(name, value) ? value : HIDDEN);
      }
    }
    return shown.build();
  }

  /** Of members that the schema does not have, only plain values are shown. */
  private static boolean isOpen(String name, Value value) {
    if (RowSchema.NAMES.contains(name)) {
      return !name.equals("password_hash");
    }
    boolean plain = !(value instanceof Struct) && !(value instanceof Value.Array);
    return plain && !LIKELY_SECRET.matcher(name).find();
  }

  /** A custom hash or a part of it: numbers and names are shown, other texts are not. */
  private static Value customHash(Value value) {
    if (!(value instanceof Struct struct)) {
      return value instanceof Value.Text || value instanceof Value.Array ? HIDDEN : value;
    }
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < struct.size(); i++) {
      boolean open =
          OPEN.contains(struct.nameAt(i))
              && struct.valueAt(i) instanceof Value.Text text
              && WORD.matcher(text.text()).matches();
      shown.append(struct.nameAt(i), open ? struct.valueAt(i) : customHash(struct.valueAt(i)));
    }
    return shown.build();
  }

  private static Value factors(Value value) {
    if (!(value instanceof Value.Array array)) {
      return value instanceof Value.Null ? value : HIDDEN;
    }
    List<Value> shown = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      shown.add(item instanceof Struct factor ? factor(factor) : HIDDEN);
    }
    return new Value.Array(shown);
  }

  private static Value factor(Struct factor) {
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < factor.size(); i++) {
      String name = factor.nameAt(i);
      boolean open = name.equals("phone") || name.equals("email");
      Value value = factor.valueAt(i);
      shown.append(name, open && isAddress(value) ? value : customHash(value));
    }
    return shown.build();
  }

  /** Whether a value has the form of an e-mail address's or phone number's, and nothing else. */
  private static boolean isAddress(Value value) {
    return value instanceof Struct struct && struct.size() == 1 && struct.has("value");
  }
}
