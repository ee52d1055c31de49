package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.RecordedSettings;
import dev.muster.app.json.JsonText;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsDocument;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of imports: the current ones for a new import, the recorded ones for an existing
 * import, so that a resumed import has the same result as an uninterrupted one. Thread-safe.
 */
final class JobSettings {

  private final Settings atHand;
  private final Formats formats;

  /**
   * Settings for imports.
   *
   * @param atHand the current settings of muster.yml
   * @param formats the formats of recorded imports
   */
  JobSettings(Settings atHand, Formats formats) {
    this.atHand = atHand;
    this.formats = formats;
  }

  /** The settings to store with a new import. */
  static RecordedSettings record(Settings atHand, String realm, ImportFormat format) {
    return new RecordedSettings(
        atHand.origin().file().map(Path::toString),
        atHand.origin().digest(),
        SettingsDocument.deciding(atHand, realm, format.hashesPasswords()));
  }

  /** The settings to use for a recorded import. */
  Settings of(Job job) throws UsageProblem {
    Optional<RecordedSettings> recorded = job.options().settings();
    if (recorded.isEmpty()) {
      return atHand; // an older version recorded it
    }
    String text = JsonText.of(recorded.get().deciding());
    try {
      Settings then = SettingsFile.parse("the settings of import " + job.id(), text);
      return atHand.decidedBy(then, job.realm());
    } catch (SettingsProblem e) {
      throw new UsageProblem(
          e.getMessage() + "; another version of Muster put it on record: resume it with that one");
    }
  }

  /**
   * The differences between recorded and current settings; none if there is no settings file.
   *
   * @return phrases such as {@code default_country was FR and is DE}
   */
  private List<String> differences(Job job) throws UsageProblem {
    return atHand.origin().file().isEmpty() ? List.of() : changes(job);
  }

  /**
   * Whether an import keeps settings that differ from the current ones; if so, reports it.
   *
   * @throws UsageProblem if it can't keep them, because another settings file was named explicitly
   *     or the settings for hashing passwords differ
   */
  boolean differ(Job job, ImportProgress progress) throws UsageProblem {
    refuseOthersNamed(job);
    refuseOtherPasswords(job);
    List<String> differences = differences(job);
    if (!differences.isEmpty()) {
      progress.keepsSettings(job, differences);
    }
    return !differences.isEmpty();
  }

  /**
   * Refuses to resume an import with an explicitly named settings file that differs from its own.
   *
   * @throws UsageProblem with what differs, and the remedy
   */
  private void refuseOthersNamed(Job job) throws UsageProblem {
    if (atHand.origin().named()) {
      refuse(job, changes(job), JobSettings::withoutConfig);
    }
  }

  /**
   * Refuses to hash an import's passwords with other settings than it started with. The settings
   * for hashing passwords are fixed for the process.
   *
   * @throws UsageProblem with what differs, and the remedy
   */
  void refuseOtherPasswords(Job job) throws UsageProblem {
    refuse(
        job,
        changes(job).stream().filter(each -> each.startsWith("passwords.")).toList(),
        JobSettings::sameFile);
  }

  private List<String> changes(Job job) throws UsageProblem {
    Optional<RecordedSettings> recorded = job.options().settings();
    return recorded.isEmpty()
        ? List.of()
        : SettingsChanges.between(
            recorded.get().deciding(),
            SettingsDocument.deciding(
                atHand, job.realm(), formats.named(job.format()).hashesPasswords()));
  }

  private void refuse(Job job, List<String> differences, Function<RecordedSettings, String> remedy)
      throws UsageProblem {
    if (!differences.isEmpty()) {
      throw new UsageProblem(
          "import "
              + job.id()
              + " began with other settings: "
              + String.join(", ", differences)
              + atHand.origin().file().map(file -> " in " + file).orElse("")
              + ". "
              + remedy.apply(job.options().settings().orElseThrow()));
    }
  }

  private static String withoutConfig(RecordedSettings recorded) {
    String keeping = "without --config, which keeps the settings that it began with";
    return isUnchanged(recorded)
        ? "Resume it with --config " + recorded.file().orElseThrow() + ", or " + keeping
        : "Resume it " + keeping;
  }

  private static String sameFile(RecordedSettings recorded) {
    if (recorded.file().isEmpty()) {
      return "It began without a settings file: resume it from a folder without muster.yml";
    }
    String file = recorded.file().get();
    return isUnchanged(recorded)
        ? "Resume it with --config " + file
        : "It began with " + file + ", which has changed since: set that back, or import anew";
  }

  /** Whether the settings file that an import started with still exists unchanged. */
  private static boolean isUnchanged(RecordedSettings recorded) {
    return recorded
        .file()
        .flatMap(file -> SettingsFile.digest(Path.of(file)))
        .filter(recorded.digest()::equals)
        .isPresent();
  }
}
