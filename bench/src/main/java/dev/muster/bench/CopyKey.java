package dev.muster.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A key of a user and the first 128 bits of its SHA-256.
 *
 * @param text the text that Muster's store hashes: a letter and the canonical value
 */
record CopyKey(String text, long high, long low, long userId) {

  static final Comparator<CopyKey> BY_HASH =
      Comparator.comparingLong(CopyKey::high).thenComparingLong(CopyKey::low);
  static final Comparator<CopyKey> BY_TEXT = Comparator.comparing(CopyKey::text);

  static CopyKey email(Person person, long userId) {
    return of("e" + person.email(), userId);
  }

  static CopyKey username(Person person, long userId) {
    return of("u" + person.username(), userId);
  }

  /** The keys of users, two each, sorted. */
  static List<CopyKey> of(int first, int end, Comparator<CopyKey> order) {
    List<CopyKey> keys = new ArrayList<>();
    for (int number = first; number < end; number++) {
      Person person = People.person(number, 0);
      keys.add(email(person, number + 1L));
      keys.add(username(person, number + 1L));
    }
    keys.sort(order);
    return keys;
  }

  private static CopyKey of(String text, long userId) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new CopyKey(text, hash.getLong(), hash.getLong(), userId);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
