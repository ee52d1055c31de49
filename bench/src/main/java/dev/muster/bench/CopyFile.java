package dev.muster.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a file for PostgreSQL's {@code COPY ... WITH (FORMAT binary)}, value by value. */
final class CopyFile implements Closeable {

  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int JSONB_VERSION = 1;

  private final DataOutputStream out;

  CopyFile(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out.write(SIGNATURE);
    out.writeInt(0); // no flags
    out.writeInt(0); // no header extension
  }

  /** Starts a row; the following calls add its values, in the table's order. */
  CopyFile row(int values) throws IOException {
    out.writeShort(values);
    return this;
  }

  CopyFile bigint(long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
    return this;
  }

  CopyFile integer(int value) throws IOException {
    out.writeInt(Integer.BYTES);
    out.writeInt(value);
    return this;
  }

  CopyFile bool(boolean value) throws IOException {
    out.writeInt(1);
    out.writeByte(value ? 1 : 0);
    return this;
  }

  CopyFile text(@Nullable String value) throws IOException {
    if (value == null) {
      return missing();
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    return this;
  }

  CopyFile jsonb(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(1 + bytes.length);
    out.writeByte(JSONB_VERSION);
    out.write(bytes);
    return this;
  }

  CopyFile uuid(long high, long low) throws IOException {
    out.writeInt(2 * Long.BYTES);
    out.writeLong(high);
    out.writeLong(low);
    return this;
  }

  /** Adds SQL's null. */
  CopyFile missing() throws IOException {
    out.writeInt(NULL);
    return this;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.writeShort(END);
    }
  }
}
