package dev.muster.app.hash;

import static dev.muster.password.HashPart.BLOCK_SIZE;
import static dev.muster.password.HashPart.CHAIN;
import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.DIGEST;
import static dev.muster.password.HashPart.ENCODING;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.HASH_ENCODING;
import static dev.muster.password.HashPart.INPUT;
import static dev.muster.password.HashPart.ITERATIONS;
import static dev.muster.password.HashPart.KEY;
import static dev.muster.password.HashPart.PARALLELIZATION;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SALT_ENCODING;
import static dev.muster.password.HashPart.SALT_SEPARATOR;
import static dev.muster.password.HashPart.SCHEME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hashes in the columns of a table. The digests are those of Python's hashlib and hmac, argon2-cffi
 * and Firebase's own example.
 */
class TableHashesTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final TableHashes HASHES =
      new TableHashes(SharedSchemes.DEFAULT, (name, known) -> Optional.of("nearest"));

  private static final String PASSWORD = "Tr0ub4dor&3";
  private static final String SHA256 =
      "be08199dbe08199dbe08199dbe08199dbe08199dbe08199dbe08199dbe08199d";

  /** Made with hashlib.new(digest, input); the salt is {@code a#9}, the key {@code pepper}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "md5    | {md5(password)}{salt} | 372be660d28ada896ba78e8c36af4537",
        "sha1   | {salt}{password} | 38466ff23ada91a38a8f7c6a8ca800fa70796e72",
        "SHA-1  | {salt}{password} | 38466FF23ADA91A38A8F7C6A8CA800FA70796E72",
        "sha256 | {password}:{salt}"
            + " | aacac9fb215ac13528315eca9fbb59ccf6690d63cc4b8b4bae7284876c6620ad",
        "sha512 | {password}{{salt}}"
            + " | 140dccae1b0f83522ea58ee3e3421927d03c2d2d9cd7f919542a949046b855c3"
            + "27ff613f1afb6f0c35eb9bd6756a510165755ef4b3fb032932be8b26577b3ffd",
        "sha1   | --{salt}--{password}-- | a90f5a9a0322d3e2c874a1bcd4ac89c636538a9b",
        "md5    | {md5(salt)}{md5(password)} | 4dc944e7d05336d720226feaaf5e1f61",
        "sha256 | {salt}{password} | VaGotJoAZq5FXG9C313YxFfXG/qkN4dEI8aIOhCtm9Q=",
      })
  void aDigestReadsItsInputTemplate(String digest, String input, String hash) {
    verifies(SCHEME, "digest", DIGEST, digest, INPUT, input, SALT, "a#9", HASH, hash);
  }

  /** Magento 1 and OpenMage write bcrypt beside their digests, with a version or without. */
  @ParameterizedTest
  @CsvSource({
    "$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS:0, bcrypt",
    "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS:1, bcrypt",
    "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS, bcrypt",
    "9cc2ae8a1ba7a93da39b46fc1019c481:0, magento",
    "9cc2ae8a1ba7a93da39b46fc1019c481::0, magento",
    "221e86e743661e7f94a2cbdfd719382e:a9, magento",
    "221e86e743661e7f94a2cbdfd719382e:a9:0, magento"
  })
  void aColumnOfMagentoHasBcryptToo(String text, String scheme) {
    EncodedHash hash = hash(parts(SCHEME, "magento", HASH, text));

    assertThat(hash.scheme()).isEqualTo(scheme);
    assertThat(ALL.verify(hash, "correct horse battery staple".getBytes(UTF_8))).isTrue();
    assertThat(ALL.verify(hash, "another".getBytes(UTF_8))).isFalse();
    HashScheme magento = ALL.byName("magento").orElseThrow();
    assertThat(magento.verify(hash, "correct horse battery staple".getBytes(UTF_8))).isTrue();
    assertThat(magento.saltLength(hash)).isEqualTo(scheme.equals("bcrypt") ? 16 : saltOf(text));
  }

  private static int saltOf(String text) {
    return text.contains("a9:") || text.endsWith(":a9") ? 2 : 0;
  }

  @ParameterizedTest
  @CsvSource({
    "9cc2ae8a1ba7a93da39b46fc1019c481:a9:7, HASH:SALT",
    "$2a$31$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS:0, cost",
    "'$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow', HASH:SALT"
  })
  void whatMagentoDoesNotWriteIsRefused(String text, String reason) {
    assertThat(HASHES.read(parts(SCHEME, "magento", HASH, text)))
        .isInstanceOfSatisfying(
            HashParts.Reading.Refused.class,
            refused -> assertThat(refused.message()).contains(reason));
  }

  /** The settings of the program are not in the text. */
  @Test
  void aHashOfSpringSecurityMayBeOfAnotherDigest() {
    String text =
        "{pbkdf2}c21a39d04ca90103d4d864d06f2c2913c4a45590001226e2833e988134db98d3316ff303a33344cc";

    assertThat(HASHES.doubt("", text).orElseThrow().sentence(1))
        .isEqualTo(
            "1 hash is read as Spring Security's PBKDF2-SHA-1 with 185000 iterations; it could be"
                + " spring-pbkdf2-sha256, spring-pbkdf2-sha512, or made with other iterations or a"
                + " secret: try --prove with a known password, or name the scheme in"
                + " password_scheme.");
    assertThat(HASHES.doubt("spring-pbkdf2", text.substring(8)).orElseThrow().assumed()).isFalse();
    assertThat(HASHES.doubt("spring-pbkdf2-sha256", text)).isEmpty();
    assertThat(HASHES.doubt("", "{pbkdf2@SpringSecurity_v5_8}" + "0".repeat(96))).isEmpty();
    assertThat(HASHES.doubt("", "{pbkdf2}00")).isEmpty();
  }

  @Test
  void aDigestMayHaveAKeyRoundsAndAnotherEncoding() {
    verifies(
        SCHEME,
        "digest",
        DIGEST,
        "sha256",
        INPUT,
        "{key}{password}{salt}",
        SALT,
        "a#9",
        KEY,
        "pepper",
        HASH,
        "441ad94df7353a07124fe0fb5fd9654cf512d6c434cdcfef0339167018a1c673");
    verifies(
        SCHEME,
        "digest",
        DIGEST,
        "sha1",
        INPUT,
        "{password}{salt}",
        SALT,
        "00ff10",
        SALT_ENCODING,
        "hex",
        ENCODING,
        "utf16le",
        HASH,
        "fa5a6f84dbdd2d5cab722eb94908bfd97dc57708");
    verifies(
        SCHEME,
        "digest",
        DIGEST,
        "sha512",
        INPUT,
        "{password}{{salt}}",
        SALT,
        "a#9",
        ITERATIONS,
        "5000",
        CHAIN,
        "salted",
        HASH_ENCODING,
        "base64",
        HASH,
        "xMsjO6t2h8iNw06T7g6FF0CCWSO6bl3Bb0u7+8zcWpAv8GFUD1b+4SqvNJIssi94B8kf1sWpwjtF9C+701IqcQ==");
    verifies(
        SCHEME,
        "digest",
        DIGEST,
        "sha1",
        INPUT,
        "{salt}{password}",
        SALT,
        "a#9",
        ITERATIONS,
        "10",
        CHAIN,
        "hex",
        HASH,
        "38b21ba44db211adac5ce99ed82c752451c5f0dc");
  }

  @Test
  void anHmacHasAKeyOrThePasswordIsTheKey() {
    verifies(
        SCHEME,
        "hmac",
        DIGEST,
        "sha256",
        KEY,
        "pepper",
        INPUT,
        "{salt}{password}",
        SALT,
        "a#9",
        HASH,
        "a810c6693b5cfe87898c33b6421f2e6cda830979157e2c865cafe4134fca225b");
    verifies(
        SCHEME,
        "hmac",
        DIGEST,
        "sha1",
        INPUT,
        "{salt}",
        SALT,
        "a#9",
        HASH,
        "332bf104789af68b4dd8d2b817a5e2cfbde4801e");
  }

  @Test
  void derivedKeysHaveTheirCostsInColumns() {
    verifies(
        SCHEME,
        "pbkdf2-phc-sha256",
        ITERATIONS,
        "1000",
        SALT,
        "0011aabb",
        SALT_ENCODING,
        "hex",
        HASH,
        "ce982f01b20a3ced4d8757ac201ddc753343181c790c96fda79a42d01f03b526");
    verifies(
        SCHEME,
        "pbkdf2-phc-sha512",
        ITERATIONS,
        "1000",
        SALT,
        "salt",
        HASH,
        "tnKyFQHsTnh7un1Km8jh/iGrynrTc24BRaHHySBBR02P0Y4YwnadcfJj+tnCi/BmhSvEJsmLplLN3KWU4D8/UA==");
    verifies(
        SCHEME,
        "pbkdf2-phc-sha1",
        ITERATIONS,
        "1000",
        SALT,
        "salt",
        HASH,
        "266dd181d2db43d760c914b5a54d67d17de83898");
    verifies(
        SCHEME,
        "pbkdf2-plain",
        DIGEST,
        "sha384",
        ITERATIONS,
        "1000",
        SALT,
        "salt",
        HASH,
        "675e081e6b6746efb0ea3a07495fe81a0c3477f3f5d9656a5b081a8182e283111fe8393a41c071b332cfb7c"
            + "ee2b72119");
    verifies(
        SCHEME,
        "scrypt-plain",
        COST,
        "1024",
        BLOCK_SIZE,
        "8",
        PARALLELIZATION,
        "1",
        SALT,
        "salt",
        HASH,
        "d29d9dccbe19f41b30dcaed067a4ae5a264fb235cebc20a7742bc3345162140ef043a2cd9d062229ba0"
            + "4407ec0b85efc8d06cbc675f8a753d4de451add92da93");
  }

  /** The parts of the registry's examples. */
  @Test
  void argon2AndFirebaseAreAssembledToo() {
    String[] argon = example("argon2").split("\\$", -1);
    assertThat(argon[2]).isEqualTo("v=19");
    String[] costs = argon[3].replaceAll("[mtp]=", "").split(",", -1);
    verifies(
        "correct horse battery staple",
        SCHEME,
        "argon2",
        DIGEST,
        argon[1],
        COST,
        costs[0],
        ITERATIONS,
        costs[1],
        PARALLELIZATION,
        costs[2],
        SALT_ENCODING,
        "base64",
        SALT,
        argon[4],
        HASH,
        argon[5]);
    String[] firebase = example("firebase-scrypt").split("\\$", -1);
    verifies(
        "correct horse battery staple",
        SCHEME,
        "firebase-scrypt",
        COST,
        "6",
        ITERATIONS,
        "8",
        SALT,
        firebase[3],
        HASH,
        firebase[4],
        SALT_SEPARATOR,
        firebase[5],
        KEY,
        firebase[6]);
  }

  @Test
  void aTextThatSaysWhatItIsNeedsNoScheme() {
    assertThat(HASHES.read("$2y$10$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(HASHES.read("md5$nope"))
        .isEqualTo(new HashReading.Malformed("Invalid format for md5 hasher"));
    assertThat(HASHES.read("9cc2ae8a1ba7a93da39b46fc1019c481"))
        .extracting(reading -> ((HashReading.Accepted) reading).hash().scheme())
        .isEqualTo("django-unsalted-md5");
    assertThat(HASHES.read("nobody$knows")).isInstanceOf(HashReading.NotMine.class);
    String bcrypt = example("bcrypt");
    verifies("correct horse battery staple", HASH, bcrypt);
    verifies("correct horse battery staple", SCHEME, "bcrypt", HASH, bcrypt);
  }

  @Test
  void aNamedSchemeReadsDigitsAsItsOwn() {
    assertThat(hash(parts(SCHEME, "nt", HASH, "1b9d5effd34ac283c8efe2eacaea8bbc")).scheme())
        .isEqualTo("nt");
    assertThat(hash(parts(SCHEME, "hex-md4", HASH, "1b9d5effd34ac283c8efe2eacaea8bbc")).scheme())
        .isEqualTo("hex-md4");
  }

  @Test
  void withoutAHashThePasswordStaysAsItIs() {
    assertThat(HASHES.read(parts(SCHEME, "digest", DIGEST, "md5", KEY, "k")))
        .isEqualTo(new HashParts.Reading.NoPassword());
    refuses(HASH, "There is a salt, but no hash.", SALT, "a", SCHEME, "digest");
  }

  /** The hash may be of a digest with a key that a scheme would have taken. */
  @Test
  void partsAreNotIgnored() {
    String bcrypt = example("bcrypt");
    refuses(
        KEY,
        "password_key needs password_scheme: name the scheme, or leave password_key empty.",
        HASH,
        bcrypt,
        KEY,
        "pepper");
    refuses(
        INPUT,
        "password_input needs password_scheme: name the scheme, or leave password_input empty.",
        HASH,
        bcrypt,
        INPUT,
        "{key}{password}");
    refuses(
        KEY,
        "This hash has all its parts in its text: leave password_key empty.",
        SCHEME,
        "digest",
        HASH,
        example("digest"),
        KEY,
        "pepper");
  }

  @Test
  void problemsNameTheirPart() {
    String digits = "9cc2ae8a1ba7a93da39b46fc1019c481";
    refuses(
        SCHEME,
        "There is no password scheme \"md55\"; did you mean nearest?",
        SCHEME,
        "md55",
        HASH,
        digits);
    refuses(
        SCHEME,
        "\"sha256\" is a digest, not a password scheme: enter digest, and the digest in the column"
            + " password_digest.",
        SCHEME,
        "sha256",
        HASH,
        digits);
    refuses(SCHEME, "This is not the name of a password scheme.", SCHEME, digits, HASH, digits);
    refuses(
        HASH,
        "Unknown hashing algorithm. The cell has 40 hex digits, as of sha1. Name the scheme in"
            + " password_scheme, a column or a constant of a mapping: hex-sha1 without a salt; with"
            + " one, digest with password_digest sha1, password_salt and password_input. muster"
            + " hash solve finds out which, with the hash, salt and password of one user.",
        HASH,
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        DIGEST,
        "md5");
    refuses(
        SALT,
        "The hash has its salt in its text: leave password_salt empty.",
        HASH,
        example("bcrypt"),
        SALT,
        "abc");
    refuses(
        SALT,
        "The hash has its salt in its text: leave password_salt empty.",
        SCHEME,
        "digest",
        HASH,
        example("digest"),
        SALT,
        "abc");
    refuses(
        COST,
        "The hashes of the scheme sha512-crypt are one text: leave password_cost empty.",
        SCHEME,
        "sha512-crypt",
        COST,
        "10",
        HASH,
        example("sha512-crypt"));
    refuses(DIGEST, "The scheme digest needs password_digest.", SCHEME, "digest", HASH, digits);
    refuses(
        COST,
        "The scheme digest has no password_cost.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        COST,
        "1",
        HASH,
        digits);
    refuses(
        DIGEST,
        "No digest has this name; there are md4, md5, ripemd160, sha1, sha224, sha256, sha384,"
            + " sha512, whirlpool.",
        SCHEME,
        "digest",
        DIGEST,
        "md6",
        HASH,
        digits);
    refuses(
        INPUT,
        "Say where the salt is: {salt}{password}, {password}{salt} or another order.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        SALT,
        "s",
        HASH,
        digits);
    refuses(
        INPUT,
        "The input must have {password}.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        SALT,
        "s",
        INPUT,
        "{salt}",
        HASH,
        digits);
    refuses(
        INPUT,
        "The password may be in the input only once.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        INPUT,
        "{password}{password}",
        HASH,
        digits);
    refuses(
        INPUT,
        "There is a salt, but the input does not have it: write {salt}.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        INPUT,
        "{password}",
        SALT,
        "s",
        HASH,
        digits);
    refuses(
        SALT,
        "The input has {salt}, but there is none.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        INPUT,
        "{salt}{password}",
        HASH,
        digits);
    refuses(
        HASH,
        "The hash has 32 bytes, and md5 has 16.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        HASH,
        SHA256);
    refuses(
        HASH,
        "This is not valid hex.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        HASH_ENCODING,
        "hex",
        HASH,
        "xyz");
    refuses(
        SALT_ENCODING,
        "Enter one of the encodings utf8, hex, base64.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        INPUT,
        "{salt}{password}",
        SALT,
        "s",
        SALT_ENCODING,
        "rot13",
        HASH,
        digits);
    refuses(
        ENCODING,
        "The password's encoding is utf8, utf16le, latin1, upper or lower.",
        SCHEME,
        "digest",
        DIGEST,
        "md5",
        ENCODING,
        "ebcdic",
        HASH,
        digits);
    refuses(
        ITERATIONS,
        "Enter a whole number.",
        SCHEME,
        "pbkdf2-phc-sha1",
        SALT,
        "s",
        ITERATIONS,
        "1e5",
        HASH,
        digits);
    refuses(
        HASH,
        "PBKDF2 iterations must be from 1 to 10000000",
        SCHEME,
        "pbkdf2-phc-sha1",
        SALT,
        "s",
        ITERATIONS,
        "10000001",
        HASH,
        digits);
  }

  @Test
  void partsAreNeverShown() {
    assertThat(parts(SALT, "secret", HASH, "secret")).hasToString("HashParts[HASH, SALT]");
  }

  private static String example(String scheme) {
    return StandardSchemes.known().stream()
        .filter(known -> known.name().equals(scheme))
        .findFirst()
        .orElseThrow()
        .about()
        .example();
  }

  private static void verifies(HashPart first, String text, Object... others) {
    Object[] pairs = new Object[others.length + 2];
    pairs[0] = first;
    pairs[1] = text;
    System.arraycopy(others, 0, pairs, 2, others.length);
    verifies(PASSWORD, pairs);
  }

  private static void verifies(String password, Object... pairs) {
    EncodedHash hash = hash(parts(pairs));
    assertThat(ALL.verify(hash, password.getBytes(UTF_8))).isTrue();
    assertThat(ALL.verify(hash, (password + "x").getBytes(UTF_8))).isFalse();
  }

  private static EncodedHash hash(HashParts parts) {
    HashParts.Reading reading = HASHES.read(parts);
    assertThat(reading).isInstanceOf(HashParts.Reading.Accepted.class);
    return ((HashParts.Reading.Accepted) reading).hash();
  }

  private static void refuses(HashPart part, String message, Object... pairs) {
    assertThat(HASHES.read(parts(pairs))).isEqualTo(new HashParts.Reading.Refused(part, message));
  }

  private static HashParts parts(Object... pairs) {
    Map<HashPart, String> texts = new EnumMap<>(HashPart.class);
    for (int i = 0; i < pairs.length; i += 2) {
      texts.put((HashPart) pairs[i], (String) pairs[i + 1]);
    }
    return new HashParts(texts);
  }
}
