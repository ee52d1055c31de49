package dev.muster.app.hash.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that begins with a tag in braces, such as {@code {bcrypt}$2a$10$…}.
 *
 * @param tag without the braces, in upper case
 * @param rest what follows
 */
record TaggedText(String tag, String rest) {

  private static final Pattern TAG = Pattern.compile("\\{([A-Za-z0-9@._-]{1,40})}");

  static Optional<TaggedText> of(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.lookingAt()
        ? Optional.of(
            new TaggedText(tag.group(1).toUpperCase(Locale.ROOT), text.substring(tag.end())))
        : Optional.empty();
  }

  /** Never the rest. */
  @Override
  public String toString() {
    return "TaggedText[" + tag + "]";
  }
}
