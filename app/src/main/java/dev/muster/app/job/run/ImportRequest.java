package dev.muster.app.job.run;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;

/**
 * An import that somebody asks for.
 *
 * @param format a format's name, or {@code auto}
 * @param realm the name of the realm that the users go to
 * @param options as they shall be on record
 * @param resume whether an unfinished import of the same input and options is to be taken up
 * @param proof passwords to be checked before anything is imported
 */
public record ImportRequest(
    InputFile input, String format, String realm, JobOptions options, boolean resume, Proof proof) {

  /** A request without a proof. */
  public ImportRequest(
      InputFile input, String format, String realm, JobOptions options, boolean resume) {
    this(input, format, realm, options, resume, Proof.NONE);
  }

  /** The same, all or nothing. */
  ImportRequest asWhole() {
    return new ImportRequest(input, format, realm, options.asWhole(), resume, proof);
  }
}
