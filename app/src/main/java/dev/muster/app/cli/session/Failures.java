package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.run.ImportBroken;
import dev.muster.app.job.run.Interrupted;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ShownText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Turns an exception into a message that says what to do, and an exit status. */
public final class Failures {

  public static final String OUT_OF_MEMORY =
      "out of memory: give the program more, as in MUSTER_HEAP=1g muster …";

  private static final int PROBLEMS_SHOWN_MAX = 20;

  private Failures() {}

  public static int tell(Throwable e, CliSession session) {
    int status = status(e, session);
    if (session.debug()) {
      session.err().print(Failures.stackTrace(e));
      session.err().flush();
    }
    return status;
  }

  private static int status(Throwable e, CliSession session) {
    if (e instanceof UsageProblem problem) {
      session.say(problem.message(session::command));
      return ExitStatus.REFUSED;
    }
    if (e instanceof SettingsProblem problem) {
      session.say(String.valueOf(problem.getMessage()));
      if (problem.messages().size() > 1) {
        session.say("there are more mistakes in the settings: " + session.command("config check"));
      }
      return ExitStatus.REFUSED;
    }
    if (e instanceof OutputLost lost) {
      return lost(lost, session);
    }
    if (e instanceof InputRefused refused) {
      tell(refused, session);
      return ExitStatus.REFUSED;
    }
    if (e instanceof Interrupted interrupted) {
      session.say(ImportFailure.sentence(interrupted.job(), session));
      return ExitStatus.INTERRUPTED;
    }
    if (e instanceof ImportBroken broken) {
      Throwable cause = broken.getCause();
      session.say(reason(cause == null ? broken : cause));
      session.say(ImportFailure.sentence(broken.job(), session));
      return ExitStatus.BROKEN;
    }
    if (e instanceof StoreUnavailable || e instanceof IOException) {
      session.say(reason(e));
      return ExitStatus.BROKEN;
    }
    if (e.getCause() instanceof OutOfMemoryError) {
      session.say(OUT_OF_MEMORY);
      return ExitStatus.BROKEN;
    }
    session.say("this should not happen, and is a defect of Muster: " + e);
    if (!session.debug()) {
      session.say("run the command again with --debug for the details to report");
    }
    return ExitStatus.BROKEN;
  }

  private static int lost(OutputLost lost, CliSession session) {
    if (lost.isBrokenPipe()) {
      return ExitStatus.BROKEN_PIPE;
    }
    session.say(
        "standard output could not be written to its end ("
            + lost.getMessage()
            + "); what was done is done (imports are on record: "
            + session.command("imports list")
            + ")");
    return ExitStatus.BROKEN;
  }

  private static void tell(InputRefused refused, CliSession session) {
    refused.problems().stream()
        .limit(PROBLEMS_SHOWN_MAX)
        .forEach(
            problem -> session.say(place(problem) + ShownText.withShortWords(problem.message())));
    int more = refused.problems().size() - PROBLEMS_SHOWN_MAX;
    if (more > 0) {
      session.say("and " + more + " more");
    }
    session.say("nothing was imported");
  }

  private static String place(InputProblem problem) {
    if (namesItsPlace(problem) || (problem.line() <= 0 && problem.column() <= 0)) {
      return "";
    }
    return (problem.line() > 0 ? "line " + problem.line() : "")
        + (problem.line() > 0 && problem.column() > 0 ? ", " : "")
        + (problem.column() > 0 ? "column " + problem.column() : "")
        + (problem.byteOffset() >= 0 ? " (byte " + problem.byteOffset() + ")" : "")
        + ": ";
  }

  private static boolean namesItsPlace(InputProblem problem) {
    return problem.message().startsWith("Line " + problem.line())
        || problem.message().startsWith("Byte " + problem.byteOffset());
  }

  /** An exception's message and remedy, on one line. */
  public static String reason(Throwable e) {
    if (e instanceof StoreUnavailable store) {
      return sentence(String.valueOf(store.getMessage())) + " " + store.remedy();
    }
    if (e instanceof NoSuchFileException gone) {
      return gone.getFile() + " is gone. Put it back, then go on.";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied. Let this account use it, then go on.";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /** Why a file could not be written; the caller adds the file's name and the remedy. */
  public static String cause(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its folder is gone";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }

  /** Why a file that a person named could not be read; the caller adds the file's name. */
  public static String unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (Files.isDirectory(file)) {
      return "it is a directory: name a file in it";
    }
    return cause(e);
  }

  /** Ensures that a text ends with a full stop. */
  public static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  public static String stackTrace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
