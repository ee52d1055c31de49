package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.cli.text.RuleChanges;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.RulesBroken;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster realms apply}. */
@Command(
    name = "apply",
    sortOptions = false,
    description = {
      "Make realms follow the rules of uniqueness that muster.yml has.",
      "Realms that it names are made. What it does not speak of stays as it is. An import does"
          + " the same for its own realm before it writes."
    })
public final class RealmsApplyCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--realm", paramLabel = "NAME", description = "Only this one. Default: all.")
  private @Nullable String realm;

  public RealmsApplyCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = session.application().settings();
    Session store = session.store();
    if (realm != null) {
      new RealmNames(store.catalogs()).number(realm);
    }
    List<Realm> realms =
        store.catalogs().realms().stream()
            .filter(one -> realm == null || one.name().equals(realm))
            .toList();
    for (Realm before : realms) {
      apply(before, settings.realm(before), store);
    }
    return ExitStatus.OK;
  }

  private void apply(Realm before, Realm after, Session store) throws UsageProblem {
    String name = "realm " + before.name() + ": ";
    if (before.hasSameRules(after)) {
      session.out().println(name + "unchanged");
      return;
    }
    try {
      store.adopt(after, session.actor(), Clock.systemUTC().instant());
    } catch (RulesBroken e) {
      throw new UsageProblem(e.reason());
    }
    session.out().println(name + RuleChanges.words(before, after));
  }
}
