package dev.muster.app.console.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says about a problem. Messages of the importer are English and may advise options of
 * the command line, which do not help readers of a page. So a known message is told in a page's own
 * words ({@link KnownMessages}), and another one by its code: in English only if the message is
 * about the command line.
 *
 * @param text a sentence
 * @param english whether it is English, whatever the language of the page is
 */
public record ProblemText(String text, boolean english) {

  private static final String KEY = "code.";

  private static final Pattern OF_COMMAND_LINE =
      Pattern.compile(
          "(?<![\\w-])--[a-z]|\\bmuster\\.yml|\\bmuster [a-z]|\\bthe same command\\b"
              + "|\\bwrite the word key after\\b"); // on a page the flags are beside the column

  private static final Pattern CLAUSE_END = Pattern.compile("[.;:,(]\\s|\\s\\(");

  /**
   * The text for a problem.
   *
   * @param code its wire name; an empty text if it has none
   * @param message in English
   */
  public static ProblemText of(Texts texts, String code, String message) {
    Optional<String> known =
        KnownMessages.in(texts.language()).told(message).filter(text -> !isOfCommandLine(text));
    if (known.isPresent()) {
      return new ProblemText(known.get(), false);
    }
    String key = KEY + code;
    boolean translate = texts.language() != Language.EN || isOfCommandLine(message);
    if (!code.isEmpty() && texts.has(key) && translate) {
      return new ProblemText(texts.text(key), false);
    }
    String left = withoutCommands(message);
    Optional<String> rest = KnownMessages.in(texts.language()).told(left);
    if (rest.isPresent()) {
      return new ProblemText(rest.get(), false);
    }
    return left.isEmpty() && !message.isEmpty()
        ? new ProblemText(texts.text(KEY + "other"), false)
        : new ProblemText(left, true);
  }

  /** The text for a problem, whose code may be missing. */
  public static ProblemText of(Texts texts, Optional<String> code, String message) {
    return of(texts, code.orElse(""), message);
  }

  /** What a kind of problem is called in a list: its explanation without the full stop. */
  public static String ofCode(Texts texts, String code) {
    return texts.has(KEY + code) ? texts.text(KEY + code).replaceFirst("\\.$", "") : code;
  }

  private static boolean isOfCommandLine(String message) {
    return OF_COMMAND_LINE.matcher(message).find();
  }

  /** The message up to the clause that is about the command line. */
  static String withoutCommands(String message) {
    Matcher about = OF_COMMAND_LINE.matcher(message);
    if (!about.find()) {
      return message;
    }
    int end = 0;
    Matcher clause = CLAUSE_END.matcher(message);
    while (clause.find() && clause.start() < about.start()) {
      end = clause.start();
    }
    return end == 0 ? "" : message.substring(0, end).strip() + ".";
  }
}
