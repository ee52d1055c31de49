package dev.muster.app.store.sql;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses bytes in the zlib format (RFC 1950), at a fast level. */
public final class Deflated {

  /** Reused because creating an inflater takes longer than unpacking a chunk. */
  private static final ThreadLocal<Inflater> INFLATERS = ThreadLocal.withInitial(Inflater::new);

  private Deflated() {}

  public static byte[] pack(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  public static byte[] unpack(byte[] packed) {
    Inflater inflater = INFLATERS.get();
    inflater.reset();
    inflater.setInput(packed);
    byte[] out = new byte[Math.max(1024, packed.length * 4)];
    int size = 0;
    try {
      while (!inflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, size * 2);
        }
        int n = inflater.inflate(out, size, out.length - size);
        if (n == 0 && !inflater.finished() && inflater.needsInput()) {
          throw new IllegalStateException("stored results end too early");
        }
        size += n;
      }
      return Arrays.copyOf(out, size);
    } catch (DataFormatException e) {
      throw new IllegalStateException("stored results are damaged", e);
    }
  }
}
