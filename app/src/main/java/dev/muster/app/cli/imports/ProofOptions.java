package dev.muster.app.cli.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.run.Proof;
import dev.muster.app.settings.SettingsProblem;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Passwords that are checked against the input's hashes before anything is imported. */
final class ProofOptions {

  @Option(
      names = "--prove",
      paramLabel = "LOGIN",
      description = {
        "Ask for this user's password, and import nothing unless it fits the hash in the input.",
        "May be given several times. Default: none."
      })
  private List<String> logins = new ArrayList<>();

  @Option(
      names = "--prove-file",
      paramLabel = "FILE",
      description = {
        "Take logins and passwords from a file: on each line a login, a tab, a password.",
        "Default: none."
      })
  private @Nullable Path file;

  @Option(
      names = "--prove-sample",
      paramLabel = "FILE",
      description = {
        "The same with a sample of users, one for each kind of hash: tells which kinds of hashes"
            + " of the input none of the passwords has proved, and how many users have them."
            + " Reads the input once more. Default: none."
      })
  private @Nullable Path sample;

  /** The passwords to check; prompts for those that were not given. */
  Proof proof(CliSession session) throws UsageProblem, SettingsProblem {
    Map<String, String> passwords = new LinkedHashMap<>();
    read(session, "--prove-file ", file, passwords);
    read(session, "--prove-sample ", sample, passwords);
    for (String login : logins) {
      if (!passwords.containsKey(login)) {
        passwords.put(login, ask(session, login));
      }
    }
    return passwords.isEmpty() && sample == null
        ? Proof.NONE
        : new Proof(passwords, session.application().hashSchemes(), sample != null);
  }

  /**
   * Adds the passwords of a file.
   *
   * @param option its name and a blank, for messages
   * @param named null if the option is not given
   */
  private static void read(
      CliSession session, String option, @Nullable Path named, Map<String, String> passwords)
      throws UsageProblem {
    if (named == null) {
      return;
    }
    List<String> lines = lines(option + named, session.path(named));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int tab = line.indexOf('\t');
      if (tab > 0) {
        passwords.put(line.substring(0, tab), line.substring(tab + 1));
      } else if (!line.isBlank()) {
        throw new UsageProblem(
            option + named + ", line " + (i + 1) + ": write a login, a tab and the password");
      }
    }
  }

  private static List<String> lines(String given, Path file) throws UsageProblem {
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (MalformedInputException e) {
      throw new UsageProblem(given + ": it is not UTF-8");
    } catch (IOException e) {
      throw new UsageProblem(given + ": " + Failures.unreadable(file, e));
    }
  }

  private static String ask(CliSession session, String login) throws UsageProblem {
    Console console = session.around().inTerminal() ? System.console() : null;
    if (console == null) {
      throw new UsageProblem(
          "there is no terminal to ask for the password of " + login + ": use --prove-file");
    }
    char[] typed = console.readPassword("password of %s: ", login);
    return typed == null ? "" : new String(typed);
  }
}
