package dev.muster.app.format.input;

import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file to import, which can be read repeatedly. Compressed files (gzip, Zstandard) are detected
 * by their first bytes, and decompressed.
 */
public final class InputFile implements Closeable {

  private static final int BUFFER = 1 << 18;
  private static final int MAGIC_BYTES = 4;

  private static final List<String> OF_THIS_PROCESS =
      List.of("/dev/stdin", "/dev/fd", "/proc/self/fd");

  private final Path path;
  private final String name;
  private final @Nullable TemporaryCopy copy;
  private final long expandedBytesMax;
  private final FileState state;
  private volatile long position;

  private InputFile(Path path, String name, @Nullable TemporaryCopy copy, long expandedBytesMax) {
    this.path = path;
    this.name = name;
    this.copy = copy;
    this.expandedBytesMax = expandedBytesMax;
    this.state = FileState.of(path);
  }

  /**
   * Opens the file at a path.
   *
   * @param path must not be a stream, which can be read only once; see {@link #isStream}
   * @throws InputRefused if the file can't be read
   */
  public static InputFile at(Path path, InputLimits limits) throws InputRefused {
    if (!Files.exists(path)) {
      throw unreadable(path + ": there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw unreadable(path + " is a directory: name a file in it");
    }
    if (!Files.isReadable(path)) {
      throw unreadable(path + ": permission denied: you may not read this file");
    }
    return named(path, path.toString(), limits);
  }

  /** A readable file with a display name of its own. */
  public static InputFile named(Path path, String name, InputLimits limits) {
    return new InputFile(path, name, null, limits.expandedBytes());
  }

  /**
   * Whether a path can be read only once: a pipe, a terminal, or a path such as {@code /dev/fd/3},
   * which is valid only in this process.
   */
  public static boolean isStream(Path path) {
    return Files.exists(path)
        && !Files.isDirectory(path)
        && (!Files.isRegularFile(path) || OF_THIS_PROCESS.stream().anyMatch(path::startsWith));
  }

  /**
   * Copies a stream to a temporary file, because an input is read more than once.
   *
   * @param name the stream's display name
   */
  public static InputFile spool(InputStream in, String name, InputLimits limits)
      throws IOException {
    TemporaryFolder folder = TemporaryFolder.make("input");
    return spool(in, name, limits, folder.file("records"), folder);
  }

  /**
   * Copies a stream to a temporary file in a folder, which may hold others.
   *
   * @param name the stream's display name
   */
  public static InputFile spool(
      InputStream in, String name, InputLimits limits, TemporaryFolder folder) throws IOException {
    Path file = folder.newFile();
    return spool(in, name, limits, file, () -> Files.deleteIfExists(file));
  }

  private static InputFile spool(
      InputStream in, String name, InputLimits limits, Path file, Closeable removal)
      throws IOException {
    boolean whole = false;
    try {
      TemporaryCopy copy = TemporaryCopy.make(in, file, removal);
      whole = true;
      return new InputFile(file, name, copy, limits.expandedBytes());
    } finally {
      if (!whole) {
        removal.close();
      }
    }
  }

  public String name() {
    return name;
  }

  public Path path() {
    return path;
  }

  /** Whether this is a temporary copy, which can't be read after this process has ended. */
  public boolean temporary() {
    return copy != null;
  }

  /** The size on disk in bytes, of the possibly compressed file. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * Checks that the file has not changed since this object was created.
   *
   * @throws IOException if it has changed
   */
  public void requireUnchanged() throws IOException {
    if (!FileState.of(path).equals(state)) {
      throw new IOException("the input changed while it was imported: " + name);
    }
  }

  /** How many bytes of the file the latest reader has read. */
  public long position() {
    return position;
  }

  /** The SHA-256 of the bytes on disk, in lower-case hexadecimal. */
  public String digest() throws IOException {
    if (copy != null) {
      return copy.digest();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return InputDigest.copy(in, OutputStream.nullOutputStream());
    }
  }

  /** The decompressed contents. */
  public InputStream open() throws IOException {
    BufferedInputStream raw =
        new BufferedInputStream(counted(Files.newInputStream(path), 0), BUFFER);
    try {
      raw.mark(MAGIC_BYTES);
      byte[] magic = raw.readNBytes(MAGIC_BYTES);
      raw.reset();
      if (isGzip(magic)) {
        return bounded(new GzipInput(raw));
      }
      if (isZstandard(magic)) {
        return bounded(new ZstdInput(raw));
      }
      return raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * The decompressed contents from an offset on. In a compressed file, everything before it is
   * decompressed and skipped.
   *
   * @param offset in bytes of the decompressed contents
   */
  public InputStream open(long offset) throws IOException {
    if (offset > 0 && !isCompressed()) {
      SeekableByteChannel channel = Files.newByteChannel(path);
      InputStream file = Channels.newInputStream(channel.position(offset));
      return new BufferedInputStream(counted(file, offset), BUFFER);
    }
    InputStream in = open();
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Whether the bytes on disk are expanded when they are read. */
  public boolean isCompressed() throws IOException {
    return compression().isPresent();
  }

  /** The program that made the bytes on disk, which are expanded when they are read. */
  Optional<String> compression() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(MAGIC_BYTES);
      return isCompressed(magic) ? Optional.of(isGzip(magic) ? "gzip" : "zstd") : Optional.empty();
    }
  }

  /** Whether bytes are the beginning of a compressed file. */
  public static boolean isCompressed(byte[] start) {
    byte[] magic = Arrays.copyOf(start, Math.min(start.length, MAGIC_BYTES));
    return isGzip(magic) || isZstandard(magic);
  }

  private static boolean isGzip(byte[] magic) {
    return magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
  }

  private static boolean isZstandard(byte[] magic) {
    return magic.length == 4
        && (magic[0] & 0xff) == 0x28
        && (magic[1] & 0xff) == 0xb5
        && (magic[2] & 0xff) == 0x2f
        && (magic[3] & 0xff) == 0xfd;
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      copy.close();
    }
  }

  private InputStream counted(InputStream in, long before) {
    position = before;
    return new FilterInputStream(in) {
      private long taken = before;

      @Override
      public int read() throws IOException {
        int b = super.read();
        position = taken += b < 0 ? 0 : 1;
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        position = taken += Math.max(0, n);
        return n;
      }
    };
  }

  private InputStream bounded(InputStream in) {
    return new BoundedStream(
        in,
        expandedBytesMax,
        () ->
            new IOException(
                "expands to more than " + expandedBytesMax + " bytes (limits: expanded_bytes)"));
  }

  private static InputRefused unreadable(String message) {
    return new InputRefused(InputProblem.of(ProblemCode.UNREADABLE_INPUT, message));
  }
}
