package dev.muster.app.store.search;

import dev.muster.app.store.SearchedTexts;
import dev.muster.app.store.UserFilter;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.util.Arrays;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The terms of the search index. Each user has a set of terms; a filter has a set that every
 * matching user has. Some users that don't match may have it too.
 *
 * <p>Of a login id, the first one, two and three characters are terms, and each three characters
 * that follow one another among the first {@value #LOGIN_CHARACTERS}. Of a name, each character,
 * each two and each three are. A term is stored as a hash, so stored terms are only valid as long
 * as this class computes the same hashes.
 */
final class SearchTerms {

  /** The number of bits of a term. */
  static final int BITS = 40;

  private static final int LOGIN_CHARACTERS = 20;

  /** The most terms of one text of a filter; more would hardly make a search more precise. */
  private static final int TERMS_OF_FILTER = 16;

  private static final int GRAM = 3;

  private static final int REALM = 1;
  private static final int STATE = 2;
  private static final int ROLE = 3;
  private static final int GROUP = 4;
  private static final int LOGIN_START = 5;
  private static final int LOGIN_GRAM = 6;
  private static final int NAME_GRAM = 7;

  private SearchTerms() {}

  /** Passes the terms of a user to {@code out}; some possibly several times. */
  static void each(User user, LongConsumer out) {
    Account account = user.account();
    out.accept(term(REALM, user.realm()));
    out.accept(term(STATE, stateNumber(UserFilter.State.of(account))));
    account.roles().forEach(key -> out.accept(term(ROLE, key)));
    account.groups().forEach(key -> out.accept(term(GROUP, key)));
    for (String login : SearchedTexts.logins(account)) {
      int[] text = characters(login);
      for (int length = 1; length <= Math.min(GRAM, text.length); length++) {
        out.accept(gram(LOGIN_START, text, 0, length));
      }
      for (int i = 1; i + GRAM <= Math.min(LOGIN_CHARACTERS, text.length); i++) {
        out.accept(gram(LOGIN_GRAM, text, i, GRAM));
      }
    }
    for (String name : SearchedTexts.names(account)) {
      int[] text = characters(name);
      for (int length = 1; length <= GRAM; length++) {
        for (int i = 0; i + length <= text.length; i++) {
          out.accept(gram(NAME_GRAM, text, i, length));
        }
      }
    }
  }

  /** Stored, so it never changes. */
  private static int stateNumber(UserFilter.State state) {
    return switch (state) {
      case ENABLED -> 0;
      case DISABLED -> 1;
    };
  }

  /** Terms of which each user that matches a filter has one; none if the filter has no such. */
  static long[] anyOf(UserFilter filter) {
    return filter.realm().isPresent()
        ? new long[0]
        : filter.realms().stream()
            .flatMap(Set::stream)
            .mapToLong(number -> term(REALM, number))
            .toArray();
  }

  /** The terms that all users have that match a filter. */
  static long[] of(UserFilter filter) {
    LongStream.Builder terms = LongStream.builder();
    filter.realm().ifPresent(number -> terms.add(term(REALM, number)));
    filter.state().ifPresent(state -> terms.add(term(STATE, stateNumber(state))));
    filter.role().ifPresent(key -> terms.add(term(ROLE, key)));
    filter.group().ifPresent(key -> terms.add(term(GROUP, key)));
    filter.loginPrefix().ifPresent(prefix -> loginTerms(characters(prefix)).forEach(terms::add));
    filter.namePart().ifPresent(part -> nameTerms(characters(part)).forEach(terms::add));
    return terms.build().distinct().toArray();
  }

  private static LongStream loginTerms(int[] text) {
    long start = gram(LOGIN_START, text, 0, Math.min(GRAM, text.length));
    return LongStream.concat(
        LongStream.of(start),
        LongStream.iterate(1, i -> i + GRAM <= Math.min(LOGIN_CHARACTERS, text.length), i -> i + 1)
            .map(i -> gram(LOGIN_GRAM, text, (int) i, GRAM))
            .limit(TERMS_OF_FILTER));
  }

  private static LongStream nameTerms(int[] text) {
    int length = Math.min(GRAM, text.length);
    return LongStream.iterate(0, i -> i + length <= text.length, i -> i + 1)
        .map(i -> gram(NAME_GRAM, text, (int) i, length))
        .limit(TERMS_OF_FILTER);
  }

  private static int[] characters(String text) {
    int[] characters = new int[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(characters[count++])) {
      characters[count] = text.codePointAt(i);
    }
    return count == characters.length ? characters : Arrays.copyOf(characters, count);
  }

  /** A character has at most 21 bits, so three of them fit; a shorter gram begins with zeros. */
  private static long gram(int kind, int[] text, int first, int length) {
    long gram = 0;
    for (int i = first; i < first + length; i++) {
      gram = gram << 21 | (text[i] + 1);
    }
    return term(kind, gram);
  }

  private static long term(int kind, String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = mixed(hash + text.charAt(i));
    }
    return term(kind, hash);
  }

  private static long term(int kind, long value) {
    return mixed(mixed(value) + kind) >>> (Long.SIZE - BITS);
  }

  /** The finaliser of SplitMix64: each bit of the result depends on all bits of the argument. */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
