package dev.muster.app.cli.auth0;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code users import}: those of Auth0's command first, then Muster's own. */
final class ImportFlags {

  static final int PART_BYTES = 512_000;
  static final int ACTIVE_JOBS = 2;

  @Option(
      names = {"-c", "--connection-name"},
      paramLabel = "NAME",
      description = {
        "Name of the database connection that the users are created in: a realm of the directory.",
        "Default: none; on a terminal it is asked for."
      })
  private @Nullable String connectionName;

  @Option(
      names = {"-u", "--users"},
      paramLabel = "JSON",
      description = {
        "JSON array of the users to import. Cannot be used with --template.",
        "Default: what is on standard input."
      })
  private @Nullable String users;

  @Option(
      names = {"-t", "--template"},
      paramLabel = "NAME",
      description = {
        "JSON example to be used: 'Empty', 'Basic Example', 'Custom Password Hash Example' or 'MFA"
            + " Factors Example'. Cannot be used with --users.",
        "On a terminal it is opened in an editor first; else it is imported as it is.",
        "Default: none."
      })
  private @Nullable String template;

  @Option(
      names = "--upsert",
      description = {
        "Update users that match on email address, user ID or username, but only their upsertable"
            + " attributes. Default: false; then their rows fail.",
      })
  private boolean upsert;

  @Option(
      names = "--email-results",
      description = {
        "Send a mail to the owners when the job is finished, where the server can send mails.",
        "Default: true; switch it off with --email-results=false."
      })
  private boolean emailResults = true;

  @Option(
      names = "--merge-metadata",
      description = {
        "With --upsert: a user keeps members of the metadata that the row lacks."
            + " Not with --tenant.",
        "Default: false; then the metadata of the row replace those of the user."
      })
  private boolean mergeMetadata;

  @Option(
      names = "--keep-email-verified",
      description = {
        "With --upsert: a row without email_verified keeps that of the user. Not with --tenant.",
        "Default: false; then the user's becomes false."
      })
  private boolean keepEmailVerified;

  @Option(
      names = "--tenant",
      paramLabel = "ADDRESS",
      description = {
        "Import into a server instead of the directory: a domain or URL of Muster or Auth0.",
        "Its token comes from $MUSTER_TOKEN or --token-file; $SSL_CERT_FILE is a file of"
            + " certificates to trust besides Java's. Default: none."
      })
  private String tenant = "";

  @Option(names = "--no-input", description = "Ask nothing, even on a terminal.")
  private boolean noInput;

  @Option(
      names = "--agent-mode",
      description = {
        "No questions and no colours. On a terminal that is the default where a variable such as",
        "CLAUDECODE is set; AUTH0_AGENT_MODE=false switches it off."
      })
  private boolean agentMode;

  @Option(
      names = "--wait",
      description =
          "Wait until the job is finished, showing its progress, and list the users that failed.")
  private boolean wait;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token for --tenant. Default: none, $MUSTER_TOKEN is used.")
  private String tokenFile = "";

  @Option(
      names = "--max-wait",
      paramLabel = "SECONDS",
      description = {
        "How long to try again while the server of --tenant answers 429 (too many requests or"
            + " jobs); 'forever' to never give up.",
        "Default: 600, with --compatible forever."
      })
  private String maxWait = "";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for one answer of the server of --tenant. Default: 60.")
  private int timeout = 60;

  @Option(
      names = "--part-bytes",
      paramLabel = "N",
      description = {
        "The largest request that the server of --tenant takes. Larger inputs are split into"
            + " several jobs. Default: "
            + PART_BYTES
            + "."
      })
  private int partBytes = PART_BYTES;

  @Option(
      names = "--active-jobs",
      paramLabel = "N",
      description = {
        "How many jobs of a split input run at a time; 1 keeps the order of the users strictly.",
        "Default: " + ACTIVE_JOBS + "."
      })
  private int activeJobs = ACTIVE_JOBS;

  @Option(
      names = "--compatible",
      description = {
        "Do as Auth0's command does where this one does better: without a terminal the template is"
            + " ignored, status 429 is waited out for ever, and inputs are sent in one piece."
      })
  private boolean compatible;

  boolean hasConnection() {
    return connectionName != null;
  }

  boolean hasUsersAndTemplate() {
    return users != null && template != null;
  }

  String connection() {
    return connectionName == null ? "" : connectionName;
  }

  String users() {
    return users == null ? "" : users;
  }

  String template() {
    return template == null ? "" : template;
  }

  boolean upsert() {
    return upsert;
  }

  boolean mergesMetadata() {
    return mergeMetadata;
  }

  boolean keepsEmailVerified() {
    return keepEmailVerified;
  }

  boolean emailResults() {
    return emailResults;
  }

  String tenant() {
    return tenant;
  }

  boolean noInput() {
    return noInput;
  }

  boolean agentMode() {
    return agentMode;
  }

  boolean waits() {
    return wait;
  }

  String tokenFile() {
    return tokenFile;
  }

  String maxWait() {
    return maxWait;
  }

  int timeout() {
    return timeout;
  }

  int partBytes() {
    return partBytes;
  }

  int activeJobs() {
    return activeJobs;
  }

  boolean compatible() {
    return compatible;
  }
}
