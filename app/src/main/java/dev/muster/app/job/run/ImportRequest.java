package dev.muster.app.job.run;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Actor;

/**
 * An import that somebody asks for.
 *
 * @param format a format's name, or {@code auto}
 * @param realm the name of the realm that the users go to
 * @param options as they shall be on record
 * @param resume whether an unfinished import of the same input and options is to be taken up
 * @param proof passwords to be checked before anything is imported
 * @param provenance who asks
 */
public record ImportRequest(
    InputFile input,
    String format,
    String realm,
    JobOptions options,
    boolean resume,
    Proof proof,
    Provenance provenance) {

  /** A request of somebody at a command line of whom nothing is known. */
  public ImportRequest(
      InputFile input,
      String format,
      String realm,
      JobOptions options,
      boolean resume,
      Proof proof) {
    this(input, format, realm, options, resume, proof, Provenance.of(Actor.UNKNOWN, JobOrigin.CLI));
  }

  /** A request without a proof. */
  public ImportRequest(
      InputFile input, String format, String realm, JobOptions options, boolean resume) {
    this(input, format, realm, options, resume, Proof.NONE);
  }

  /** The same, all or nothing. */
  ImportRequest asWhole() {
    return new ImportRequest(input, format, realm, options.asWhole(), resume, proof, provenance);
  }

  /** The same, asked for by somebody. */
  public ImportRequest from(Provenance whoAsks) {
    return new ImportRequest(input, format, realm, options, resume, proof, whoAsks);
  }
}
