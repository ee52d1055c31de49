package dev.muster.app.cli.text;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.Session;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Tells who gets a mail to choose a password. */
public final class InvitationText {

  private final PrintWriter out;

  public InvitationText(PrintWriter out) {
    this.out = out;
  }

  /** A warning before an import, that its mails can't be sent. */
  public static String warning(List<String> missing) {
    return "the column @registration asks for mails to new users, which can't be sent: "
        + remedy(missing);
  }

  private static String remedy(List<String> missing) {
    return String.join(" and ", missing)
        + (missing.size() == 1 ? " is" : " are")
        + " missing in muster.yml. Set that for muster serve or muster worker, which send them;"
        + " mails that have waited for four days are dropped";
  }

  /**
   * Prints how many users get a mail, if any does.
   *
   * @param missing settings without which no mail is sent
   */
  public void print(Job job, Session store, List<String> missing) {
    long users = store.mailings().invited(job);
    long withoutAddress = store.mailings().withoutAddress(job);
    if (users == 0 && withoutAddress == 0) {
      return;
    }
    Optional<Mailing> mailing = store.mailings().find(job);
    out.println();
    if (users > 0) {
      out.println(who(users, job) + fate(job, mailing));
    }
    if (withoutAddress > 0) {
      out.println(addressless(withoutAddress, job));
    }
    if (users == 0) {
      return;
    }
    boolean more = mailing.isEmpty() || mailing.get().goesOn();
    if (!more || job.state() == JobState.CANCELLED) {
      return;
    }
    if (!missing.isEmpty()) {
      out.println("No mail can be sent yet: " + remedy(missing) + ".");
    } else if (!job.options().dryRun()) {
      out.println("muster serve and muster worker send them.");
    }
  }

  private static String who(long users, Job job) {
    String verb = job.options().dryRun() ? " would get" : users == 1 ? " gets" : " get";
    return Numbers.count(users, "user") + verb + " a mail with a link to choose a password";
  }

  private static String addressless(long users, Job job) {
    return Numbers.count(users, "new user")
        + " with send-email in @registration"
        + (job.options().dryRun() ? " would have" : users == 1 ? " has" : " have")
        + " no e-mail address, and so no mail.";
  }

  private static String needless(Mailing mailing) {
    return mailing.dropped() == 0
        ? ""
        : ", " + Numbers.grouped(mailing.dropped()) + " needed none any more";
  }

  private static String fate(Job job, Optional<Mailing> mailing) {
    if (job.options().dryRun()) {
      return ".";
    }
    if (mailing.isEmpty()) {
      return job.state() == JobState.CANCELLED
          ? ", but the import was cancelled: none is sent."
          : ", as soon as the import has ended.";
    }
    Mailing known = mailing.get();
    String sent = ": " + Numbers.grouped(known.sent()) + (known.sent() == 1 ? " is" : " are");
    String givenUp =
        known.givenUp() == 0
            ? ""
            : ", " + Numbers.grouped(known.givenUp()) + " could not be delivered";
    String rest =
        known.stoppedAt().isPresent()
            ? ", the others were stopped"
            : needless(known)
                + (known.left() == 0 ? "" : ", " + Numbers.grouped(known.left()) + " to go");
    return sent + " sent" + givenUp + rest + ".";
  }
}
