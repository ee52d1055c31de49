package dev.muster.app.console.page;

import dev.muster.problem.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The importer's messages that people meet in ordinary work, as pages tell them. The importer
 * writes English, and stores it with results. A message is found by its English words: those of
 * {@link Remark} and of {@code console/messages.properties}, with <code>{0}</code> for a part that
 * varies. The files of a language, {@code messages_*} and {@code remarks_*}, have what a page says
 * instead; in English only where the importer's words are about the command line.
 *
 * <p>A message that is not among them stays as it is. Immutable and thread-safe.
 */
final class KnownMessages {

  private static final String MESSAGES = "console/messages";
  private static final String REMARKS = "console/remarks";

  /** Begins the keys of texts that are parts of messages, and whole ones never. */
  private static final String PHRASE = "phrase.";

  /** The keys of messages that have phrases as parts. In others such a word is a user's. */
  private static final Set<String> WITH_PHRASES =
      Set.of(
          "header.onesep",
          Remark.QUOTED_ROWS.name(),
          Remark.OTHER_DELIMITER.name(),
          Remark.HASHES_USUAL.name(),
          Remark.HASHES_DOUBTED.name(),
          Remark.HASHES_ASSUMED.name());

  private static final Pattern VARYING = Pattern.compile("\\{([0-9])\\}");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?]);? (?=[A-Z\"])");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private static final Map<Language, KnownMessages> ALL = readAll();

  private final List<Message> messages;

  private KnownMessages(List<Message> messages) {
    this.messages = List.copyOf(messages);
  }

  /** The messages that pages of a language tell in their own words. */
  static KnownMessages in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Map<Language, KnownMessages> readAll() {
    Map<Language, KnownMessages> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read(language));
    }
    return all;
  }

  private static KnownMessages read(Language language) {
    List<Message> messages = new ArrayList<>();
    ResourceBundle english = Texts.bundle(MESSAGES, Language.EN);
    ResourceBundle own = Texts.bundle(MESSAGES, language.locale());
    Map<String, String> phrases = phrases(english, own);
    for (String key : english.keySet()) {
      if (!key.startsWith(PHRASE)) {
        messages.add(
            Message.of(
                english.getString(key),
                own.getString(key),
                WITH_PHRASES.contains(key) ? phrases : Map.of()));
      }
    }
    ResourceBundle remarks = Texts.bundle(REMARKS, language.locale());
    for (Remark remark : Remark.values()) {
      String key = remark.name();
      messages.add(
          Message.of(
              remark.words(),
              remarks.containsKey(key) ? remarks.getString(key) : remark.words(),
              WITH_PHRASES.contains(key) ? phrases : Map.of()));
    }
    // the one that says most of a text in its own words is the text's
    messages.sort(Comparator.comparingInt((Message each) -> each.length()).reversed());
    return new KnownMessages(messages);
  }

  /** The texts of a language that are parts of messages, by their English words. */
  private static Map<String, String> phrases(ResourceBundle english, ResourceBundle own) {
    Map<String, String> phrases = new HashMap<>();
    for (String key : english.keySet()) {
      if (key.startsWith(PHRASE)) {
        phrases.put(english.getString(key), own.getString(key));
      }
    }
    return Map.copyOf(phrases);
  }

  /** A message as a page tells it; empty unless all of it is known. */
  Optional<String> told(String message) {
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
   * @param translation what a page says instead; parts of the message may be missing in it
   * @param phrases what a page says instead of parts, by their English words
   */
  private record Message(
      Pattern english,
      String landmark,
      int length,
      String translation,
      Map<String, String> phrases) {

    static Message of(String text, String translation, Map<String, String> phrases) {
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
          Pattern.compile(pattern.toString(), Pattern.DOTALL),
          landmark,
          length,
          translation,
          phrases);
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
              place -> {
                String part = parts.group(Integer.parseInt(place.group(1)) + 1);
                return Matcher.quoteReplacement(phrases.getOrDefault(part, part));
              });
    }
  }
}
