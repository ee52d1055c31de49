package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order of fixed texts around a core, which is the password in one of its forms.
 *
 * @param before what is before the core
 * @param after what is behind it
 * @param used the salt, the key and the login, as far as they are among the texts
 */
record Arrangement(List<Fixed> before, List<Fixed> after, List<Reading> used) {

  /**
   * A text that does not depend on the password.
   *
   * @param place how the template of a digest's input names it
   */
  record Fixed(Piece piece, String place) {

    static Fixed of(Reading reading) {
      return new Fixed(Piece.of(reading), reading.place());
    }

    static List<Fixed> literal(String text) {
      return text.isEmpty() ? List.of() : List.of(new Fixed(Piece.literal(text), text));
    }
  }

  private static final Arrangement NONE = new Arrangement(List.of(), List.of(), List.of());

  Arrangement {
    before = List.copyOf(before);
    after = List.copyOf(after);
    used = List.copyOf(used);
  }

  /** The core alone, then one or two of the texts, with each of the separators. */
  static List<Arrangement> of(List<Reading> texts, List<String> separators) {
    List<Arrangement> all = new ArrayList<>(ofOne(texts, separators));
    all.addAll(ofTwo(texts, separators));
    return all;
  }

  /** The core alone, then one of the texts at every side of it. */
  static List<Arrangement> ofOne(List<Reading> texts, List<String> separators) {
    List<Arrangement> all = new ArrayList<>();
    all.add(NONE);
    for (String separator : separators) {
      List<Fixed> gap = Fixed.literal(separator);
      for (Reading text : texts) {
        List<Fixed> one = List.of(Fixed.of(text));
        List<Reading> used = List.of(text);
        all.add(new Arrangement(joined(one, gap), List.of(), used));
        all.add(new Arrangement(List.of(), joined(gap, one), used));
        all.add(new Arrangement(joined(one, gap), joined(gap, one), used));
      }
    }
    return all;
  }

  /** Two of the texts, such as the salt and the key, at every side of the core. */
  static List<Arrangement> ofTwo(List<Reading> texts, List<String> separators) {
    List<Arrangement> all = new ArrayList<>();
    for (String separator : separators) {
      for (Reading first : texts) {
        for (Reading second : texts) {
          if (first.kind() != second.kind()) {
            addPair(all, first, second, Fixed.literal(separator));
          }
        }
      }
    }
    return all;
  }

  private static void addPair(
      List<Arrangement> all, Reading first, Reading second, List<Fixed> gap) {
    List<Fixed> one = List.of(Fixed.of(first));
    List<Fixed> other = List.of(Fixed.of(second));
    List<Fixed> pair = joined(one, joined(gap, other));
    List<Reading> used = List.of(first, second);
    all.add(new Arrangement(joined(one, gap), joined(gap, other), used));
    all.add(new Arrangement(joined(pair, gap), List.of(), used));
    all.add(new Arrangement(List.of(), joined(gap, pair), used));
  }

  /** The same with a text at both ends, as in {@code --salt--password--}. */
  Arrangement framed(String text) {
    return new Arrangement(
        joined(Fixed.literal(text), before), joined(after, Fixed.literal(text)), used);
  }

  /** The order with a salt in braces behind the password, as Symfony has it. */
  static Arrangement braced(Reading salt) {
    List<Fixed> opened = joined(Fixed.literal("{"), List.of(Fixed.of(salt)));
    return new Arrangement(List.of(), joined(opened, Fixed.literal("}")), List.of(salt));
  }

  private static List<Fixed> joined(List<Fixed> first, List<Fixed> last) {
    List<Fixed> all = new ArrayList<>(first);
    all.addAll(last);
    return all;
  }

  Piece around(Piece core) {
    Piece all = core;
    for (int i = before.size() - 1; i >= 0; i--) {
      all = before.get(i).piece().then(all);
    }
    for (Fixed text : after) {
      all = all.then(text.piece());
    }
    return all;
  }

  /**
   * The template of a digest's input.
   *
   * @param core the core's place
   */
  String template(String core) {
    StringBuilder template = new StringBuilder();
    before.forEach(text -> template.append(text.place()));
    template.append(core);
    after.forEach(text -> template.append(text.place()));
    return template.toString();
  }

  /** The salt, if it is used. */
  Optional<Reading> salt() {
    return used.stream().filter(text -> text.kind() == Reading.Kind.SALT).findFirst();
  }

  /** Whether nothing but the salt is used. */
  boolean isOfSaltOnly() {
    return used.stream().allMatch(text -> text.kind() == Reading.Kind.SALT);
  }

  SecretBytes bytesBefore() {
    return bytes(before);
  }

  SecretBytes bytesAfter() {
    return bytes(after);
  }

  private static SecretBytes bytes(List<Fixed> texts) {
    SecretBytes all = SecretBytes.ofUtf8("");
    for (Fixed text : texts) {
      all = all.then(SecretBytes.of(text.piece().bytes()));
    }
    return all;
  }
}
