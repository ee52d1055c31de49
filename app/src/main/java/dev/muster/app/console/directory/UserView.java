package dev.muster.app.console.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page of a user.
 *
 * @param attributes at most {@link UserDetails#ATTRIBUTES_MAX}
 * @param moreAttributes how many attributes are not shown
 * @param factors the kinds of second factors, without their values
 * @param passwordScheme empty without a password
 * @param createdBy the import that made the user
 */
public record UserView(
    String id,
    String label,
    String realm,
    boolean disabled,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    List<Fact> logins,
    List<Fact> attributes,
    int moreAttributes,
    List<Reference> roles,
    List<Reference> groups,
    List<String> externalIds,
    Optional<String> passwordScheme,
    boolean passwordResetRequired,
    List<String> factors,
    Instant createdAt,
    Instant updatedAt,
    Optional<Reference> createdBy) {

  /** A value, and whether it was verified. */
  public record Fact(String label, String value, boolean verified) {}

  /** A link to something. */
  public record Reference(String label, String href) {}
}
