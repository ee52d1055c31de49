package dev.muster.app.seal;

import dev.muster.user.Imprint;
import org.jspecify.annotations.Nullable;

/**
 * Ties an imprint to the row of the user whom its record has shaped: made of both, it fits no more
 * when anything of the row is changed, by whomever. For one row and one thread.
 */
public final class Seal {

  private static final int NOTHING = -1;

  private final SipHash hash;

  public Seal(Imprint imprint) {
    this.hash = new SipHash(imprint.bits(), ~imprint.bits());
  }

  /** Takes in a column that is a number. */
  public Seal number(long number) {
    hash.word(number);
    return this;
  }

  public Seal flag(boolean flag) {
    return number(flag ? 1 : 0);
  }

  /** Takes in a column that is a text, in UTF-8; null where it has none. */
  public Seal text(byte @Nullable [] text) {
    if (text == null) {
      return number(NOTHING);
    }
    hash.word(text.length).bytes(text);
    return this;
  }

  /** The seal; nothing can be taken in any more. */
  public long value() {
    return hash.value();
  }
}
