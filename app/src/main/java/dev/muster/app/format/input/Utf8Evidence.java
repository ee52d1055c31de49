package dev.muster.app.format.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the bytes of an input say about UTF-8.
 *
 * @param sequences the number of well-formed sequences of two and more bytes
 * @param invalid the number of bytes that belong to none
 * @param cutOff whether the last sequence is incomplete
 * @param sample words that have bytes beyond ASCII, separated by line feeds, a character for each
 *     byte
 */
record Utf8Evidence(long sequences, long invalid, boolean cutOff, String sample) {

  private static final int SAMPLE_BYTES = 1 << 15;
  private static final int WORD_BYTES = 64;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Reads an input to its end. */
  static Utf8Evidence of(InputFile input) throws IOException {
    try (InputStream in = input.open()) {
      Counting counting = new Counting();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        counting.take(buffer, n);
      }
      return counting.evidence();
    }
  }

  /** Whether the input seems to be UTF-8 with few damaged characters. */
  boolean mostlyUtf8() {
    return (sequences > 0 && sequences >= invalid) || (cutOff && invalid <= 1);
  }

  /** The state of one pass. */
  private static final class Counting {

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final byte[] word = new byte[WORD_BYTES];
    private int wordLength;
    private boolean wordIsAscii = true;
    private int due;
    private int taken; // bytes of the sequence that is due
    private long sequences;
    private long invalid;

    void take(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        take(bytes[i] & 0xff);
      }
    }

    private void take(int b) {
      sampleByte(b);
      if (due > 0) {
        if (b >= 0x80 && b < 0xc0) {
          taken++;
          due--;
          sequences += due == 0 ? 1 : 0;
          return;
        }
        invalid += taken;
        due = 0;
      }
      if (b >= 0xc2 && b < 0xf5) {
        due = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        taken = 1;
      } else if (b >= 0x80) {
        invalid++;
      }
    }

    private void sampleByte(int b) {
      // in charsets of East Asia, the second byte of a letter may be any of these of ASCII
      boolean second = b >= '@' && b < 0x7f && wordLength > 0 && word[wordLength - 1] < 0;
      boolean letter = b >= 0x80 || second || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      if (letter && wordLength < WORD_BYTES) {
        word[wordLength++] = (byte) b;
        wordIsAscii &= b < 0x80;
      } else if (!letter) {
        endWord();
      }
    }

    private void endWord() {
      if (!wordIsAscii && sample.size() < SAMPLE_BYTES) {
        sample.write(word, 0, wordLength);
        sample.write('\n');
      }
      wordLength = 0;
      wordIsAscii = true;
    }

    Utf8Evidence evidence() {
      endWord();
      boolean cutOff = due > 0;
      return new Utf8Evidence(
          sequences,
          invalid + (cutOff ? taken : 0),
          cutOff,
          sample.toString(StandardCharsets.ISO_8859_1));
    }
  }
}
