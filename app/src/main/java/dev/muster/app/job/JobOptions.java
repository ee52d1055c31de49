package dev.muster.app.job;

import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;

/**
 * What was asked of an import; two runs of one file with equal options are the same import.
 *
 * @param identifier the field that identifies users, where the format doesn't say
 * @param upsert whether existing users are updated, where it was said
 * @param encoding a character set's name, or {@code auto}
 * @param dryRun whether the directory stays as it is
 * @param commit what becomes permanent together
 * @param diff whether results list what becomes different
 * @param restAuth the switches of restauth-import
 */
public record JobOptions(
    Optional<String> identifier,
    Optional<Boolean> upsert,
    String encoding,
    boolean dryRun,
    CommitPolicy commit,
    boolean diff,
    RestAuthOptions restAuth) {

  /** Options of an import that is none of RestAuth's. */
  public JobOptions(
      Optional<String> identifier,
      Optional<Boolean> upsert,
      String encoding,
      boolean dryRun,
      CommitPolicy commit,
      boolean diff) {
    this(identifier, upsert, encoding, dryRun, commit, diff, RestAuthOptions.NONE);
  }

  /** The same, all or nothing. */
  public JobOptions asWhole() {
    return new JobOptions(identifier, upsert, encoding, dryRun, CommitPolicy.WHOLE, diff, restAuth);
  }

  /** As a JSON object; equal options give equal objects. */
  public Struct toStruct() {
    Struct.Builder members = new Struct.Builder();
    identifier.ifPresent(name -> members.put("identifier", Value.of(name)));
    upsert.ifPresent(flag -> members.put("upsert", Value.of(flag)));
    members.put("encoding", Value.of(encoding));
    members.put("dry_run", Value.of(dryRun));
    members.put("atomic", Value.of(commit == CommitPolicy.WHOLE));
    members.put("diff", Value.of(diff));
    if (restAuth.any()) {
      members.put("restauth", restAuth.toStruct());
    }
    return members.build();
  }

  /** Reads what {@link #toStruct} made. */
  public static JobOptions of(Struct members) {
    return new JobOptions(
        Optional.ofNullable(members.text("identifier")),
        members.has("upsert") ? Optional.of(flag(members, "upsert")) : Optional.empty(),
        Optional.ofNullable(members.text("encoding")).orElse("auto"),
        flag(members, "dry_run"),
        flag(members, "atomic") ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
        flag(members, "diff"),
        members.get("restauth") instanceof Struct switches
            ? RestAuthOptions.of(switches)
            : RestAuthOptions.NONE);
  }

  private static boolean flag(Struct members, String name) {
    return Value.TRUE.equals(members.get(name));
  }
}
