package dev.muster.app.json;

import org.jspecify.annotations.Nullable;

/** Checks that databases can store a text: it must not contain U+0000 or unpaired surrogates. */
public final class StorableText {

  private StorableText() {}

  /** Why a text can't be stored; null if it can. */
  public static @Nullable String obstacle(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "a text holds the character U+0000 (NUL)";
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return "a text holds half of a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }
}
