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
 * The texts that the cells of a workbook share. The first ones are kept in memory as UTF-8, without
 * an object for each; the others in a temporary file. For one thread.
 */
final class SharedTexts implements Closeable {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MEMORY_BLOCKS = 24;
  private static final int FILE_BLOCK_BYTES = 1 << 16;

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] ends = new long[1 << 10]; // where each text ends
  private int size;
  private long length;
  private byte[] lastBlock = new byte[0];
  private long lastBlockStart = -1;
  private @Nullable TemporaryFolder folder;
  private @Nullable RandomAccessFile file;

  /** Reads the texts of the part {@code sharedStrings.xml}. */
  static SharedTexts of(XMLStreamReader in) throws IOException {
    SharedTexts texts = new SharedTexts();
    try {
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("si")) {
          texts.add(XmlText.richText(in));
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
    long start = index == 0 ? 0 : ends[index - 1];
    byte[] bytes = new byte[Math.toIntExact(ends[index] - start)];
    for (int done = 0; done < bytes.length; ) {
      long at = start + done;
      byte[] block = block(at);
      int offset = (int) (at - blockStart(at));
      int n = Math.min(bytes.length - done, block.length - offset);
      System.arraycopy(block, offset, bytes, done, n);
      done += n;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void add(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
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
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, Math.multiplyExact(size, 2));
    }
    ends[size++] = length;
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
