package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Administrator;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster admins list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the administrators of the console, with their realms.")
public final class AdminsListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public AdminsListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    for (Administrator each : session.storeToRead().administrators().all()) {
      session.out().println(json ? JsonText.of(document(each)) : Printable.of(line(each)));
    }
    return ExitStatus.OK;
  }

  private static String line(Administrator each) {
    return each.name()
        + "  "
        + each.realms()
            .map(realms -> String.join(", ", new TreeSet<>(realms)))
            .orElse("all realms");
  }

  /** Realms are null for an administrator of all realms. */
  private static Struct document(Administrator each) {
    return new Struct.Builder()
        .append("name", Value.of(each.name()))
        .append("realms", each.realms().map(AdminsListCommand::sorted).orElse(Value.NULL))
        .append("created_at", Value.of(each.createdAt().toString()))
        .build();
  }

  private static Value sorted(Set<String> realms) {
    return new Value.Array(new TreeSet<>(realms).stream().map(Value::of).toList());
  }
}
