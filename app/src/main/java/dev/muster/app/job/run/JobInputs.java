package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.app.store.SubmittedImports;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Opens the inputs of recorded jobs again. A file is opened at its path. The input of a submitted
 * job is a file beside the database, or it is copied from the database to a temporary file, which
 * is deleted on close.
 */
final class JobInputs implements Closeable {

  private final Session store;
  private final List<InputFile> temporary = new ArrayList<>();

  JobInputs(Session store) {
    this.store = store;
  }

  /**
   * Surveys the unchanged input of a job. Its digest is computed meanwhile.
   *
   * @param limits bounds of the input
   * @throws InputLost if it was submitted, and what is stored of it is gone or damaged
   * @throws UsageProblem if it is on another machine, is gone, or has changed
   */
  SurveyedInput survey(Job job, InputLimits limits, Survey survey)
      throws InputRefused, UsageProblem {
    InputFile input = open(job, limits);
    CompletableFuture<String> digest = ImportAdmission.digest(input);
    try {
      SurveyedInput surveyed = survey.of(input);
      requireDigest(job, input, digest.join());
      requireCount(job, surveyed.recordCount());
      return surveyed;
    } catch (InputRefused e) {
      requireDigest(job, input, digest.join()); // the better explanation
      throw e;
    }
  }

  private InputFile open(Job job, InputLimits limits) throws InputRefused, UsageProblem {
    SubmittedImports submitted = store.submitted();
    if (submitted.find(job).isEmpty()) {
      return fromDisk(job, limits);
    }
    Optional<Path> file = submitted.file(job);
    InputFile input =
        file.isPresent()
            ? InputFile.named(file.get(), job.source(), limits)
            : fromDatabase(job, submitted, limits);
    return input;
  }

  private void requireDigest(Job job, InputFile input, String digest) throws UsageProblem {
    if (!digest.equals(job.digest())) {
      if (store.submitted().find(job).isPresent()) {
        throw InputLost.damaged(job);
      }
      throw new UsageProblem(
          input.name() + " is not the file any more that import " + job.id() + " began with");
    }
  }

  /** Another version of Muster may read an input otherwise. */
  private static void requireCount(Job job, long records) throws UsageProblem {
    if (records != job.records()) {
      throw new UsageProblem(
          "the input of import "
              + job.id()
              + " has "
              + records
              + " records, and had "
              + job.records());
    }
  }

  private InputFile fromDatabase(Job job, SubmittedImports submitted, InputLimits limits)
      throws InputRefused, InputLost {
    InputStream input = submitted.input(job).orElseThrow(() -> InputLost.gone(job));
    try (input) {
      InputFile file = InputFile.spool(input, job.source(), limits);
      temporary.add(file);
      return file;
    } catch (IOException e) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNREADABLE_INPUT,
              job.source()
                  + " can't be kept in a temporary file: make room in "
                  + System.getProperty("java.io.tmpdir")
                  + " ("
                  + e.getMessage()
                  + ")"));
    }
  }

  private InputFile fromDisk(Job job, InputLimits limits) throws InputRefused, UsageProblem {
    if (job.path().isEmpty()) {
      throw new UsageProblem(
          "import "
              + job.id()
              + " read standard input, which is gone: give the same input again with --resume");
    }
    if (!job.host().equals(HostName.here())) {
      throw new UsageProblem(
          "import " + job.id() + " belongs to " + job.host() + ", where its file is");
    }
    return InputFile.at(Path.of(job.path().get()), limits);
  }

  @Override
  public void close() throws IOException {
    for (InputFile file : temporary) {
      file.close();
    }
    temporary.clear();
  }

  /** Reads an input completely. */
  interface Survey {

    SurveyedInput of(InputFile input) throws InputRefused, UsageProblem;
  }
}
