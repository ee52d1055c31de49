package dev.muster.app.console.directory;

import dev.muster.app.console.directory.UserView.Fact;
import dev.muster.app.console.directory.UserView.Reference;
import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.Texts;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.user.Account;
import dev.muster.user.GroupId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Mfa;
import dev.muster.user.User;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of a user shows. */
final class UserDetails {

  /** The most attributes, roles, groups or external ids on a page. */
  static final int ATTRIBUTES_MAX = 40;

  private final Session session;
  private final Texts texts;
  private final Map<String, String> labels;

  UserDetails(Session session, Settings settings, Texts texts) {
    this.session = session;
    this.texts = texts;
    this.labels =
        settings.attributes().stream()
            .collect(
                Collectors.toMap(
                    AttributeDeclaration::name, AttributeDeclaration::label, (one, other) -> one));
  }

  /**
   * The page of a user.
   *
   * @param realm the name of the user's realm
   */
  UserView of(User user, String realm) {
    Account account = user.account();
    String id = session.users().ids().show(user.id());
    List<Fact> attributes = attributes(account);
    List<Fact> shown = attributes.subList(0, Math.min(ATTRIBUTES_MAX, attributes.size()));
    return new UserView(
        id,
        Shown.onPage(UserRow.label(account, id)),
        realm,
        account.disabled(),
        Optional.ofNullable(account.validFrom()),
        Optional.ofNullable(account.validUntil()),
        logins(account),
        shown,
        attributes.size() - shown.size(),
        account.roles().stream().limit(ATTRIBUTES_MAX).map(key -> role(realm, key)).toList(),
        groups(account, realm),
        account.externalIds().stream()
            .limit(ATTRIBUTES_MAX)
            .map(external -> Shown.onPage(external.source() + ":" + external.id()))
            .toList(),
        Optional.ofNullable(account.password()).map(hash -> hash.scheme()),
        account.passwordResetRequired(),
        factors(account.mfa()),
        user.createdAt(),
        user.updatedAt(),
        creator(user, realm).map(UserDetails::reference));
  }

  private List<Fact> logins(Account account) {
    List<Fact> logins = new ArrayList<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      Optional.ofNullable(account.loginId(kind))
          .ifPresent(
              login ->
                  logins.add(
                      new Fact(
                          texts.text("user." + kind.wireName()),
                          Shown.onPage(login.value()),
                          account.verified(kind))));
    }
    return logins;
  }

  private List<Fact> attributes(Account account) {
    List<Fact> facts = new ArrayList<>();
    for (Struct part : List.of(account.attributes(), account.customAttributes())) {
      for (int i = 0; i < part.size(); i++) {
        String name = part.nameAt(i);
        facts.add(
            new Fact(
                Shown.inList(labels.getOrDefault(name, name)),
                Shown.onPage(part.valueAt(i)),
                account.verifiedAttributes().contains(name)));
      }
    }
    return facts;
  }

  private static Reference role(String realm, String key) {
    return new Reference(
        Shown.inList(key), Link.to("/users/").with("realm", realm).with("role", key).href());
  }

  private static List<Reference> groups(Account account, String realm) {
    return Stream.concat(
            account.groups().stream().map(name -> new GroupId(null, name)),
            account.serviceGroups().stream())
        .limit(ATTRIBUTES_MAX)
        .map(group -> new Reference(label(group), GroupPages.href(realm, group)))
        .toList();
  }

  /** The group's name, after that of its service if it has one. */
  static String label(GroupId group) {
    return Shown.inList(
        group.service() == null ? group.name() : group.service() + " / " + group.name());
  }

  private static List<String> factors(Mfa mfa) {
    Set<String> kinds = new LinkedHashSet<>();
    add(kinds, "email", mfa.email());
    add(kinds, "phone_number", mfa.phoneNumber());
    add(kinds, "password", mfa.password());
    add(kinds, "totp", mfa.totpSecret());
    mfa.further().forEach(factor -> kinds.add(factor.kind().wireName()));
    return List.copyOf(kinds);
  }

  private static void add(Set<String> kinds, String kind, @Nullable Object value) {
    if (value != null) {
      kinds.add(kind);
    }
  }

  /**
   * The import that created a user: new users have its time and a number that it reserved. Empty if
   * it is deleted, or the user was not imported.
   */
  private Optional<Job> creator(User user, String realm) {
    JobFilter filter = JobFilter.ALL.ofRealm(realm).thatMade(user.id(), user.createdAt());
    return session.jobs().page(filter, JobStore.LATEST, 1).stream().findFirst();
  }

  private static Reference reference(Job job) {
    return new Reference(Shown.inList(job.source()), "/users/import/" + job.id() + "/");
  }
}
