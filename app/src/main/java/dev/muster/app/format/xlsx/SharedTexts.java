package dev.muster.app.format.xlsx;

import dev.muster.app.tempfile.TemporaryFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook share. The first ones are kept in memory, without an
 * object for each; the others in a temporary file. Each is its length and its UTF-8. For one
 * thread.
 */
final class SharedTexts implements Closeable {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MEMORY_BLOCKS = 24;
  private static final int FILE_BLOCK_BYTES = 1 << 16;

  /** Of so many texts, the place of one is kept; the others are found from there. */
  private static final int GROUP = 16;

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] starts = new long[1 << 8]; // where each group of texts starts
  private int size;
  private long length;
  private byte[] lastBlock = new byte[0];
  private long lastBlockStart = -1;
  private @Nullable TemporaryFolder folder;
  private @Nullable RandomAccessFile file;

  /**
   * Reads the texts of the part {@code sharedStrings.xml}.
   *
   * @param charactersMax where long texts are cut
   */
  static SharedTexts of(XMLStreamReader in, int charactersMax) throws IOException {
    SharedTexts texts = new SharedTexts();
    try {
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("si")) {
          texts.add(XmlText.richText(in, charactersMax));
        }
      }
      in.close();
      texts.finish();
      return texts;
    } catch (XMLStreamException e) {
      texts.close();
      throw WorkbookParts.damaged(e);
    } catch (IOException e) {
      texts.close();
      throw e;
    }
  }

  /** No texts. */
  static SharedTexts none() {
    return new SharedTexts();
  }

  int size() {
    return size;
  }

  /** The text with an index from 0. */
  String get(int index) throws IOException {
    long at = starts[index / GROUP];
    for (int before = index % GROUP; before > 0; before--) {
      int size = size(at);
      at += sizeBytes(size) + size;
    }
    int size = size(at);
    at += sizeBytes(size);
    byte[] bytes = new byte[size];
    for (int done = 0; done < size; ) {
      byte[] block = block(at + done);
      int offset = (int) (at + done - blockStart(at + done));
      int n = Math.min(size - done, block.length - offset);
      System.arraycopy(block, offset, bytes, done, n);
      done += n;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The size that is written at a place: seven bits in a byte, the last ones first. */
  private int size(long place) throws IOException {
    int size = 0;
    int shift = 0;
    for (long at = place; ; at++) {
      byte part = block(at)[(int) (at - blockStart(at))];
      size |= (part & 0x7f) << shift;
      if (part >= 0) {
        return size;
      }
      shift += 7;
    }
  }

  /** How many bytes a size takes. */
  private static int sizeBytes(int size) {
    return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(size) + 6) / 7);
  }

  void add(String text) throws IOException {
    if (size % GROUP == 0) {
      if (size / GROUP == starts.length) {
        starts = Arrays.copyOf(starts, Math.multiplyExact(starts.length, 2));
      }
      starts[size / GROUP] = length;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] number = new byte[sizeBytes(bytes.length)];
    for (int i = 0; i < number.length; i++) {
      int more = i < number.length - 1 ? 0x80 : 0;
      number[i] = (byte) (((bytes.length >>> (7 * i)) & 0x7f) | more);
    }
    write(number);
    write(bytes);
    size = Math.addExact(size, 1);
  }

  private void write(byte[] bytes) throws IOException {
    for (int done = 0; done < bytes.length; ) {
      int used = (int) (length % BLOCK_BYTES);
      if (used == 0) {
        nextBlock();
      }
      int n = Math.min(bytes.length - done, BLOCK_BYTES - used);
      System.arraycopy(bytes, done, blocks.get(blocks.size() - 1), used, n);
      done += n;
      length += n;
    }
  }

  /** Begins a block; the last one goes to the file if those in memory are full. */
  private void nextBlock() throws IOException {
    if (blocks.size() <= MEMORY_BLOCKS) {
      blocks.add(new byte[BLOCK_BYTES]);
      return;
    }
    openFile().write(blocks.get(MEMORY_BLOCKS));
  }

  private void finish() throws IOException {
    if (blocks.size() > MEMORY_BLOCKS) {
      openFile().write(blocks.remove(MEMORY_BLOCKS));
    }
  }

  private RandomAccessFile openFile() throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      TemporaryFolder made = TemporaryFolder.make("workbook");
      folder = made;
      open = new RandomAccessFile(made.file("texts").toFile(), "rw");
      file = open;
    }
    return open;
  }

  private byte[] block(long at) throws IOException {
    if (at < (long) MEMORY_BLOCKS * BLOCK_BYTES) {
      return blocks.get((int) (at / BLOCK_BYTES));
    }
    long start = blockStart(at);
    if (start != lastBlockStart) {
      RandomAccessFile open = openFile();
      open.seek(start - (long) MEMORY_BLOCKS * BLOCK_BYTES);
      byte[] block = new byte[FILE_BLOCK_BYTES];
      open.readFully(block);
      lastBlock = block;
      lastBlockStart = start;
    }
    return lastBlock;
  }

  private static long blockStart(long at) {
    int bytes = at < (long) MEMORY_BLOCKS * BLOCK_BYTES ? BLOCK_BYTES : FILE_BLOCK_BYTES;
    return at - at % bytes;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
