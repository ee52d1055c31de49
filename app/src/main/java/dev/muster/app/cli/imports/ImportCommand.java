package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.PasswordsFile;
import dev.muster.app.cli.text.PrintedPasswords;
import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Proof;
import dev.muster.app.job.run.Resumption;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster import}. */
@Command(
    name = "import",
    sortOptions = false,
    description = "Import users from a file.",
    footer = {
      "",
      "Examples:",
      "  muster import users.csv --dry-run --diff",
      "      what would be different, record by record; nothing is written",
      "  muster import users.csv --rejects again.csv",
      "      import, and keep the records that failed, to mend and import them again",
      "  muster import users.ndjson.gz --identifier email --upsert --resume",
      "      update users that exist; resume where an interrupted import stopped",
      "  muster import staff.csv --missing disable --missing-among source=hr",
      "      and disable users from source hr whom the file does not name any more",
      "  curl -s https://example.com/users.json | muster import - --json",
      "      from elsewhere, with a JSON document instead of the summary",
      "  muster import users.csv --submit --db postgresql://muster@db.example.com/",
      "      leave the work to the workers of that directory",
      "",
      "Exit status:",
      "  0    every record was inserted, updated or skipped",
      "  1    the import ran, and some record failed",
      "  2    bad usage, an unreadable input, or too many missing users: nothing was",
      "       imported",
      "  3    the disk is full, the database is gone or the like: what is committed",
      "       stays, and the command that is printed resumes it",
      "  130  interrupted, likewise"
    })
public final class ImportCommand implements Callable<Integer> {

  private static final List<String> IDENTIFIERS =
      List.of("email", "preferred_username", "phone_number");

  private final CliSession session;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "What to import, as it is or compressed (gzip, Zstandard). - or none: stdin.")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      completionCandidates = Candidates.FormatNames.class,
      description = {
        "auto, csv, xlsx, restauth, auth0 (an array, or a record a line), or authgear",
        "(a request, or a record a line). Default: auto."
      })
  private String format = Formats.AUTO;

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      description = "Where the users go. Default: default.")
  private String realm = Realm.DEFAULT;

  @Option(
      names = "--identifier",
      paramLabel = "FIELD",
      completionCandidates = Candidates.Identifiers.class,
      description = {
        "What a record is matched by where its format does not say (authgear, a record a line):",
        "email, preferred_username or phone_number. Default: none, it is needed there."
      })
  private @Nullable String identifier;

  @Option(
      names = "--upsert",
      negatable = true,
      description =
          "Whether users that exist are updated or skipped. Default: what the input says;"
              + " tables always update.")
  private @Nullable Boolean upsert;

  @Option(
      names = "--dry-run",
      description = "Write nothing; results and exit status are those of the real import.")
  private boolean dryRun;

  @Option(names = "--diff", description = "Tell what each record changes: before and after.")
  private boolean diff;

  @Option(
      names = "--atomic",
      description = "All or nothing: when a record fails, nothing is imported.")
  private boolean atomic;

  @Option(
      names = "--resume",
      description =
          "Resume the unfinished import of this input and these options, if there is one.")
  private boolean resume;

  @Option(
      names = "--submit",
      description = {
        "Check the input, store it in the directory, and leave the import to a worker (muster",
        "worker). Follow it with muster imports watch."
      })
  private boolean submit;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = {
        "The input's character encoding, such as utf-8 or windows-1252.",
        "Default: auto, which looks for a byte order mark, then for UTF-8."
      })
  private String encoding = "auto";

  @Mixin private final ReportOptions report = new ReportOptions();

  @Mixin private final ProofOptions proofOptions = new ProofOptions();

  @Mixin private final SheetSwitches sheets = new SheetSwitches();

  @Mixin private final CsvSwitches csv = new CsvSwitches();

  @Mixin private final MissingSwitches missing = new MissingSwitches();

  @Mixin private final Auth0Switches auth0 = new Auth0Switches();

  @Mixin private final TableSwitches tables = new TableSwitches();

  @Mixin private final RestAuthSwitches restAuth = new RestAuthSwitches();

  public ImportCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    ImportCall call = new ImportCall(session, report);
    if (tables.suggestMap) {
      return suggestMapping(call);
    }
    return submit
        ? call.submit(this::submit, (job, done) -> ImportText.submitted(job))
        : call.run(this::start);
  }

  private int suggestMapping(ImportCall call) throws Exception {
    InputLimits limits = session.application().settings().limits();
    String source = file == null ? "-" : file.toString();
    try (InputFile input = call.input(inputPath().orElse(null), limits)) {
      new SuggestedMapping(session, input, format, options())
          .print(source, RepeatedOptions.of(Objects.requireNonNull(spec)), report.json);
    }
    return ExitStatus.OK;
  }

  private FinishedImport start(ImportCall call) throws Exception {
    ImportRequest request = request(call);
    Optional<Path> passwords = restAuth.passwordsFile(session);
    if (passwords.isPresent()) {
      try (PasswordsFile kept = new PasswordsFile(passwords)) {
        return start(call, request, kept);
      }
    }
    try (PrintedPasswords printed = new PrintedPasswords(session.err())) {
      return start(call, request, printed);
    }
  }

  private FinishedImport start(ImportCall call, ImportRequest request, RestAuthLog passwords)
      throws Exception {
    FinishedImport finished =
        call.imports(passwords).start(request, call.progress(format.equals(Formats.AUTO)));
    tellProved(request);
    return finished;
  }

  private void tellProved(ImportRequest request) {
    if (request.proof().size() > 0) {
      session.say(
          "passwords that fitted their hashes before the import: " + request.proof().size());
    }
  }

  private Job submit(ImportCall call) throws Exception {
    if (resume) {
      throw new UsageProblem(
          "--submit and --resume don't go together: workers resume what was submitted");
    }
    if (report.report != null || report.rejects != null) {
      throw new UsageProblem(
          "--submit does not wait for results: write them afterwards with muster imports report"
              + " and muster imports rejects");
    }
    if (restAuth.genPasswords) {
      throw new UsageProblem(
          "--submit and --gen-passwords don't go together: nobody would see the passwords");
    }
    ImportRequest request = request(call);
    Job job = call.submissions().submit(request, call.progress(format.equals(Formats.AUTO)));
    tellProved(request);
    return job;
  }

  private ImportRequest request(ImportCall call) throws Exception {
    JobOptions options = options();
    Optional<Path> path = inputPath();
    report.check(session, path);
    if (path.isEmpty() && session.around().inTerminal()) {
      throw new UsageProblem("name a FILE to import, or give one on standard input");
    }
    InputLimits limits = session.application().settings().limits();
    InputFile input = call.input(path.orElse(null), limits);
    Proof proof = proofOptions.proof(session);
    return new ImportRequest(
            input, format, realm, options, resume ? Resumption.ANY : Resumption.NEVER, proof)
        .from(session.provenance());
  }

  private Optional<Path> inputPath() {
    return file == null || file.toString().equals("-")
        ? Optional.empty()
        : Optional.of(session.path(file));
  }

  private Struct formatOptions() throws SettingsProblem, UsageProblem {
    Struct ofOthers = auth0.addedTo(restAuth.options().toStruct());
    return tables.addedTo(csv.addedTo(sheets.addedTo(ofOthers)), session, realm);
  }

  private JobOptions options() throws SettingsProblem, UsageProblem {
    if (identifier != null && !IDENTIFIERS.contains(identifier)) {
      throw new UsageProblem(
          "--identifier is one of " + String.join(", ", IDENTIFIERS) + ", not " + identifier);
    }
    JobOptions options =
        new JobOptions(
            Optional.ofNullable(identifier),
            Optional.ofNullable(upsert),
            encoding,
            dryRun,
            atomic ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
            diff,
            formatOptions());
    return missing.addedTo(options);
  }
}
