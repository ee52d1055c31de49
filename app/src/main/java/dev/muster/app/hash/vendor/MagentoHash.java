package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords of Magento: {@code HASH:SALT:VERSION}, the hash in hex and the salt as text.
 *
 * <ul>
 *   <li>0 is MD5 and 1 is SHA-256 of salt and password;
 *   <li>2 is Argon2id with the first 16 bytes of the salt, 2 passes, 64 MiB and a key of 32 bytes;
 *   <li>3_32_2_67108864 is the same with the length of the key, the passes and the bytes of memory.
 * </ul>
 *
 * <p>A hash that Magento upgraded has all its versions, as in {@code HASH:SALT:0:1}: each after the
 * first reads the hex digits of the one before instead of the password. Magento 1 writes no
 * version; then the input has to name the scheme, and the length of the hash tells the digest. Some
 * migrations put the version directly after a hash that has no salt: {@code HEX:0} is MD5, and
 * {@code HEX:1} is SHA-256. No salt of Magento is so short.
 *
 * <p>Since the patch SUPEE-11219 Magento 1 writes bcrypt, which the scheme of that name reads.
 *
 * <p>Sources: Magento's {@code Magento\Framework\Encryption\Encryptor} and {@code
 * UpgradePasswordHashAndAddress}; magento/magento2#3758 and #26731; OpenMage's {@code
 * Mage_Core_Model_Encryption}.
 *
 * @param steps in the order in which they are computed; at least one
 */
record MagentoHash(SecretBytes salt, List<MagentoStep> steps, SecretBytes hash)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("([0-9A-Fa-f]{32,2048}):([^:]*)(:[0-3][0-9_:]*)?");
  private static final int STEPS_MAX = 4;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "magento",
              MagentoHash::isRecognised,
              MagentoHash::parse,
              "not a sound magento hash, which is HASH:SALT, perhaps with versions after it (0, 1,"
                  + " 2 or 3_32_2_67108864), or bcrypt",
              new About(
                  "all versions of Magento's hashes",
                  "1f10120e9999ba746c131a3e7981e2a1947d7f964398650e548b5f2a1e1c392c:0o1ICsF2W"
                      + "cIcqIVeT8S2E72ggi9jzSVy:1",
                  "correct horse battery staple",
                  "Magento 1 and 2, Adobe Commerce, OpenMage, osCommerce, Zen Cart; those without a"
                      + " version (Magento 1) are recognised only if the scheme is named, and then"
                      + " bcrypt is read too, with or without a version after it",
                  "SELECT email, password_hash FROM customer_entity; in Magento 1 it is the"
                      + " attribute password_hash in customer_entity_varchar",
                  Advice.ADVISABLE)));

  MagentoHash {
    steps = List.copyOf(steps);
  }

  private static boolean isRecognised(String text) {
    int colon = text.indexOf(':');
    if (colon < Digest.MD5.length() * 2) {
      return false;
    }
    Matcher form = FORM.matcher(text);
    return form.matches() && form.group(3) != null;
  }

  static Optional<MagentoHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> hash = SecretBytes.ofHex(form.group(1));
    SecretBytes salt = SecretBytes.ofUtf8(salt(form));
    Optional<List<MagentoStep>> steps =
        form.group(3) == null
            ? hash.flatMap(h -> MagentoStep.ofLength(h.length())).map(List::of)
            : steps(form.group(3).substring(1), salt);
    return hash.flatMap(
        h ->
            steps
                .filter(list -> list.get(list.size() - 1).length() == h.length())
                .map(list -> new MagentoHash(salt, list, h)));
  }

  /** The salt as text; empty if there is none, or if only a version follows the hash. */
  private static String salt(Matcher form) {
    String salt = form.group(2);
    int digits = form.group(1).length();
    boolean version =
        form.group(3) == null
            && ((digits == 2 * Digest.MD5.length() && salt.equals("0"))
                || (digits == 2 * Digest.SHA256.length() && salt.equals("1")));
    return version ? "" : salt;
  }

  private static Optional<List<MagentoStep>> steps(String versions, SecretBytes salt) {
    List<MagentoStep> steps = new ArrayList<>();
    for (String version : versions.split(":", STEPS_MAX + 1)) {
      Optional<MagentoStep> step = MagentoStep.ofVersion(version, salt);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return steps.size() > STEPS_MAX ? Optional.empty() : Optional.of(steps);
  }

  /** The limits hold for each step, and for the passes of all together. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return steps.stream()
        .flatMap(step -> step.outside(bounds).stream())
        .findFirst()
        .or(
            () ->
                bounds.argon2(
                    Math.max(
                        MagentoStep.MEMORY_KIB_MIN,
                        steps.stream().mapToLong(MagentoStep::memoryKib).max().orElse(0)),
                    Math.max(1, steps.stream().mapToLong(MagentoStep::passes).sum()),
                    1));
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] input = passwordUtf8;
    byte[] result = {};
    for (MagentoStep step : steps) {
      result = step.of(salt, input);
      input = HexFormat.of().formatHex(result).getBytes(US_ASCII);
    }
    return hash.sameAs(result);
  }
}
