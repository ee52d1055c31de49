package dev.muster.app.cli.server;

import dev.muster.app.Application;
import dev.muster.app.cli.imports.WorkerCommand;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.AccessListener;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.metrics.MeteredWebhooks;
import dev.muster.app.http.metrics.MeteredWork;
import dev.muster.app.http.metrics.ServerMetrics;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.app.webhook.Webhooks;
import dev.muster.app.worker.ExpiredImports;
import dev.muster.app.worker.SearchIndexing;
import dev.muster.app.worker.WorkEvents;
import dev.muster.app.worker.Worker;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster serve}. */
@Command(
    name = "serve",
    sortOptions = false,
    description = {
      "Serve the web console and the APIs over HTTP, until stopped.",
      "The APIs are Authgear's, Auth0's and Muster's own. The server carries out the",
      "imports that they receive. See docs/server.md and docs/console.md."
    },
    footer = {
      "",
      "The server prints \"listening on ADDRESS\" on standard error when it is ready.",
      "SIGTERM and Ctrl-C stop it: the records under way are finished first, and the",
      "next server or worker continues with the rest.",
      "",
      "Plain HTTP is for this machine alone: set server.tls in muster.yml, or use",
      "--behind-proxy.",
      "",
      "Exit status:",
      "  0    stopped",
      "  2    bad usage, or the address can't be listened on",
      "  3    the database can't be reached at the start"
    })
public final class ServeCommand implements Callable<Integer> {

  private static final int PORT_MAX = 65_535;

  private final CliSession session;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on. Default: server.host, or else 127.0.0.1.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The port to listen on; 0 for any free one. Default: server.port, or else 8420.")
  private @Nullable Integer port;

  @Option(
      names = "--behind-proxy",
      description = "A proxy in front of the server does TLS, and only it can reach the server.")
  private boolean behindProxy;

  @Option(
      names = "--imports",
      paramLabel = "N",
      description = "How many imports are run at a time. Default: 4.")
  private int imports = 4;

  @Option(
      names = "--json",
      description = "Log imports and requests as JSON documents, one a line, on standard output.")
  private boolean json;

  public ServeCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.output().whileWorking(this::serve);
  }

  private int serve() throws Exception {
    String node = WorkerCommand.nodeName();
    WorkEvents events = WorkerCommand.events(session, json, node);
    CountDownLatch stopped = new CountDownLatch(1);
    WorkerCommand.requireImports(imports);
    ServerSettings listen = listen();
    session.store(); // creates the directory and the realms of the settings
    Application application = session.application();
    ServerMetrics metrics = new ServerMetrics(application.database());
    Worker worker = application.worker(node, new MeteredWork(events, metrics));
    Webhooks webhooks = webhooks(application, node, metrics);
    Interrupts.Listening listening = session.around().interrupts().listen(() -> stop(stopped));
    ExpiredImports expired =
        new ExpiredImports(application.database(), Clock.systemUTC(), application.retention());
    SearchIndexing indexing = new SearchIndexing(application.database(), worker::isBusy);
    try (listening;
        worker;
        expired;
        indexing;
        webhooks;
        HttpServer server = application.serverAssembly().start(listen, metrics, access())) {
      webhooks.start();
      worker.start(imports);
      tell(server);
      stopped.await();
      session.say("stopping as soon as the records under way are done");
    }
    return ExitStatus.OK;
  }

  private Webhooks webhooks(Application application, String node, ServerMetrics metrics)
      throws Exception {
    WebhookEvents events = WorkerCommand.webhookEvents(session, json, node);
    return application.serverAssembly().webhooks(new MeteredWebhooks(events, metrics));
  }

  private ServerSettings listen() throws Exception {
    ServerSettings set = session.application().settings().server();
    if (port != null && (port < 0 || port > PORT_MAX)) {
      throw new UsageProblem("--port is a number from 0 to " + PORT_MAX + ", not " + port);
    }
    return set.listeningOn(
        host == null ? set.host() : host,
        port == null ? set.port() : port,
        behindProxy || set.behindProxy());
  }

  private AccessListener access() {
    return json ? new AccessLines(session.out()) : answered -> {};
  }

  private void tell(HttpServer server) throws Exception {
    String address = server.address();
    session.err().println("listening on " + address);
    String console = session.application().settings().server().publicUrl().orElse(address);
    session.err().println("the console is at " + console.replaceFirst("/*$", "/"));
    if (!session.store().administrators().exist()) {
      session.err().println("it has no administrator yet; make one with:");
      session.err().println("  " + session.command("admins create NAME"));
    }
    session.err().println("try it from another terminal:");
    session.err().println("  TOKEN=$(" + session.command("token create --ttl 1h") + ")");
    session
        .err()
        .println(
            "  curl -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
                + " --data-binary @examples/authgear-users.json "
                + address
                + "/_api/admin/users/import");
    session
        .err()
        .println(
            "  curl -H \"Authorization: Bearer $TOKEN\" "
                + address
                + "/_api/admin/users/import/ID   # the id of the answer");
    session.err().flush();
  }

  private static boolean stop(CountDownLatch stopped) {
    stopped.countDown();
    return true;
  }
}
