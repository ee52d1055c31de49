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
 * Reads an input again, chunk by chunk, to show records with their results. If the input can't be
 * read any more, results are shown without records, and {@link #loss} tells why.
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
   * The records of a chunk; empty if they can't be read.
   *
   * @param number the 0-based number of the chunk, greater than in all earlier calls
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

  /** Why records are missing; empty if none are, or if there was no input. */
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
