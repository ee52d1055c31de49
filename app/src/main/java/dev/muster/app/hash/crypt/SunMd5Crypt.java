package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.digest.KratosDigest;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Sun's MD5 crypt of Solaris: {@code $md5$} or {@code $md5,rounds=N$}, salt, {@code $$}, and 22 of
 * digest. The salt of the digest is the whole text before the last {@code $}. So the older format
 * with a single {@code $} before the digest gives other hashes.
 *
 * <p>It takes 4096 rounds of MD5 and the named rounds in addition. About half of them, chosen by
 * the bits of the previous round, also digest a text from Hamlet.
 *
 * <p>Sources: Alec Muffett, "OpenSolaris, pluggable crypt, and the SunMD5 password hash algorithm";
 * passlib's documentation of {@code sun_md5_crypt}.
 *
 * @param rounds in addition to 4096
 * @param salt with the text before it
 */
record SunMd5Crypt(long rounds, SecretBytes salt, SecretBytes digest) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\$md5(?:,rounds=(N))?\\$S*\\$?)\\$("
                  .replace("N", Decimal.PATTERN)
                  .replace("S", CryptEncodings.SALT)
              + Md5Crypt.DIGEST
              + ")");
  private static final int BASIC_ROUNDS = 4096;
  private static final int COIN_BITS = 7;

  /** Hamlet III.1 as Project Gutenberg's etext 2ws26 has it, and the zero byte of a C string. */
  private static final byte[] SOLILOQUY =
      """
      To be, or not to be,--that is the question:--
      Whether 'tis nobler in the mind to suffer
      The slings and arrows of outrageous fortune
      Or to take arms against a sea of troubles,
      And by opposing end them?--To die,--to sleep,--
      No more; and by a sleep to say we end
      The heartache, and the thousand natural shocks
      That flesh is heir to,--'tis a consummation
      Devoutly to be wish'd. To die,--to sleep;--
      To sleep! perchance to dream:--ay, there's the rub;
      For in that sleep of death what dreams may come,
      When we have shuffled off this mortal coil,
      Must give us pause: there's the respect
      That makes calamity of so long life;
      For who would bear the whips and scorns of time,
      The oppressor's wrong, the proud man's contumely,
      The pangs of despis'd love, the law's delay,
      The insolence of office, and the spurns
      That patient merit of the unworthy takes,
      When he himself might his quietus make
      With a bare bodkin? who would these fardels bear,
      To grunt and sweat under a weary life,
      But that the dread of something after death,--
      The undiscover'd country, from whose bourn
      No traveller returns,--puzzles the will,
      And makes us rather bear those ills we have
      Than fly to others that we know not of?
      Thus conscience does make cowards of us all;
      And thus the native hue of resolution
      Is sicklied o'er with the pale cast of thought;
      And enterprises of great pith and moment,
      With this regard, their currents turn awry,
      And lose the name of action.--Soft you now!
      The fair Ophelia!--Nymph, in thy orisons
      Be all my sins remember'd.
      \0\
      """
          .getBytes(US_ASCII);

  /** {@code $md5$pf=…} is a hash of Ory Kratos. */
  static boolean isMeant(String encoded) {
    return encoded.startsWith("$md5,")
        || (encoded.startsWith("$md5$") && !KratosDigest.isMeant(encoded));
  }

  static Optional<SunMd5Crypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    long rounds = form.group(2) == null ? 0 : Decimal.parse(form.group(2));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(1));
    return Optional.of(new SunMd5Crypt(rounds, salt, SecretBytes.ofUtf8(form.group(3))));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.rounds(rounds, 0);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    MessageDigest md5 = DigestUtils.getMd5Digest();
    md5.update(passwordUtf8);
    byte[] state = md5.digest(salt.toBytes());
    for (long round = 0; round < BASIC_ROUNDS + rounds; round++) {
      md5.update(state);
      if (coin(state, (int) round)) {
        md5.update(SOLILOQUY);
      }
      state = md5.digest(Long.toString(round).getBytes(US_ASCII));
    }
    return digest.sameAs(Crypt64.digits(state, Md5Crypt.ORDER).getBytes(US_ASCII));
  }

  private static boolean coin(byte[] state, int round) {
    int x = gathered(state, bit(state, round));
    int y = gathered(state, 8 + bit(state, round + 64));
    return bit(state, x) != bit(state, y);
  }

  /** Seven bits of the state, chosen by its bytes from an offset. */
  private static int gathered(byte[] state, int offset) {
    int gathered = 0;
    for (int i = 0; i < COIN_BITS; i++) {
      int a = state[(offset + i) & 15] & 0xFF;
      int b = state[(offset + i + 3) & 15] & 0xFF;
      int place = (state[(a >>> (b % 5)) & 15] & 0xFF) >>> ((b >>> (a & 7)) & 1);
      gathered |= bit(state, place) << i;
    }
    return gathered;
  }

  /** One of the state's 128 bits; the index wraps around. */
  private static int bit(byte[] state, int place) {
    return (state[(place >>> 3) & 15] >>> (place & 7)) & 1;
  }
}
