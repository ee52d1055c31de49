package dev.muster.app.document;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.JobChunk;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input again, chunk by chunk, to show records with their results. Goes straight to a
 * chunk whose place in the input is stored, if the input is seekable. If the input can't be read
 * any more, results are shown without records, and {@link #loss} tells why.
 */
final class SourceChunks implements Closeable {

  private final int chunkSize;
  private @Nullable SurveyedInput input;
  private @Nullable RecordReader reader;
  private @Nullable String loss;
  private int next;

  SourceChunks(Optional<SurveyedInput> input, int chunkSize) {
    this.chunkSize = chunkSize;
    this.input = input.orElse(null);
  }

  /**
   * The records of a chunk; empty if they can't be read.
   *
   * @param chunk one with a greater number than in all earlier calls
   */
  List<ReadResult> of(JobChunk chunk) {
    SurveyedInput source = input;
    if (source == null) {
      return List.of();
    }
    try {
      RecordReader records = reader(source, chunk);
      while (next < chunk.number()) {
        records.next(chunkSize);
        next++;
      }
      next++;
      return records.next(chunkSize).parse();
    } catch (IOException e) {
      loss = "the input can't be read again, so its records are left out: " + e.getMessage();
      input = null;
      return List.of();
    }
  }

  /** A reader that returns the chunk {@link #next} next, which is the wanted one or an earlier. */
  private RecordReader reader(SurveyedInput source, JobChunk chunk) throws IOException {
    RecordReader current = reader;
    boolean marked = chunk.inputOffset().isPresent();
    if (current != null && (chunk.number() == next || !marked || !source.isSeekable())) {
      return current;
    }
    close();
    RecordReader opened = marked ? source.openAt(mark(chunk)) : source.open();
    reader = opened;
    next = marked ? chunk.number() : 0;
    return opened;
  }

  private static InputMark mark(JobChunk chunk) {
    Position first = chunk.results().get(0).position();
    return new InputMark(chunk.inputOffset().getAsLong(), first.line(), first.index());
  }

  /** Why records are missing; empty if none are, or if there was no input. */
  Optional<String> loss() {
    return Optional.ofNullable(loss);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
