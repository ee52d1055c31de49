package dev.muster.read;

import dev.muster.problem.Problem;
import java.util.function.Function;

/** The result of parsing one record: its fields, or why it can't be read. */
public sealed interface ReadResult {

  Position position();

  <T> T fold(Function<SourceRecord, T> parsed, Function<Unreadable, T> unreadable);

  /** A parsed record; its fields are validated in the stage prepare. */
  record Parsed(SourceRecord source) implements ReadResult {
    @Override
    public Position position() {
      return source.position();
    }

    @Override
    public <T> T fold(Function<SourceRecord, T> parsed, Function<Unreadable, T> unreadable) {
      return parsed.apply(source);
    }
  }

  /**
   * A record that can't be parsed, such as a line of malformed JSON or of bytes that are not UTF-8.
   */
  record Unreadable(Position position, Problem problem) implements ReadResult {
    @Override
    public <T> T fold(Function<SourceRecord, T> parsed, Function<Unreadable, T> unreadable) {
      return unreadable.apply(this);
    }
  }
}
