package dev.muster.app.document;

import dev.muster.app.format.RowLines;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.profile.RecordView;
import dev.muster.read.ReadResult;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The results of an import, read from the store in constant memory, each with its record if the
 * input is still available.
 */
public final class Results {

  private static final int ITEMS_AT_ONCE = 1000;

  private final JobStore log;
  private final Job job;
  private final Optional<SurveyedInput> input;
  private final Optional<ResultSelection> selection;

  /**
   * All results of one job.
   *
   * @param input the input, to show its records; empty to omit them
   */
  public Results(JobStore log, Job job, Optional<SurveyedInput> input) {
    this(log, job, input, Optional.empty());
  }

  /** Some results of one job, found without reading its input; only failed records are shown. */
  public Results(JobStore log, Job job, ResultSelection selection) {
    this(log, job, Optional.empty(), Optional.of(selection));
  }

  private Results(
      JobStore log, Job job, Optional<SurveyedInput> input, Optional<ResultSelection> selection) {
    this.log = log;
    this.job = job;
    this.input = input;
    this.selection = selection;
  }

  /** The job whose results these are. */
  public Job job() {
    return job;
  }

  /** The input, if it is available. */
  Optional<SurveyedInput> input() {
    return input;
  }

  /** Describes the places of problems in the input. */
  public Places places() {
    return Places.of(job, input);
  }

  /** Finds the physical lines of records, if rows of the input span several lines. */
  public Optional<RowLines> rowLines() throws IOException {
    return input.isEmpty() ? Optional.empty() : input.get().rowLines();
  }

  /** These results; the input names users whom only a dry run made, if all are selected. */
  public Results withLoginsOf(Optional<SurveyedInput> reopened) {
    return new Results(log, job, reopened, selection);
  }

  /** These results without the input's records. */
  public Results withoutRecords() {
    return new Results(log, job, Optional.empty(), selection);
  }

  /**
   * Passes results to {@code reader}, in the input's order.
   *
   * @return why records of the input could not be shown; empty if they could
   */
  public Optional<String> each(DetailLevel extent, Reader reader) throws IOException {
    if (extent == DetailLevel.NONE) {
      return Optional.empty();
    }
    boolean onlyProblems = extent == DetailLevel.PROBLEMS;
    if (selection.isPresent()) {
      eachSelected(selection.get(), reader);
      return Optional.empty();
    }
    try (SourceChunks sources = new SourceChunks(input, job.chunkSize())) {
      log.chunks(job, onlyProblems, chunk -> read(chunk, sources, onlyProblems, reader));
      return sources.loss();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void eachSelected(ResultSelection wanted, Reader reader) throws IOException {
    long left = wanted.limit();
    OptionalLong next = OptionalLong.of(wanted.after());
    while (left > 0 && next.isPresent()) {
      int some = (int) Math.min(left, ITEMS_AT_ONCE);
      ResultPage page = log.page(job, wanted.filter(), next.getAsLong(), some);
      for (ResultPage.Item item : page.items()) {
        Struct shown = wanted.kept().show(item.source(), item.result());
        reader.read(item.result(), shown.isEmpty() ? null : shown);
      }
      left -= page.items().size();
      next = page.next();
    }
  }

  /**
   * Passes all results, without records. Those about users whom only a dry run made come with the
   * logins that the users would have, if the input is still available.
   */
  void eachWithLogin(LoginReader reader) throws IOException {
    boolean all = selection.map(ResultSelection::isEverything).orElse(true);
    if (!all || !job.options().dryRun() || input.isEmpty()) {
      withoutRecords().each(DetailLevel.ALL, (result, shown) -> reader.read(result, ""));
      return;
    }
    try (SourceChunks sources = new SourceChunks(input, job.chunkSize())) {
      log.chunks(job, false, chunk -> readLogins(chunk, sources, reader));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void readLogins(JobChunk chunk, SourceChunks sources, LoginReader reader) {
    List<ReadResult> records = sources.of(chunk);
    RecordView view = input.orElseThrow().dialect().view();
    try {
      for (int place = 0; place < chunk.results().size(); place++) {
        RecordResult result = chunk.results().get(place);
        boolean named =
            place < records.size() && result.userId() > 0 && result.outcome() != Outcome.FAILED;
        reader.read(result, named ? login(records.get(place), view) : "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String login(ReadResult record, RecordView view) {
    return record.<Optional<String>>fold(view::login, unreadable -> Optional.empty()).orElse("");
  }

  /** Passes the users who are missing from the input, unless only some results are selected. */
  void eachMissing(MissingReader reader) throws IOException {
    if (selection.isEmpty() && job.options().missing().isPresent()) {
      try {
        MissingDocument.each(job, log.missing(), user -> read(reader, user));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private static void read(MissingReader reader, MissingUser user) {
    try {
      reader.read(user);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes all results, without records. */
  public void eachResult(Consumer<RecordResult> reader) {
    log.chunks(job, false, chunk -> chunk.results().forEach(reader));
  }

  /** Passes the results that have problems, without records. */
  public void eachProblematic(Consumer<RecordResult> reader) {
    log.chunks(
        job,
        true,
        chunk ->
            chunk.results().stream()
                .filter(result -> !result.problems().isEmpty())
                .forEach(reader));
  }

  /** Passes results of about the first {@code enough} records, without records. */
  public void eachOfFirst(long enough, Consumer<RecordResult> reader) {
    OptionalLong next = OptionalLong.of(JobStore.START);
    while (next.isPresent() && next.getAsLong() + 1 < enough) {
      ResultPage page = log.page(job, ResultFilter.ALL, next.getAsLong(), job.chunkSize());
      page.items().forEach(item -> reader.accept(item.result()));
      next = page.next();
    }
  }

  /** Passes the dialect's view of the available records. */
  public void eachShown(DetailLevel extent, Consumer<Struct> reader) throws IOException {
    Optional<String> loss =
        each(
            extent,
            (result, shown) -> {
              if (shown != null) {
                reader.accept(shown);
              }
            });
    if (loss.isPresent()) {
      throw new IOException(loss.get());
    }
  }

  private void read(JobChunk chunk, SourceChunks sources, boolean onlyProblems, Reader reader) {
    List<ReadResult> records = sources.of(chunk);
    try {
      for (int place = 0; place < chunk.results().size(); place++) {
        RecordResult result = chunk.results().get(place);
        if (!onlyProblems || !result.problems().isEmpty()) {
          reader.read(result, place < records.size() ? shown(records.get(place), result) : null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Struct shown(ReadResult record, RecordResult result) {
    RecordView view = input.orElseThrow().dialect().view();
    return record.fold(source -> view.members(source, result), unreadable -> Struct.EMPTY);
  }

  /** Passes the failed records as the input had them; an empty array if that is unknown. */
  public void eachReject(RejectReader reader) throws IOException {
    try {
      log.chunks(
          job,
          true,
          chunk -> {
            int next = 0;
            for (RecordResult result : chunk.results()) {
              if (result.outcome() == Outcome.FAILED) {
                byte[] source =
                    next < chunk.rejects().size() ? chunk.rejects().get(next) : new byte[0];
                next++;
                readReject(reader, result, source);
              }
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void readReject(RejectReader reader, RecordResult result, byte[] source) {
    try {
      reader.read(result, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Receives results. */
  public interface Reader {
    /**
     * Receives a result and the dialect's view of its record.
     *
     * @param shown null if the record is unavailable
     */
    void read(RecordResult result, @Nullable Struct shown) throws IOException;
  }

  /** Receives results. */
  interface LoginReader {
    /**
     * Receives a result.
     *
     * @param login of a user who does not exist; may be empty
     */
    void read(RecordResult result, String login) throws IOException;
  }

  /** Receives users who are missing from the input. */
  interface MissingReader {
    void read(MissingUser user) throws IOException;
  }

  /** Receives rejected records. */
  public interface RejectReader {
    void read(RecordResult result, byte[] source) throws IOException;
  }
}
