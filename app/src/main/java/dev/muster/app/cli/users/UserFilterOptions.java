package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ImportNames;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.SearchedTexts;
import dev.muster.app.store.UserFilter;
import dev.muster.user.Catalog;
import dev.muster.user.ExternalId;
import dev.muster.user.Realm;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select users; without any of them, all users are selected. */
final class UserFilterOptions {

  @Option(names = "--realm", paramLabel = "NAME", description = "Of one realm. Default: all.")
  private @Nullable String realm;

  @Option(
      names = "--login",
      paramLabel = "PREFIX",
      description = "Only those whose user name, e-mail address or phone number begins so.")
  private @Nullable String login;

  @Option(
      names = "--name",
      paramLabel = "PART",
      description =
          "Only those with it in a name: name, given_name, middle_name, family_name, nickname.")
  private @Nullable String name;

  @Option(names = "--role", paramLabel = "KEY", description = "Only those who have a role.")
  private @Nullable String role;

  @Option(
      names = "--group",
      paramLabel = "KEY",
      description = "Only direct members of a group of their realm; see muster groups members.")
  private @Nullable String group;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      completionCandidates = UserStates.class,
      converter = UserStates.class,
      description = "Only those who are enabled or disabled.")
  private UserFilter.@Nullable State state;

  @Option(
      names = "--external-id",
      paramLabel = "SOURCE:ID",
      description = "Only those with an external id.")
  private @Nullable String externalId;

  @Option(
      names = "--import",
      paramLabel = "ID",
      description = "Only those whom an import created; enough of its id's beginning will do.")
  private @Nullable String createdBy;

  /**
   * The filter.
   *
   * @throws UsageProblem if a realm, role, group or import does not exist, so that a typing error
   *     does not look like an answer; or if a text is of the wrong form
   */
  UserFilter filter(CliSession session) throws SettingsProblem, UsageProblem {
    Catalogs catalogs = session.storeToRead().catalogs();
    UserFilter filter = UserFilter.ALL;
    if (realm != null) {
      filter = filter.ofRealm(new RealmNames(catalogs).number(realm));
    }
    if (login != null) {
      filter = filter.withLogin(login);
    }
    if (name != null) {
      if (SearchedTexts.name(name).isEmpty()) {
        throw new UsageProblem("the PART of --name is white space only");
      }
      filter = filter.named(name);
    }
    if (role != null) {
      String key = role;
      require("role", key, catalog -> catalog.role(key) != null, catalogs);
      filter = filter.withRole(key);
    }
    if (group != null) {
      String key = group;
      require("group", key, catalog -> catalog.group(key) != null, catalogs);
      filter = filter.inGroup(key);
    }
    if (state != null) {
      filter = filter.in(state);
    }
    if (externalId != null) {
      filter = filter.withExternalId(externalId(externalId));
    }
    return createdBy == null ? filter : filter.createdBy(ImportNames.job(createdBy, session));
  }

  private void require(String kind, String key, Predicate<Catalog> has, Catalogs catalogs)
      throws UsageProblem {
    List<Realm> realms =
        catalogs.realms().stream()
            .filter(one -> realm == null || one.name().equals(realm))
            .toList();
    if (realms.stream().noneMatch(one -> has.test(catalogs.of(one)))) {
      throw new UsageProblem(
          "there is no " + kind + " " + key + (realm == null ? "" : " in realm " + realm));
    }
  }

  private static ExternalId externalId(String text) throws UsageProblem {
    return ExternalId.parse(text)
        .orElseThrow(
            () -> new UsageProblem("the external id " + text + " is not of the form SOURCE:ID"));
  }
}
