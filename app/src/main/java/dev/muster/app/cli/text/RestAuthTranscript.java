package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.restauth.RestAuthEntry;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.restauth.RestAuthLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code restauth-import}: a heading for each section, a line for most entries, and
 * nothing after the first entry that can't be imported. It is printed after all entries were
 * imported, just before the commit, so that retried attempts leave no output. If generated
 * passwords can't be printed, nothing is committed.
 */
public final class RestAuthTranscript implements RestAuthLog, Closeable {

  private final PrintWriter out;
  private final PrintWriter err;
  private final BooleanSupplier isLost;
  private final PasswordsFile passwords;
  private final Optional<Path> passwordsPath;
  private final Spool lines = new Spool();
  private final Spool propertyLines = new Spool();
  private final Spool refusedHashes = new Spool();
  private final EntryWarnings warnings = new EntryWarnings();
  private final Set<Kind> headings = EnumSet.noneOf(Kind.class);
  private boolean passwordsPrinted;
  private @Nullable Problem failure;
  private @Nullable Problem laterFailure;

  /**
   * Starts a transcript.
   *
   * @param err for the reasons why hashes were not taken, and for warnings
   * @param isLost whether a write of printed text has failed
   * @param passwords the file for generated passwords; empty to print them
   */
  public RestAuthTranscript(
      PrintWriter out, PrintWriter err, BooleanSupplier isLost, Optional<Path> passwords) {
    this.out = out;
    this.err = err;
    this.isLost = isLost;
    this.passwords = new PasswordsFile(passwords);
    this.passwordsPath = passwords;
  }

  /**
   * Why nothing was imported: the problem that RestAuth would notice first; empty if there is none.
   */
  public Optional<Problem> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void begin() {
    lines.clear();
    propertyLines.clear();
    refusedHashes.clear();
    warnings.clear();
    headings.clear();
    failure = null;
    laterFailure = null;
    passwordsPrinted = false;
    passwords.begin();
  }

  @Override
  public void section(Kind section) {
    if (headings.add(section)) {
      settleLater();
      String name = section.wireName();
      print(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":");
    }
  }

  @Override
  public void line(String name, String text) {
    print(Printable.of("* " + name + ": " + text));
  }

  @Override
  public void refusedHash(RestAuthEntry entry, String reason) {
    if (failure == null) {
      refusedHashes.line(
          "restauth-import: the hash of "
              + Printable.of(entry.words())
              + ", was not taken: "
              + reason);
    }
  }

  @Override
  public void warning(Kind section, String name, String text) {
    warnings.add(section, name, text);
  }

  @Override
  public void propertyLine(String name, String text) {
    if (failure == null && laterFailure == null) {
      propertyLines.line(Printable.of(name + ": " + text));
    }
  }

  @Override
  public void generated(Kind section, String name, String password) {
    if (passwordsPath.isEmpty()) {
      passwordsPrinted = true;
      line(name, "Generated password: " + password);
    } else {
      passwords.generated(section, name, password);
      line(name, "Generated password, see " + passwordsPath.get());
    }
  }

  @Override
  public void failed(RestAuthEntry entry, Problem problem, boolean later) {
    if (later && laterFailure == null) {
      laterFailure = placed(entry, problem);
    } else if (!later && failure == null) {
      failure = placed(entry, problem);
    }
  }

  /** The problem with its entry, unless RestAuth has published the whole message. */
  private static Problem placed(RestAuthEntry entry, Problem problem) {
    boolean ofValue =
        problem.code() == ProblemCode.TYPE_ERROR || problem.code() == ProblemCode.VALUE_ERROR;
    return ofValue && !RestAuthLines.isPublished(problem.message())
        ? problem.saying(Printable.of(entry.words()) + ": " + problem.message())
        : problem;
  }

  @Override
  public void end(boolean kept) {
    settleLater();
    try {
      lines.writeTo(out);
      if (kept) {
        refusedHashes.writeTo(err);
        warnings.lines().forEach(err::println);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
    err.flush();
    if (kept && passwordsPrinted && isLost.getAsBoolean()) {
      throw new UncheckedIOException(new IOException("standard output can't be written to"));
    }
    passwords.end(kept);
  }

  /** Appends what RestAuth prints and checks after a section's other entries. */
  private void settleLater() {
    if (failure == null) {
      lines.take(propertyLines);
      failure = laterFailure;
    }
    propertyLines.clear();
    laterFailure = null;
  }

  private void print(String line) {
    if (failure == null) {
      lines.line(line);
    }
  }

  @Override
  public void close() {
    lines.close();
    propertyLines.close();
    refusedHashes.close();
    passwords.close();
  }
}
