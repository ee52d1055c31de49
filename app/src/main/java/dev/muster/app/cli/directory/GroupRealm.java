package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Catalogs;
import dev.muster.user.Realm;
import picocli.CommandLine.Option;

/** The realm whose groups a command sees beside those of services. */
final class GroupRealm {

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      description = "Where groups without a service are looked for. Default: default.")
  private String name = Realm.DEFAULT;

  Realm realm(CliSession session) throws SettingsProblem, UsageProblem {
    Catalogs catalogs = session.storeToRead().catalogs();
    new RealmNames(catalogs).number(name);
    return catalogs.realm(name).orElseThrow();
  }
}
