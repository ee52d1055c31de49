package dev.muster.app.upload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The shape of a table: a digest of the names of its columns, in their order. Case, white space at
 * the ends and repeated white space make no difference.
 */
public final class TableShape {

  private TableShape() {}

  /** The shape of tables with a header. Empty cells at its end make no difference. */
  public static String of(List<String> header) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    int end = header.size();
    while (end > 0 && plain(header.get(end - 1)).isEmpty()) {
      end--;
    }
    for (String cell : header.subList(0, end)) {
      digest.update(plain(cell).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
