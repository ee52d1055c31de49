package dev.muster.app.console.imports;

import dev.muster.app.console.page.Texts;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Preview;
import dev.muster.value.Blanks;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;

/**
 * The mails with which the users of an import choose a password.
 *
 * @param users who get a mail
 * @param withoutAddress who would get one if they had an e-mail address
 * @param key of the text that tells what becomes of them
 * @param mailing what was sent; empty before the end of an execution
 * @param missing settings without which this server sends none
 */
public record MailingView(
    long users, long withoutAddress, String key, Optional<Mailing> mailing, List<String> missing) {

  /** The column that asks for mails. */
  private static final String REGISTRATION = "@registration";

  public MailingView {
    missing = List.copyOf(missing);
  }

  /** The mails of an import; empty if nobody gets one. */
  public static Optional<MailingView> of(Session session, Job job, Settings settings) {
    long users = session.mailings().invited(job);
    long withoutAddress = session.mailings().withoutAddress(job);
    if (users == 0) {
      return withoutAddress == 0
          ? Optional.empty()
          : Optional.of(
              new MailingView(0, withoutAddress, "mailing.nobody", Optional.empty(), List.of()));
    }
    Optional<Mailing> mailing = session.mailings().find(job);
    boolean more = mailing.isEmpty() || mailing.get().goesOn();
    return Optional.of(
        new MailingView(
            users,
            withoutAddress,
            key(job, mailing),
            mailing,
            more && job.state() != JobState.CANCELLED
                ? settings.missingForInvitations()
                : List.of()));
  }

  /** Whether a file asks for mails, by a column of its own or one that its mapping adds. */
  static boolean isAsked(UploadedFile file, Preview preview) {
    boolean byColumn =
        preview.columns().stream().anyMatch(column -> column.targets().contains(REGISTRATION));
    return byColumn
        || (MappingForm.mapping(file).get("constants") instanceof Struct constants
            && constants.names().stream()
                .anyMatch(name -> Blanks.words(name).contains(REGISTRATION)));
  }

  /** What is known before a simulation of a file that asks for mails. */
  static MailingView expected(Settings settings) {
    return new MailingView(
        0, 0, "mailing.expected", Optional.empty(), settings.missingForInvitations());
  }

  private static String key(Job job, Optional<Mailing> mailing) {
    if (job.options().dryRun()) {
      return "mailing.simulated";
    }
    if (mailing.isEmpty()) {
      return job.state() == JobState.CANCELLED ? "mailing.cancelled" : "mailing.later";
    }
    if (mailing.get().stoppedAt().isPresent()) {
      return "mailing.stopped";
    }
    return mailing.get().goesOn() ? "mailing.sending" : "mailing.sent";
  }

  /** What becomes of the mails. */
  public String text(Texts texts) {
    String fate = fate(texts);
    return withoutAddress == 0
        ? fate
        : fate + " " + texts.text("mailing.withoutaddress", "count", withoutAddress);
  }

  private String fate(Texts texts) {
    return texts.text(
        key,
        "users",
        users,
        "sent",
        mailing.map(Mailing::sent).orElse(0L),
        "dropped",
        mailing.map(Mailing::dropped).orElse(0L),
        "left",
        mailing.map(Mailing::left).orElse(users));
  }

  /** Whether the mails that are left can be stopped. */
  public boolean canBeStopped() {
    return mailing.filter(Mailing::goesOn).isPresent();
  }

  /** How many mails could not be delivered. */
  public long givenUp() {
    return mailing.map(Mailing::givenUp).orElse(0L);
  }

  /** The settings that are missing, in one text. */
  public String missingText() {
    return String.join(", ", missing);
  }
}
