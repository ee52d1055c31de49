package dev.muster.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of absolute URLs: RFC 3986 with a scheme, a host and a normalised path.
 *
 * <p>As people's address bars do, it tolerates spaces and characters beyond ASCII in the path, the
 * query and the fragment, which RFC 3986 wants escaped.
 */
public final class UrlSyntax {

  private static final String HOST_MARKS = "-._~!$&'()*+,;=";

  private UrlSyntax() {}

  /** What is wrong with a URL, as the end of a sentence about it; null if it is valid. */
  public static @Nullable String complaint(String text) {
    int hostFrom = hostFrom(text);
    if (hostFrom < 0) {
      return "must be an absolute URL with a scheme and a host, as in https://example.com";
    }
    int pathFrom = firstOf(text, hostFrom, "/?#");
    int pathEnd = firstOf(text, pathFrom, "?#");
    if (holdsControls(text)) {
      return "must not hold control characters";
    }
    if (!isAuthority(text.substring(hostFrom, pathFrom))) {
      return "must have a host after ://";
    }
    if (!isNormalised(text, pathFrom, pathEnd)) {
      return "must have a normalised path, without empty segments, . and ..";
    }
    int fragment = text.indexOf('#', pathEnd);
    return isEscaped(text, pathFrom, pathEnd)
            && (fragment < 0 || isEscaped(text, fragment, text.length()))
        ? null
        : "must have two hexadecimal digits after each %";
  }

  /** The scheme in lower case; null if the text does not begin with one. */
  public static @Nullable String scheme(String text) {
    int colon = endOfScheme(text);
    return colon < 0 ? null : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static int hostFrom(String text) {
    int colon = endOfScheme(text);
    return colon > 0 && text.startsWith("://", colon) && text.length() > colon + 3 ? colon + 3 : -1;
  }

  private static int endOfScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean inside = i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.');
      if (!isLetter(c) && !inside) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAuthority(String authority) {
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int portColon = hostAndPort.indexOf(':', hostAndPort.lastIndexOf(']') + 1);
    int hostEnd = portColon < 0 ? hostAndPort.length() : portColon;
    for (int i = hostEnd + 1; i < hostAndPort.length(); i++) {
      if (!isDigit(hostAndPort.charAt(i))) {
        return false;
      }
    }
    return isHost(hostAndPort.substring(0, hostEnd));
  }

  private static boolean isHost(String host) {
    boolean literal = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
    int from = literal ? 1 : 0;
    int to = literal ? host.length() - 1 : host.length();
    for (int i = from; i < to; i++) {
      char c = host.charAt(i);
      boolean plain = isLetter(c) || isDigit(c) || HOST_MARKS.indexOf(c) >= 0;
      boolean other = literal ? c == ':' : c >= 0x80 && !Character.isSpaceChar(c);
      if (!plain && !other && c != '%') {
        return false;
      }
    }
    return from < to && isEscaped(host, from, to);
  }

  private static boolean isNormalised(String text, int from, int to) {
    int segmentFrom = from + 1;
    for (int i = from + 1; i <= to; i++) {
      if (i < to && text.charAt(i) != '/') {
        continue;
      }
      int length = i - segmentFrom;
      boolean dots =
          length > 0 && length <= 2 && text.charAt(segmentFrom) == '.' && text.charAt(i - 1) == '.';
      if (dots || (length == 0 && i < to)) {
        return false;
      }
      segmentFrom = i + 1;
    }
    return true;
  }

  private static boolean isEscaped(String text, int from, int to) {
    for (int i = text.indexOf('%', from); i >= 0 && i < to; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= to
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static int firstOf(String text, int from, String ends) {
    for (int i = from; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
