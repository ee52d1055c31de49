package dev.muster.app.job;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;

/**
 * The settings that an import started with, stored with it.
 *
 * @param file the absolute path of the settings file; empty for the defaults
 * @param digest SHA-256 of that file's bytes, hexadecimal; empty text for the defaults
 * @param deciding the settings that affect the results, by their names in muster.yml
 */
public record RecordedSettings(Optional<String> file, String digest, Struct deciding) {

  /** As a JSON object. */
  Struct toStruct() {
    Struct.Builder members = new Struct.Builder();
    file.ifPresent(path -> members.put("file", Value.of(path)));
    members.put("digest", Value.of(digest));
    members.put("deciding", deciding);
    return members.build();
  }

  /** Parses the result of {@link #toStruct}. */
  static RecordedSettings of(Struct members) {
    return new RecordedSettings(
        Optional.ofNullable(members.text("file")),
        Optional.ofNullable(members.text("digest")).orElse(""),
        members.get("deciding") instanceof Struct deciding ? deciding : Struct.EMPTY);
  }
}
