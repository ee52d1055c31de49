package dev.muster.app.job;

import dev.muster.app.job.missing.MissingOptions;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.Set;

/**
 * The requested options of an import, and the settings that it started with.
 *
 * @param identifier the field that identifies users; empty if the input's format determines it
 * @param upsert whether existing users are updated; empty if not specified
 * @param encoding a character set's name, or {@code auto}
 * @param dryRun whether the directory stays unchanged
 * @param commit which parts are committed together
 * @param diff whether results list the changed values
 * @param formatOptions options of the input's format, as further members of the stored JSON object
 * @param ownRealmOnly whether users of other realms, whom external ids may find, must not be
 *     changed
 * @param missing what to do about users who are missing from the input; empty for nothing
 * @param settings the settings that affect the results; empty before the import is recorded, and
 *     for imports that an older version recorded
 */
public record JobOptions(
    Optional<String> identifier,
    Optional<Boolean> upsert,
    String encoding,
    boolean dryRun,
    CommitPolicy commit,
    boolean diff,
    Struct formatOptions,
    boolean ownRealmOnly,
    Optional<MissingOptions> missing,
    Optional<RecordedSettings> settings) {

  /** The members of the JSON object that don't belong to a format. */
  private static final Set<String> MEMBERS =
      Set.of(
          "identifier",
          "upsert",
          "encoding",
          "dry_run",
          "atomic",
          "diff",
          "own_realm_only",
          "missing",
          "settings");

  /** Options of an import that is not recorded yet. */
  public JobOptions(
      Optional<String> identifier,
      Optional<Boolean> upsert,
      String encoding,
      boolean dryRun,
      CommitPolicy commit,
      boolean diff,
      Struct formatOptions) {
    this(
        identifier,
        upsert,
        encoding,
        dryRun,
        commit,
        diff,
        formatOptions,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Options without any of a format. */
  public JobOptions(
      Optional<String> identifier,
      Optional<Boolean> upsert,
      String encoding,
      boolean dryRun,
      CommitPolicy commit,
      boolean diff) {
    this(identifier, upsert, encoding, dryRun, commit, diff, Struct.EMPTY);
  }

  /** These options, with {@link CommitPolicy#WHOLE}. */
  public JobOptions asWhole() {
    return with(CommitPolicy.WHOLE, ownRealmOnly, missing, settings);
  }

  /** These options with others of the format. */
  public JobOptions withFormatOptions(Struct others) {
    return new JobOptions(
        identifier,
        upsert,
        encoding,
        dryRun,
        commit,
        diff,
        others,
        ownRealmOnly,
        missing,
        settings);
  }

  /** These options, without anything to be done about missing users. */
  public JobOptions withoutMissing() {
    return with(commit, ownRealmOnly, Optional.empty(), settings);
  }

  /** These options for an input in another encoding. */
  public JobOptions encodedAs(String charset) {
    return new JobOptions(
        identifier,
        upsert,
        charset,
        dryRun,
        commit,
        diff,
        formatOptions,
        ownRealmOnly,
        missing,
        settings);
  }

  /** These options for a dry run that lists the changed values. */
  public JobOptions asSimulation() {
    return new JobOptions(
        identifier,
        upsert,
        encoding,
        true,
        commit,
        true,
        formatOptions,
        ownRealmOnly,
        missing,
        settings);
  }

  /** These options for an import that changes the directory. */
  public JobOptions asExecution() {
    return new JobOptions(
        identifier,
        upsert,
        encoding,
        false,
        commit,
        diff,
        formatOptions,
        ownRealmOnly,
        missing,
        settings);
  }

  /** These options, with results that list the changed values. */
  public JobOptions withDiff() {
    return new JobOptions(
        identifier,
        upsert,
        encoding,
        dryRun,
        commit,
        true,
        formatOptions,
        ownRealmOnly,
        missing,
        settings);
  }

  /** These options, for somebody who may not change users of other realms. */
  public JobOptions withinRealm() {
    return with(commit, true, missing, settings);
  }

  /** These options, with something to be done about users who are missing from the input. */
  public JobOptions with(MissingOptions about) {
    return with(commit, ownRealmOnly, Optional.of(about), settings);
  }

  /** These options, with the settings that the import starts with. */
  public JobOptions with(RecordedSettings recorded) {
    return with(commit, ownRealmOnly, missing, Optional.of(recorded));
  }

  /**
   * Whether the options, without settings, are equal; then two imports of one file are the same
   * import.
   */
  public boolean askTheSame(JobOptions other) {
    return withoutSettings().equals(other.withoutSettings());
  }

  private JobOptions withoutSettings() {
    return with(commit, ownRealmOnly, missing, Optional.empty());
  }

  private JobOptions with(
      CommitPolicy policy,
      boolean withinRealm,
      Optional<MissingOptions> about,
      Optional<RecordedSettings> recorded) {
    return new JobOptions(
        identifier,
        upsert,
        encoding,
        dryRun,
        policy,
        diff,
        formatOptions,
        withinRealm,
        about,
        recorded);
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
    for (int i = 0; i < formatOptions.size(); i++) {
      members.put(formatOptions.nameAt(i), formatOptions.valueAt(i));
    }
    if (ownRealmOnly) {
      members.put("own_realm_only", Value.TRUE);
    }
    missing.ifPresent(about -> members.put("missing", about.toStruct()));
    settings.ifPresent(recorded -> members.put("settings", recorded.toStruct()));
    return members.build();
  }

  /** Parses the result of {@link #toStruct}. */
  public static JobOptions of(Struct members) {
    return new JobOptions(
        Optional.ofNullable(members.text("identifier")),
        members.has("upsert") ? Optional.of(flag(members, "upsert")) : Optional.empty(),
        Optional.ofNullable(members.text("encoding")).orElse("auto"),
        flag(members, "dry_run"),
        flag(members, "atomic") ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
        flag(members, "diff"),
        formatOptions(members),
        flag(members, "own_realm_only"),
        members.get("missing") instanceof Struct about
            ? Optional.of(MissingOptions.of(about))
            : Optional.empty(),
        members.get("settings") instanceof Struct recorded
            ? Optional.of(RecordedSettings.of(recorded))
            : Optional.empty());
  }

  private static Struct formatOptions(Struct members) {
    Struct.Builder own = new Struct.Builder();
    for (int i = 0; i < members.size(); i++) {
      if (!MEMBERS.contains(members.nameAt(i))) {
        own.put(members.nameAt(i), members.valueAt(i));
      }
    }
    return own.build();
  }

  private static boolean flag(Struct members, String name) {
    return Value.TRUE.equals(members.get(name));
  }
}
