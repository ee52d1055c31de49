package dev.muster.app.cli;

import dev.muster.app.Application;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsDocument;
import dev.muster.app.settings.YamlText;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code muster config print}. */
@Command(
    name = "print",
    sortOptions = false,
    description = {
      "Print the settings in force as YAML, with all defaults and without secrets.",
      "Comments at the top tell where the settings and the directory's address come from.",
      "No database is opened."
    })
final class ConfigPrintCommand implements Callable<Integer> {

  private static final String LEFT_OUT = "(left out)";

  private final CliSession session;

  ConfigPrintCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Application application = session.application();
    Settings settings = application.settings();
    session.out().println("# settings: " + session.printed().settingsSource());
    session.out().println("# database: " + session.printed().databaseSource());
    Struct document =
        SettingsDocument.of(settings)
            .edit()
            .put("database", Value.of(application.addresses().directory()))
            .build();
    session.out().print(YamlText.of(redacted(document)));
    return ExitStatus.OK;
  }

  /** Removes the passwords of databases, the peppers, and the secrets of webhooks. */
  private static Struct redacted(Struct document) {
    Struct.Builder members = document.edit();
    redact(members, "database");
    if (document.get("databases") instanceof Struct databases) {
      Struct.Builder aliases = databases.edit();
      databases.names().forEach(alias -> redact(aliases, alias));
      members.put("databases", aliases.build());
    }
    if (document.get("passwords") instanceof Struct passwords
        && passwords.get("peppers") instanceof Struct peppers) {
      Struct.Builder hidden = peppers.edit();
      peppers.names().forEach(name -> hidden.put(name, withoutValue(peppers.get(name))));
      members.put("passwords", passwords.edit().put("peppers", hidden.build()).build());
    }
    if (document.get("webhooks") instanceof Value.Array webhooks) {
      members.put(
          "webhooks",
          new Value.Array(
              webhooks.items().stream().map(ConfigPrintCommand::withoutSecrets).toList()));
    }
    return members.build();
  }

  /** Replaces the value of a pepper; the name of a file is kept. */
  private static Value withoutValue(@Nullable Value pepper) {
    if (!(pepper instanceof Struct struct)) {
      return Value.of(LEFT_OUT);
    }
    return struct.has("value") ? Struct.of("value", Value.of(LEFT_OUT)) : struct;
  }

  /** Replaces the secrets of a webhook, and the query of its URL, which may hold one. */
  private static Value withoutSecrets(Value webhook) {
    if (!(webhook instanceof Struct struct)) {
      return webhook;
    }
    Struct.Builder members = struct.edit();
    if (struct.get("secrets") instanceof Value.Array secrets) {
      members.put(
          "secrets",
          new Value.Array(
              secrets.items().stream().<Value>map(secret -> Value.of(LEFT_OUT)).toList()));
    }
    String url = struct.text("url");
    if (url != null && url.indexOf('?') >= 0) {
      members.put("url", Value.of(url.substring(0, url.indexOf('?') + 1) + LEFT_OUT));
    }
    return members.build();
  }

  private static void redact(Struct.Builder members, String name) {
    if (members.get(name) instanceof Value.Text address) {
      members.put(name, Value.of(PostgresAddress.withoutPassword(address.text())));
    }
  }
}
