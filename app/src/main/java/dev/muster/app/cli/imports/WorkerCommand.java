package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.run.HostName;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.app.webhook.Webhooks;
import dev.muster.app.worker.WorkEvents;
import dev.muster.app.worker.Worker;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster worker}. */
@Command(
    name = "worker",
    sortOptions = false,
    description = {
      "Carry out submitted imports, until stopped.",
      "muster import --submit submits one. Any number of workers share the work. On",
      "PostgreSQL they may be on many machines, and one that has no import of its own",
      "helps to hash the plain passwords of another one's, with all cores."
    },
    footer = {
      "",
      "SIGTERM and Ctrl-C stop it: what it has begun is handed to another worker after",
      "the records under way. Of a worker that was killed, another one takes over",
      "within seconds.",
      "",
      "Exit status:",
      "  0    stopped",
      "  2    bad usage",
      "  3    the database can't be reached at the start"
    })
public final class WorkerCommand implements Callable<Integer> {

  private static final int IMPORTS_MAX = 64;

  private final CliSession session;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "The name of this worker. Default: the machine's name and the process's id.")
  private @Nullable String node;

  @Option(
      names = "--imports",
      paramLabel = "N",
      description = "How many imports are carried out at a time. Default: 1.")
  private int imports = 1;

  @Option(
      names = "--json",
      description = "Print what happens as JSON documents, one a line, on standard output.")
  private boolean json;

  public WorkerCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.output().whileWorking(this::work);
  }

  private int work() throws Exception {
    requireImports(imports);
    String name = node == null || node.isBlank() ? nodeName() : node;
    WorkEvents events = events(session, json, name);
    CountDownLatch stopped = new CountDownLatch(1);
    session.store(); // makes the realms of the settings
    Worker worker = session.application().worker(name, events);
    Webhooks webhooks =
        session.application().serverAssembly().webhooks(webhookEvents(session, json, name));
    Interrupts.Listening listening = session.around().interrupts().listen(() -> stop(stopped));
    try (listening;
        worker;
        webhooks) {
      webhooks.start();
      worker.start(imports);
      session.say("worker " + name + " waits for imports of " + session.knownStore().name());
      stopped.await();
      session.say(
          "worker " + name + (worker.isBusy() ? " stops after the records under way" : " stops"));
    }
    return ExitStatus.OK;
  }

  /** Checks the value of {@code --imports}. */
  public static void requireImports(int imports) throws UsageProblem {
    if (imports < 1 || imports > IMPORTS_MAX) {
      throw new UsageProblem("--imports is a number from 1 to " + IMPORTS_MAX + ", not " + imports);
    }
  }

  /** The name of this process, unless another was given: the machine's and the process's id. */
  public static String nodeName() {
    return HostName.here() + "-" + ProcessHandle.current().pid();
  }

  /** Prints events: as JSON lines on standard output, or as text on standard error. */
  public static WorkEvents events(CliSession session, boolean json, String node) {
    return json ? new WorkLines(session.out(), node) : new WorkWords(session.err());
  }

  /** Prints what becomes of messages to webhooks, in the same way. */
  public static WebhookEvents webhookEvents(CliSession session, boolean json, String node) {
    return json ? new WebhookLines(session.out(), node) : new WebhookWords(session.err());
  }

  private static boolean stop(CountDownLatch stopped) {
    stopped.countDown();
    return true;
  }
}
