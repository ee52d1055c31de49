package dev.muster.app.format.authgear;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.HashNote;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.user.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The shared part of surveyed inputs of both Authgear formats. */
interface AuthgearInput extends SurveyedInput {

  AuthgearIdentifier identifier();

  JsonInput input();

  ImportOptions options();

  DoubtfulHashes doubts();

  @Override
  default List<HashNote> hashNotes() {
    return doubts().notes();
  }

  @Override
  default Optional<String> charset() {
    return Optional.of(input().encoding().charset().name());
  }

  /**
   * Repetitions need no tracking: a later record may update the user that an earlier one created.
   */
  @Override
  default boolean mayRepeat(Key key) {
    return false;
  }

  @Override
  default Optional<UnparsedRecords> unparsed() {
    return Optional.of(
        UnparsedRecords.of(identifier(), options().limits().toString(), options().attributes()));
  }

  @Override
  default boolean isSeekable() throws IOException {
    return input().isSeekable();
  }

  @Override
  default void requireUnchanged() throws IOException {
    input().file().requireUnchanged();
  }
}
