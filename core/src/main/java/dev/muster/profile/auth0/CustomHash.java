package dev.muster.profile.auth0;

import dev.muster.password.EncodedText;
import dev.muster.password.HashFields;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** Converts a {@code custom_password_hash} that fits the schema to fields. */
final class CustomHash {

  private static final String PATH = "custom_password_hash";
  private static final long COST = 16384;
  private static final long BLOCK_SIZE = 8;
  private static final long PARALLELIZATION = 1;

  private CustomHash() {}

  static HashFields fields(Struct custom) {
    String algorithm = text(custom, "algorithm", "");
    Struct hash = object(custom, "hash");
    Struct salt = object(custom, "salt");
    return new HashFields(
        algorithm,
        encoded(hash),
        hash.text("digest"),
        hash.has("key") ? encoded(object(hash, "key")) : null,
        custom.has("salt") ? encoded(salt) : null,
        "suffix".equals(salt.text("position")),
        text(object(custom, "password"), "encoding", "utf8"),
        algorithm.equals("scrypt") ? scrypt(custom) : null);
  }

  /** The problem of a hash that was refused. */
  static Problem problem(HashFields.Reading.Refused refused) {
    ProblemCode code = refused.tooCostly() ? ProblemCode.MAXIMUM : ProblemCode.INVALID_FORMAT;
    return Complaint.of(code, PATH + path(refused.field()), refused.message());
  }

  private static String path(HashFields.Field field) {
    return switch (field) {
      case HASH -> ".hash.value";
      case KEY -> ".hash.key.value";
      case SALT -> ".salt.value";
      case KEY_LENGTH -> ".keylen";
      case COST -> ".cost";
      case BLOCK_SIZE -> ".blockSize";
      case PARALLELIZATION -> ".parallelization";
    };
  }

  private static HashFields.Scrypt scrypt(Struct custom) {
    return new HashFields.Scrypt(
        number(custom, "keylen", 0),
        number(custom, "cost", COST),
        number(custom, "blockSize", BLOCK_SIZE),
        number(custom, "parallelization", PARALLELIZATION));
  }

  private static EncodedText encoded(Struct holder) {
    return new EncodedText(text(holder, "value", ""), text(holder, "encoding", "utf8"));
  }

  private static Struct object(Struct parent, String name) {
    return parent.get(name) instanceof Struct struct ? struct : Struct.EMPTY;
  }

  private static String text(Struct holder, String name, String unset) {
    String text = holder.text(name);
    return text == null ? unset : text;
  }

  private static long number(Struct holder, String name, long unset) {
    @Nullable Long number =
        holder.get(name) instanceof Value.Num num ? WholeNumber.of(num.literal()) : null;
    return number == null ? unset : number;
  }
}
