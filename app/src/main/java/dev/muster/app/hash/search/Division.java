package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Divides a text at a separator, and takes one part for the hash.
 *
 * @param fromEnd whether the last separators divide, so that the first part takes what is left over
 * @param count how many parts there are, at least 2
 * @param hashAt the 0-based part that is the hash
 * @param saltAt the 0-based part that is the salt; -1 if none is
 */
record Division(String separator, boolean fromEnd, int count, int hashAt, int saltAt)
    implements CutStep {

  private static final List<String> SEPARATORS =
      List.of(":", "$", ".", "|", ";", ",", " ", "#", "*", "/", "-", "_");
  private static final int COUNT_MAX = 8;
  private static final Pattern NO_SALT =
      Pattern.compile("\\d{1,3}|(?i)(?:hmac)?-?(?:md[45]|sha-?\\d{1,3}|pbkdf2.*|scrypt|argon2.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * The ways to divide a text in which a part may be a hash, the most probable first.
   *
   * @param salted whether the salt is known, so that no part is taken for it
   */
  static List<Division> of(String text, boolean salted) {
    List<Division> likely = new ArrayList<>();
    List<Division> unlikely = new ArrayList<>();
    for (String separator : SEPARATORS) {
      int count = text.split(Pattern.quote(separator), -1).length;
      if (count < 2) {
        continue;
      }
      if (count <= COUNT_MAX) {
        add(text, new Division(separator, false, count, 0, -1), salted, likely, unlikely);
      }
      if (count > 2) {
        add(text, new Division(separator, false, 2, 0, -1), salted, likely, unlikely);
        add(text, new Division(separator, true, 2, 0, -1), salted, likely, unlikely);
      }
    }
    likely.sort(Comparator.comparingInt(way -> -way.hashLength(text)));
    likely.addAll(unlikely);
    return likely;
  }

  /** The longer of two parts is more probably the hash. */
  private int hashLength(String text) {
    return Digits.bytes(parts(text).get(hashAt)).map(SecretBytes::length).orElse(0);
  }

  private static void add(
      String text, Division form, boolean salted, List<Division> likely, List<Division> unlikely) {
    List<String> parts = form.parts(text);
    for (int hash = 0; hash < parts.size(); hash++) {
      if (!Digits.mayBeHash(parts.get(hash))) {
        continue;
      }
      for (int salt = 0; salt < parts.size() && !salted; salt++) {
        String part = parts.get(salt);
        if (salt != hash && !part.isEmpty() && !NO_SALT.matcher(part).matches()) {
          (NUMBER.matcher(part).matches() ? unlikely : likely).add(form.at(hash, salt));
        }
      }
      (salted ? likely : unlikely).add(form.at(hash, -1));
    }
  }

  boolean hasSalt() {
    return saltAt >= 0;
  }

  private Division at(int hash, int salt) {
    return new Division(separator, fromEnd, count, hash, salt);
  }

  private List<String> parts(String text) {
    if (!fromEnd) {
      return Arrays.asList(text.split(Pattern.quote(separator), count));
    }
    List<String> words = Arrays.asList(text.split(Pattern.quote(separator), -1));
    int surplus = Math.max(0, words.size() - count);
    List<String> parts = new ArrayList<>();
    parts.add(String.join(separator, words.subList(0, surplus + 1)));
    parts.addAll(words.subList(surplus + 1, words.size()));
    return parts;
  }

  @Override
  public Optional<Cells> apply(Cells cells) {
    List<String> parts = parts(cells.hash());
    if (parts.size() != count) {
      return Optional.empty();
    }
    Optional<String> salt = saltAt < 0 ? cells.salt() : Optional.of(parts.get(saltAt));
    return Optional.of(new Cells(parts.get(hashAt), salt, parts));
  }

  @Override
  public String words() {
    String where = count == 2 ? (fromEnd ? "at the last \"" : "at the first \"") : "at each \"";
    return "divide it "
        + where
        + separator
        + "\": part "
        + (hashAt + 1)
        + " is the hash"
        + (saltAt < 0 ? "" : ", part " + (saltAt + 1) + " the salt");
  }
}
