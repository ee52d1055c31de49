package dev.muster.app.cli.imports;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import picocli.CommandLine.Option;

/** The options of {@code muster import} for Auth0's records. */
final class Auth0Switches {

  @Option(
      names = "--merge-metadata",
      description = "auth0: an update keeps members of the metadata that the record lacks.")
  boolean mergeMetadata;

  @Option(
      names = "--keep-email-verified",
      description = "auth0: an update without email_verified keeps the mark.")
  boolean keepEmailVerified;

  /** Adds these options to those of a job, only if they are given. */
  Struct addedTo(Struct formatOptions) {
    Struct.Builder all = formatOptions.edit();
    if (mergeMetadata) {
      all.put("merge_metadata", Value.TRUE);
    }
    if (keepEmailVerified) {
      all.put("keep_email_verified", Value.TRUE);
    }
    return all.build();
  }
}
