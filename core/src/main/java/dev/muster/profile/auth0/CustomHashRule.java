package dev.muster.profile.auth0;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule for {@code custom_password_hash}. Some members depend on the algorithm. Whether the hash
 * can be decoded and is complete is checked later, by those who read it.
 */
record CustomHashRule() implements Rule {

  private static final Set<String> WITH_DIGEST_ALONE =
      Set.of("md4", "md5", "sha1", "sha256", "sha512");

  /** Algorithms whose hash is a text that has all parameters. */
  private static final Set<String> SELF_DESCRIBING = Set.of("argon2", "bcrypt", "ldap", "pbkdf2");

  /** Algorithms that have their salt in the text of the hash, and no other. */
  private static final Set<String> WITHOUT_SALT = Set.of("argon2", "ldap", "pbkdf2");

  private static final Rule ENCODING = OfChoice.of("base64", "hex", "utf8");
  private static final Rule TEXT_ENCODING = OfChoice.of("utf8");
  private static final Rule BYTE_ENCODING = OfChoice.of("base64", "hex");
  private static final Rule DIGEST =
      OfChoice.of(
          "md4", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool");
  private static final Rule KEY =
      new OfObject(Map.of("value", OfText.ANY, "encoding", ENCODING), List.of("value"));
  private static final Rule SALT =
      new OfObject(
          Map.of(
              "value",
              OfText.ANY,
              "encoding",
              ENCODING,
              "position",
              OfChoice.of("prefix", "suffix")),
          List.of("value"));
  private static final Rule PASSWORD =
      new OfObject(
          Map.of("encoding", OfChoice.of("ascii", "utf8", "utf16le", "ucs2", "latin1", "binary")),
          List.of());
  private static final Rule ALGORITHM =
      OfChoice.of(
          "argon2", "bcrypt", "hmac", "ldap", "md4", "md5", "sha1", "sha256", "sha512", "pbkdf2",
          "scrypt");

  private static final Map<String, Rule> BY_ALGORITHM = byAlgorithm();
  private static final Rule OF_ANY = object(ENCODING, Set.of("digest", "key"), List.of("value"));

  private static Map<String, Rule> byAlgorithm() {
    Map<String, Rule> rules = new HashMap<>();
    for (String name : SELF_DESCRIBING) {
      rules.put(name, object(TEXT_ENCODING, Set.of(), List.of("value")));
    }
    for (String name : WITH_DIGEST_ALONE) {
      rules.put(name, object(BYTE_ENCODING, Set.of(), List.of("value", "encoding")));
    }
    rules.put("scrypt", object(BYTE_ENCODING, Set.of(), List.of("value", "encoding")));
    rules.put(
        "hmac",
        object(
            BYTE_ENCODING, Set.of("digest", "key"), List.of("value", "encoding", "digest", "key")));
    return rules;
  }

  /** The rule of the whole object; {@code hash} has further members for some algorithms. */
  private static Rule object(Rule encoding, Set<String> further, List<String> required) {
    Map<String, Rule> hash = new HashMap<>();
    hash.put("value", OfText.ANY);
    hash.put("encoding", encoding);
    if (!further.isEmpty()) {
      hash.put("digest", DIGEST);
      hash.put("key", KEY);
    }
    Map<String, Rule> members = new HashMap<>();
    members.put("algorithm", ALGORITHM);
    members.put("hash", new OfObject(hash, required));
    members.put("salt", SALT);
    members.put("password", PASSWORD);
    for (String name : List.of("keylen", "blockSize", "parallelization")) {
      members.put(name, new OfCount());
    }
    members.put("cost", CustomHashRule::checkCost);
    return new OfObject(members, List.of("algorithm", "hash"));
  }

  @Override
  public void check(Value value, String path, List<Problem> problems) {
    String algorithm = value instanceof Struct struct ? struct.text("algorithm") : null;
    BY_ALGORITHM
        .getOrDefault(algorithm == null ? "" : algorithm, OF_ANY)
        .check(value, path, problems);
    if (algorithm == null || !(value instanceof Struct struct)) {
      return;
    }
    if (WITHOUT_SALT.contains(algorithm) && struct.has("salt")) {
      problems.add(Complaint.unknown(path, "salt"));
    }
    if (algorithm.equals("scrypt") && !struct.has("keylen")) {
      problems.add(Complaint.missing(path, "keylen"));
    }
  }

  private static void checkCost(Value value, String path, List<Problem> problems) {
    Long number = value instanceof Value.Num num ? WholeNumber.of(num.literal()) : null;
    if (number == null) {
      problems.add(Complaint.type(path, "integer", value));
    } else if (number < 2) {
      problems.add(Complaint.tooSmall(path, number.toString(), 2));
    } else if (Long.bitCount(number) != 1 && number != Long.MAX_VALUE) {
      String text = "Value " + number + " is not a power of two";
      problems.add(Complaint.of(ProblemCode.INVALID_FORMAT, path, text));
    }
  }
}
