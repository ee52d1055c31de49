package dev.muster.app.hash.alike;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.recipe.RecomputedRecipe;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.EncodedHash;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why a changed text fits the password of its original by right: its parts are the same, or alike
 * by an {@link AlikeRule}, or the hash is {@link Recomputed} by the JDK.
 *
 * @param password in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
public record FitByRight(byte[] password) {

  /** Schemes whose bcrypt reads a digest as text, shorter than the 72 bytes that it reads. */
  private static final Set<String> BCRYPT_OF_DIGEST =
      Set.of(
          "django-bcrypt-sha256",
          "wordpress-bcrypt",
          "passlib-bcrypt-sha256",
          "phpbb-combined",
          "typo3-md5");

  private static final byte[] SOME_DIGEST = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

  private static final Map<String, KnownScheme> KNOWN =
      StandardSchemes.known().stream().collect(Collectors.toMap(KnownScheme::name, it -> it));

  /**
   * The reason, in words; empty if there is none.
   *
   * @param text the changed one, as it would be stored
   * @param original one that fits the password
   */
  public Optional<String> reason(String scheme, String text, String original) {
    if (scheme.equals("recipe")) {
      return ofRecipe(text, original);
    }
    Optional<?> one = parsed(scheme, text);
    Optional<?> two = parsed(scheme, original);
    if (one.isEmpty() || two.isEmpty()) {
      return Optional.empty();
    }
    if (EqualSpellings.isA("Salted", one.get()) && EqualSpellings.isA("Salted", two.get())) {
      return ofInner(one.get(), two.get());
    }
    Set<String> used = new TreeSet<>();
    if (new EqualSpellings(rules(scheme), used).same(one.get(), two.get())) {
      return Optional.of(used.isEmpty() ? "equal spellings" : String.join(" and ", used));
    }
    return new Recomputed(password).fits(one.get())
        ? Optional.of("computed by the JDK")
        : Optional.empty();
  }

  private List<AlikeRule> rules(String scheme) {
    return List.of(
        new BcryptKeys(BCRYPT_OF_DIGEST.contains(scheme) ? SOME_DIGEST : password),
        new ShorterKeys(),
        new KeyStreams(),
        new WeakDesKey(password.length),
        new CutBigcrypt(),
        new CutSalts(),
        new NothingMasked());
  }

  private static Optional<?> parsed(String scheme, String text) {
    return scheme.equals("bcrypt")
        ? BcryptHash.parse(text)
        : Optional.ofNullable(KNOWN.get(scheme)).flatMap(known -> known.parse(text));
  }

  /** Auth0's hashes are those of another scheme, whose password has a salt. */
  private Optional<String> ofInner(Object one, Object two) {
    byte[] password = salted(one);
    EncodedHash hash = inner(one);
    EncodedHash original = inner(two);
    return Arrays.equals(password, salted(two)) && hash.scheme().equals(original.scheme())
        ? new FitByRight(password).reason(hash.scheme(), hash.encoded(), original.encoded())
        : Optional.empty();
  }

  private byte[] salted(Object hash) {
    PasswordForm form = (PasswordForm) EqualSpellings.part("form", hash);
    return Recomputed.joined(
        EqualSpellings.bytes("before", hash),
        new Recomputed(password).formed(form),
        EqualSpellings.bytes("after", hash));
  }

  private static EncodedHash inner(Object hash) {
    return (EncodedHash) EqualSpellings.part("hash", EqualSpellings.part("inner", hash));
  }

  private Optional<String> ofRecipe(String text, String original) {
    Optional<RecomputedRecipe> one = RecomputedRecipe.of(text, password);
    Optional<RecomputedRecipe> two = RecomputedRecipe.of(original, password);
    if (one.isEmpty() || two.isEmpty()) {
      return Optional.empty();
    }
    if (one.get().fits()) {
      return Optional.of("computed by the JDK");
    }
    return one.get().scheme().isPresent()
        ? ofText(one.get(), two.get())
        : ofDerivation(one.get(), two.get());
  }

  /**
   * A recipe around which there is a scheme: its hash is one of the value instead of a password.
   */
  private static Optional<String> ofText(RecomputedRecipe one, RecomputedRecipe two) {
    Optional<byte[]> input = one.input();
    return input.isEmpty()
            || two.input().filter(it -> Arrays.equals(it, input.get())).isEmpty()
            || !one.scheme().equals(two.scheme())
        ? Optional.empty()
        : new FitByRight(input.get())
            .reason(one.scheme().orElseThrow(), one.text(), two.text())
            .map(reason -> reason + ", in a recipe");
  }

  private static Optional<String> ofDerivation(RecomputedRecipe one, RecomputedRecipe two) {
    Set<String> used = new TreeSet<>();
    return one.derivation().isPresent()
            && two.derivation().isPresent()
            && new EqualSpellings(List.of(new ShorterKeys()), used)
                .same(one.derivation().get(), two.derivation().get())
        ? Optional.of((used.isEmpty() ? "equal values" : String.join("", used)) + ", in a recipe")
        : Optional.empty();
  }
}
