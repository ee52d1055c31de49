package dev.muster.app.job.missing;

import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user who is missing from an import's input.
 *
 * @param number the user's number; the user may be deleted by now
 * @param login the user name, e-mail address, phone number or external id at that time; empty if
 *     the user had none
 */
public record MissingUser(long number, String login) {

  public static MissingUser of(User user) {
    Account account = user.account();
    @Nullable LoginId first =
        account.username() != null
            ? account.username()
            : account.email() != null ? account.email() : account.phoneNumber();
    return new MissingUser(
        user.id(), first == null ? externalId(account.externalIds().stream()) : first.value());
  }

  private static String externalId(Stream<ExternalId> ids) {
    return ids.sorted().findFirst().map(id -> id.source() + ":" + id.id()).orElse("");
  }
}
