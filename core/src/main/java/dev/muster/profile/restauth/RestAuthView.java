package dev.muster.profile.restauth;

import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.user.Canonical;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;

/** Shows an entry as it was given, with {@code REDACTED} in place of its password. */
record RestAuthView() implements RecordView {

  private static final Value REDACTED = Value.of("REDACTED");

  @Override
  public Struct members(SourceRecord source, RecordResult result) {
    Struct.Builder shown = new Struct.Builder();
    for (int i = 0; i < source.fields().size(); i++) {
      shown.append(source.fields().nameAt(i), entry(source.fields().valueAt(i)));
    }
    return Struct.of("record", shown.build());
  }

  @Override
  public Optional<String> login(SourceRecord source) {
    return Optional.of(Canonical.folded(source.fields().nameAt(0)));
  }

  private static Value entry(Value value) {
    if (!(value instanceof Struct entry)) {
      return value instanceof Value.Text ? REDACTED : value;
    }
    Struct.Builder shown = entry.edit();
    Value password = entry.get("password");
    if (password instanceof Struct hash && hash.text("algorithm") != null) {
      shown.put(
          "password",
          Struct.of("algorithm", Value.of(hash.text("algorithm")))
              .edit()
              .put("hash", REDACTED)
              .build());
    } else if (password != null) {
      shown.put("password", REDACTED);
    }
    shown.remove("@reject-reason");
    return shown.build();
  }
}
