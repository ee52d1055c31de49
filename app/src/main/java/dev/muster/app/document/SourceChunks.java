package dev.muster.app.document;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.read.ReadResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input again to pair its records with their results, chunk by chunk. If the input can't
 * be read any more, results are shown without records, and the reason is kept.
 */
final class SourceChunks implements Closeable {

  private final int chunkSize;
  private @Nullable RecordReader reader;
  private @Nullable String loss;
  private int next;

  SourceChunks(Optional<SurveyedInput> input, int chunkSize) {
    this.chunkSize = chunkSize;
    try {
      this.reader = input.isPresent() ? input.get().open() : null;
    } catch (IOException e) {
      lose(e);
    }
  }

  /**
   * The records of a chunk; none if they can't be had.
   *
   * @param number 0-based, greater than at every call before
   */
  List<ReadResult> chunk(int number) {
    RecordReader source = reader;
    if (source == null) {
      return List.of();
    }
    try {
      while (next < number) {
        RecordBatch passed = source.next(chunkSize);
        next++;
        if (passed.size() == 0) {
          return List.of();
        }
      }
      next++;
      return source.next(chunkSize).parse();
    } catch (IOException e) {
      lose(e);
      return List.of();
    }
  }

  /** Why records are missing; empty if none are, or if there was no input from the start. */
  Optional<String> loss() {
    return Optional.ofNullable(loss);
  }

  private void lose(IOException e) {
    loss = "the input can't be read again, so its records are left out: " + e.getMessage();
    reader = null;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
