package dev.muster.app.cli.server;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.settings.WebhookSettings;
import dev.muster.app.webhook.TestMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster webhooks test}. */
@Command(
    name = "test",
    sortOptions = false,
    description = {
      "Send a signed message to the webhooks of the settings now, and print the answers.",
      "The message has the type webhook.test. It is sent once, and leaves no trace."
    },
    footer = {"", "Exit status: 0 if every answer was a 2xx, 1 if not."})
public final class WebhooksTestCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "URL",
      description = {
        "The URL of the webhook, or a part of it. Default: all webhooks.",
      })
  private String url = "";

  public WebhooksTestCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = session.application().settings();
    Path folder =
        settings.origin().file().map(Path::getParent).orElseGet(() -> session.path(Path.of("")));
    boolean accepted = true;
    for (WebhookSettings webhook : chosen(settings.webhooks())) {
      accepted &= test(webhook, folder);
    }
    return accepted ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }

  /** The webhooks whose URL, without a query, has the text of the argument. */
  private List<WebhookSettings> chosen(List<WebhookSettings> all) throws UsageProblem {
    if (all.isEmpty()) {
      throw new UsageProblem(
          "there are no webhooks in the settings: add one to the list webhooks in muster.yml");
    }
    List<WebhookSettings> chosen =
        all.stream().filter(webhook -> webhook.shownUrl().contains(url)).toList();
    if (chosen.isEmpty()) {
      throw new UsageProblem(
          "no webhook has '"
              + url
              + "' in its URL: there is "
              + all.stream().map(WebhookSettings::shownUrl).collect(Collectors.joining(", ")));
    }
    return chosen;
  }

  private boolean test(WebhookSettings webhook, Path folder) throws SettingsProblem {
    TestMessage.Result result = TestMessage.send(webhook, folder, Instant.now());
    String answer =
        result.status().isPresent()
            ? "HTTP status " + result.status().getAsInt()
            : result.reason().orElse("no answer");
    session
        .out()
        .println(
            Printable.of(webhook.shownUrl())
                + (result.isAccepted() ? " has accepted " : " has not accepted ")
                + result.id()
                + ": "
                + Printable.of(answer)
                + " after "
                + result.time().toMillis()
                + " ms");
    return result.isAccepted();
  }
}
