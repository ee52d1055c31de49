package dev.muster.app.console.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The importer's messages that people meet in ordinary work, in another language. The importer
 * writes English, and stores it with results. {@code console/messages.properties} has these
 * messages, with <code>{0}</code> for a part that varies; the file of a language has them under the
 * same keys.
 *
 * <p>A message that is not among them stays English. Immutable and thread-safe.
 */
final class KnownMessages {

  private static final String BUNDLE = "console/messages";
  private static final Pattern VARYING = Pattern.compile("\\{([0-9])\\}");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?]) (?=[A-Z\"])");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private static final KnownMessages NONE = new KnownMessages(List.of());

  /** In French, because English needs no translation. */
  private static final KnownMessages FRENCH = read(Language.FR);

  private final List<Message> messages;

  private KnownMessages(List<Message> messages) {
    this.messages = messages;
  }

  /** The messages in a language; none in English. */
  static KnownMessages in(Language language) {
    return switch (language) {
      case EN -> NONE;
      case FR -> FRENCH;
    };
  }

  private static KnownMessages read(Language language) {
    ResourceBundle english = Texts.bundle(BUNDLE, Language.EN);
    ResourceBundle translated = Texts.bundle(BUNDLE, language);
    List<Message> messages = new ArrayList<>();
    for (String key : english.keySet()) {
      messages.add(Message.of(english.getString(key), translated.getString(key)));
    }
    // the one that says most of a text in its own words is the text's
    messages.sort(Comparator.comparingInt((Message each) -> each.length()).reversed());
    return new KnownMessages(List.copyOf(messages));
  }

  /** A message in the language; empty unless all of it is known. */
  Optional<String> translated(String message) {
    String[] parts = SENTENCE_END.split(message, -1);
    List<String> sentences = new ArrayList<>();
    for (String sentence : parts) {
      whole(sentence).ifPresent(sentences::add);
    }
    return sentences.size() == parts.length
        ? Optional.of(String.join(" ", sentences))
        : whole(message);
  }

  private Optional<String> whole(String message) {
    for (Message each : messages) {
      Matcher found = each.english().matcher(message);
      if (message.contains(each.landmark()) && found.matches() && !each.quotesMore(found)) {
        return Optional.of(each.with(found));
      }
    }
    return Optional.empty();
  }

  /**
   * A message.
   *
   * @param english what the message looks like; a group for each part that varies, in their order
   * @param landmark the longest text that it always has, to find out quickly what it is not
   * @param length how many characters never vary
   */
  private record Message(Pattern english, String landmark, int length, String translation) {

    static Message of(String text, String translation) {
      StringBuilder pattern = new StringBuilder();
      String landmark = "";
      int length = 0;
      int from = 0;
      Matcher varying = VARYING.matcher(text);
      for (boolean more = true; more; ) {
        more = varying.find();
        String fixed = text.substring(from, more ? varying.start() : text.length());
        pattern.append(Pattern.quote(fixed)).append(more ? "(.+)" : "");
        landmark = fixed.length() > landmark.length() ? fixed : landmark;
        length += fixed.length();
        from = more ? varying.end() : text.length();
      }
      return new Message(
          Pattern.compile(pattern.toString(), Pattern.DOTALL), landmark, length, translation);
    }

    /** Whether a part that the translation repeats is more than a value: sentences in English. */
    boolean quotesMore(MatchResult parts) {
      return VARYING
          .matcher(translation)
          .results()
          .map(place -> parts.group(Integer.parseInt(place.group(1)) + 1))
          .anyMatch(part -> !QUOTED.matcher(part).matches() && SENTENCE_END.matcher(part).find());
    }

    String with(MatchResult parts) {
      return VARYING
          .matcher(translation)
          .replaceAll(
              place -> Matcher.quoteReplacement(parts.group(Integer.parseInt(place.group(1)) + 1)));
    }
  }
}
