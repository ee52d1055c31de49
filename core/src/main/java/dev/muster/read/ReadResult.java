package dev.muster.read;

import dev.muster.problem.Problem;
import java.util.function.Function;

/** One record read: either its fields, or why it can't be read while the others can. */
public sealed interface ReadResult {

  Position position();

  <T> T fold(Function<SourceRecord, T> parsed, Function<Unreadable, T> unreadable);

  /** A record whose fields are known; whether they make sense is for prepare to say. */
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

  /** A record that is no record: broken JSON in one line, bytes that are not UTF-8. */
  record Unreadable(Position position, Problem problem) implements ReadResult {
    @Override
    public <T> T fold(Function<SourceRecord, T> parsed, Function<Unreadable, T> unreadable) {
      return unreadable.apply(this);
    }
  }
}
