package dev.muster.profile.authgear;

import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * Shows a record as it was sent, with {@code REDACTED} in place of its secrets: {@code
 * password.password_hash}, {@code mfa.password.password_hash} and {@code mfa.totp.secret}. Where an
 * object with a secret should be and something else is, that something may be the secret, and is
 * redacted whole. An empty record is left out.
 */
public final class AuthgearView implements RecordView {

  private static final Value REDACTED = Value.of("REDACTED");

  /** A view; all are alike. */
  public AuthgearView() {}

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    Struct shown = redacted(source.fields());
    return shown.isEmpty() ? Struct.EMPTY : Struct.of("record", shown);
  }

  private static Struct redacted(Struct record) {
    boolean plain =
        !record.has("password") && !record.has("mfa") && !record.has(RecordSchema.REJECT_REASON);
    if (plain) {
      return record;
    }
    Struct.Builder shown = record.edit();
    shown.remove(RecordSchema.REJECT_REASON);
    redact(shown, "password", "password_hash");
    Value mfa = record.get("mfa");
    if (mfa instanceof Struct factors) {
      Struct.Builder inside = factors.edit();
      redact(inside, "password", "password_hash");
      redact(inside, "totp", "secret");
      shown.put("mfa", inside.build());
    } else if (mfa != null && !(mfa instanceof Value.Null)) {
      shown.put("mfa", REDACTED);
    }
    return shown.build();
  }

  /** Redacts the secret within a member; an object without it gains it, as Authgear shows it. */
  private static void redact(Struct.Builder object, String name, String secret) {
    Value holder = object.get(name);
    if (holder instanceof Struct struct) {
      object.put(name, struct.edit().put(secret, REDACTED).build());
    } else if (holder != null && !(holder instanceof Value.Null)) {
      object.put(name, REDACTED);
    }
  }
}
