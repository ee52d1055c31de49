package dev.muster.app.job.run;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Actor;

/**
 * A request for an import.
 *
 * @param format a format's name, or {@code auto}
 * @param realm the name of the realm that the users go to
 * @param options the options to record, without settings
 * @param resumption whether an unfinished import of the same input and options is resumed
 * @param proof known passwords to check before anything is imported
 * @param provenance who requests it
 */
public record ImportRequest(
    InputFile input,
    String format,
    String realm,
    JobOptions options,
    Resumption resumption,
    Proof proof,
    Provenance provenance) {

  /** A request from a command line, by an unknown actor. */
  public ImportRequest(
      InputFile input,
      String format,
      String realm,
      JobOptions options,
      Resumption resumption,
      Proof proof) {
    this(
        input,
        format,
        realm,
        options,
        resumption,
        proof,
        Provenance.of(Actor.UNKNOWN, JobOrigin.CLI));
  }

  /** A request without a proof. */
  public ImportRequest(
      InputFile input, String format, String realm, JobOptions options, Resumption resumption) {
    this(input, format, realm, options, resumption, Proof.NONE);
  }

  /** A request for a new import, without a proof. */
  public ImportRequest(InputFile input, String format, String realm, JobOptions options) {
    this(input, format, realm, options, Resumption.NEVER);
  }

  /** A request without a proof that resumes any unfinished import, or none. */
  public ImportRequest(
      InputFile input, String format, String realm, JobOptions options, boolean resume) {
    this(input, format, realm, options, resume ? Resumption.ANY : Resumption.NEVER);
  }

  /** This request as an all-or-nothing import. */
  ImportRequest asWhole() {
    return new ImportRequest(
        input, format, realm, options.asWhole(), resumption, proof, provenance);
  }

  /** This request by somebody who may not change users of other realms. */
  public ImportRequest withinRealm() {
    return new ImportRequest(
        input, format, realm, options.withinRealm(), resumption, proof, provenance);
  }

  /** This request with another provenance. */
  public ImportRequest from(Provenance whoAsks) {
    return new ImportRequest(input, format, realm, options, resumption, proof, whoAsks);
  }
}
