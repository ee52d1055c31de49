package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.kdf.PlainScrypt;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt as {@code N$r$p$SALT$KEY}, salt and key in hex. The package simple-scrypt writes the
 * numbers in decimal, and the gem scrypt in hex, {@code 400$8$1$…}; no power of two from 16 on is
 * one in both. The gem leaves out the zeros that a salt begins with. A key has 32 bytes, or 64: one
 * of any length could be cut. Those of the gem's first versions, of 20 bytes, were another hash.
 *
 * <p>Sources: the gem's {@code lib/scrypt/engine.rb}; simple-scrypt's {@code scrypt.go}.
 */
final class ScryptFields {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-f]{2,8})\\$([0-9a-f]{1,4})\\$([0-9a-f]{1,4})\\$((?:[0-9a-f]{2}){8,64})"
              + "\\$([0-9a-f]{64}|[0-9a-f]{128})");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^(?:00)+");
  private static final int HEX = 16;
  private static final int DECIMAL = 10;

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "scrypt-fields",
              About.of(
                  "scrypt, as the Ruby gem scrypt and Go's simple-scrypt write it",
                  "400$8$1$78f4ae6983f76119$e25edc9a69a5edd6591fd07677f6f42d92d0523b7c73baf9f22"
                      + "2825b423eca82",
                  "Ruby on Rails with Authlogic or devise-scrypt; Go programs with simple-scrypt",
                  "SELECT email, crypted_password FROM users",
                  ADVISABLE),
              "0123456789abcdef",
              ScryptFields::respelled));

  private ScryptFields() {}

  private static Optional<Respelled> respelled(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean decimal = isPowerOfTwo(form.group(1), DECIMAL);
    if (!decimal && !isPowerOfTwo(form.group(1), HEX)) {
      return Optional.empty();
    }
    String salt = decimal ? form.group(4) : LEADING_ZEROS.matcher(form.group(4)).replaceFirst("");
    return cost(form, decimal ? DECIMAL : HEX)
        .flatMap(
            cost ->
                SecretBytes.ofHex(salt)
                    .flatMap(
                        grains ->
                            SecretBytes.ofHex(form.group(5))
                                .map(
                                    key ->
                                        Respelled.of(
                                            "scrypt-plain",
                                            PlainScrypt.encode(cost, grains, key)))));
  }

  private static boolean isPowerOfTwo(String digits, int radix) {
    return (radix == HEX || Decimal.isOne(digits))
        && Long.bitCount(Long.parseLong(digits, radix)) == 1;
  }

  private static Optional<ScryptCost> cost(Matcher form, int radix) {
    boolean readable =
        radix == HEX || (Decimal.isOne(form.group(2)) && Decimal.isOne(form.group(3)));
    return readable
        ? ScryptCost.of(
            Long.parseLong(form.group(1), radix),
            Long.parseLong(form.group(2), radix),
            Long.parseLong(form.group(3), radix))
        : Optional.empty();
  }
}
