package dev.muster.app.cli.auth0;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import dev.muster.app.cli.text.Ansi;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.EncodingAdvice;
import dev.muster.app.format.input.EncodingAdvice.Remedy;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.remote.auth0.PayloadProblem;
import dev.muster.app.remote.auth0.RemoteFailure;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ShellText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code muster users import}: behaves like {@code auth0 users import}, with the same lines on the
 * same streams and the same exit statuses.
 *
 * <p>Source: Auth0's documentation of its command line, "auth0 users import", and auth0-cli 1.33.
 */
@Command(
    name = Auth0ImportCommand.NAME,
    sortOptions = false,
    description = {
      "Import users from a JSON array as Auth0's command does: the same flags, messages and exit"
          + " statuses.",
      "Into the directory, where a connection is a realm and the job is finished when the command"
          + " returns, or into a server (--tenant)."
    },
    footer = {
      "",
      "Examples:",
      "  cat users.json | muster users import -c default --upsert",
      "      import into the realm default",
      "  muster users import -c staff --tenant https://id.example.com <users.json",
      "      import into the connection staff of a server; $MUSTER_TOKEN has its token",
      "",
      "Exit status:",
      "  0    the job was started (locally: it is finished), even if some users",
      "       failed; or a question was answered with no or Ctrl-C",
      "  1    anything else"
    })
public final class Auth0ImportCommand implements Callable<Integer> {

  public static final String NAME = "import";

  private static final List<String> AGENT_VARIABLES =
      List.of("CLAUDECODE", "CURSOR_AGENT", "AI_AGENT");
  private static final String QUESTION = "Do you want to import these user(s)?";

  private final CliSession session;

  @Mixin private final ImportFlags flags = new ImportFlags();

  public Auth0ImportCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Auth0Text text = text();
    try {
      return run(text);
    } catch (Cancelled e) {
      return ExitStatus.OK;
    } catch (Exception | OutOfMemoryError e) {
      return failed(e, text);
    }
  }

  @SuppressWarnings("try") // of the listening only the end matters
  private int run(Auth0Text text) throws Exception {
    ProcessEnvironment around = session.around();
    boolean terminal = around.inTerminal() && around.outTerminal();
    boolean agent = isAgent(terminal);
    if (agent && (flags.agentMode() || terminal)) {
      text.say("Agent mode: no questions and no colours.");
    }
    around.interrupts().exitWith(ExitStatus.OK); // until something is started
    boolean asks = terminal && !flags.noInput() && !agent;
    try (Interrupts.Listening listening = around.interrupts().listen(() -> false);
        Questions questions =
            new Questions(asks ? Optional.of(around.terminal()) : Optional.empty())) {
      Destination destination =
          flags.tenant().isEmpty()
              ? new LocalDestination(session, flags, text)
              : RemoteDestination.of(session, flags, text);
      checkFlags(questions);
      return carryOut(destination, questions, text);
    }
  }

  private void checkFlags(Questions questions) throws CommandFailure {
    if (!flags.hasConnection() && session.around().inTerminal() && !questions.possible()) {
      throw new CommandFailure("required flag(s) \"connection-name\" not set");
    }
    if (flags.hasUsersAndTemplate()) {
      throw new CommandFailure(
          "if any flags in the group [template users] are set none of the others can be;"
              + " [template users] were all set");
    }
  }

  private int carryOut(Destination destination, Questions questions, Auth0Text text)
      throws Exception {
    List<String> connections = destination.connections();
    if (connections.isEmpty()) {
      throw new CommandFailure(
          "there are currently no active database or passwordless connections to choose from");
    }
    String connection = flags.connection();
    if (!flags.hasConnection() && questions.possible()) {
      connection = questions.open().choose("Connection Name:", connections);
    }
    destination.use(connection);
    PayloadSource source =
        new PayloadSource(flags, session.around(), session.application().settings().limits(), text);
    try {
      InputFile payload = source.payload(questions);
      return imported(destination, questions, payload, source);
    } finally {
      source.discard();
    }
  }

  private int imported(
      Destination destination, Questions questions, InputFile payload, PayloadSource source)
      throws Exception {
    try {
      if (questions.possible()) {
        destination.check(payload);
        if (!questions.open().confirm(QUESTION)) {
          return ExitStatus.OK;
        }
      }
      return destination.importUsers(payload, source);
    } catch (BadEncoding e) {
      throw new InputRefused(EncodingAdvice.ofJson(payload, e.problem(), Remedy.CONVERSION));
    }
  }

  private boolean isAgent(boolean terminal) {
    ProcessEnvironment around = session.around();
    return flags.agentMode()
        || around.variable("AUTH0_AGENT_MODE").equals("true")
        || (terminal
            && !around.variable("AUTH0_AGENT_MODE").equals("false")
            && AGENT_VARIABLES.stream().anyMatch(name -> !around.variable(name).isEmpty()));
  }

  private Auth0Text text() {
    return new Auth0Text(session.err(), ink(), name());
  }

  private Ansi ink() {
    String force = session.around().variable("CLICOLOR_FORCE");
    boolean forced = !force.isEmpty() && !force.equals("0");
    boolean off =
        session.withoutColours()
            || session.around().variable("CLICOLOR").equals("0")
            || flags.agentMode();
    return new Ansi((session.around().outTerminal() || forced) && !off);
  }

  /** The name in headings: the server, or the directory. */
  private String name() {
    if (!flags.tenant().isEmpty()) {
      return RemoteDestination.name(flags.tenant());
    }
    try {
      return session.database().name();
    } catch (SettingsProblem | UsageProblem e) {
      return "muster";
    }
  }

  /** Prints that the command line is wrong; returns the exit status. */
  public int refuse(String problem) {
    text().fail(problem);
    return ExitStatus.PROBLEMS;
  }

  private int failed(Throwable e, Auth0Text text) {
    text.fail(message(e));
    if (session.debug()) {
      session.err().print(Printable.of(Failures.stackTrace(e)));
      session.err().flush();
    }
    return ExitStatus.PROBLEMS;
  }

  private String message(Throwable e) {
    if (e instanceof PayloadProblem) {
      return "invalid JSON input: " + e.getMessage() + fileHint();
    }
    if (e instanceof InputRefused refused) {
      return "invalid JSON input: " + place(refused.problems().get(0));
    }
    if (e instanceof CommandFailure
        || e instanceof RemoteFailure
        || e instanceof UsageProblem
        || e instanceof SettingsProblem) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof OutOfMemoryError) {
      return Failures.OUT_OF_MEMORY;
    }
    boolean expected =
        e instanceof java.io.IOException || e instanceof dev.muster.apply.StoreUnavailable;
    return expected
        ? Failures.reason(e)
        : "this should not happen, and is a defect of Muster (--debug has details): " + e;
  }

  /** What to do if {@code --users} names a file, which many other commands would open. */
  private String fileHint() {
    String users = flags.users().strip();
    String file = users.startsWith("@") ? users.substring(1) : users;
    return isFile(file)
        ? " (--users is the JSON text itself; for a file: --users \"$(cat "
            + ShellText.quoted(file)
            + ")\")"
        : "";
  }

  private boolean isFile(String name) {
    try {
      return !name.isEmpty() && Files.isRegularFile(session.path(Path.of(name)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String place(InputProblem problem) {
    String line = problem.line() > 0 ? "line " + problem.line() + ": " : "";
    boolean named = problem.message().matches("(?s)(Line |Byte \\d+, on line ).*");
    return (named ? "" : line) + problem.message();
  }
}
