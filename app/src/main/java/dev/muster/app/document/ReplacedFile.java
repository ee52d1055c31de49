package dev.muster.app.document;

import dev.muster.app.tempfile.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is written under a temporary name and renamed when complete, so that a crash leaves
 * the old file. A pipe or device is written to directly.
 */
public final class ReplacedFile implements Closeable {

  /** Who may read a new file. */
  public enum Readers {
    OWNER,
    USUAL
  }

  private final Path target;
  private final Path written;
  private final FileChannel channel;
  private final OutputStream out;
  private boolean complete;

  private ReplacedFile(Path target, Path written, FileChannel channel) {
    this.target = target;
    this.written = written;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /** Why a file can't be written to a path; empty if it can. Checks by trying. */
  public static Optional<String> obstacle(Path target) {
    if (Files.isDirectory(target)) {
      return Optional.of(target + " is a directory: name a file in it");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return Files.isWritable(target) ? Optional.empty() : Optional.of(target + " is not writable");
    }
    Path folder = folder(target);
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no folder " + folder + " to write " + target + " to");
    }
    try {
      begin(target, Readers.OWNER).close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("no file can be made in the folder " + folder + ": name one elsewhere");
    }
  }

  /** Starts a new file; the old one stays until {@link #complete}. */
  public static ReplacedFile begin(Path named, Readers readers) throws IOException {
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      return new ReplacedFile(named, named, FileChannel.open(named, StandardOpenOption.WRITE));
    }
    Path target = Files.exists(named) ? named.toRealPath() : named;
    for (int attempt = 0; ; attempt++) {
      Path written =
          folder(target).resolve("." + target.getFileName() + "." + attempt + ".unfinished");
      try {
        return new ReplacedFile(target, written, create(written, readers));
      } catch (FileAlreadyExistsException e) {
        if (attempt == 100) {
          throw e;
        }
      }
    }
  }

  private static FileChannel create(Path file, Readers readers) throws IOException {
    FileAttribute<?>[] attributes =
        readers == Readers.OWNER ? OwnerOnly.file() : new FileAttribute<?>[0];
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  /** The stream to write to; closing it only flushes. */
  public OutputStream out() {
    return new LeftOpen(out);
  }

  /** Renames the completely written file to its final name. */
  public void complete() throws IOException {
    out.flush();
    if (!written.equals(target)) {
      channel.force(true);
      channel.close();
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    complete = true;
  }

  /** Deletes the file unless it is complete. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!complete && !written.equals(target)) {
      Files.deleteIfExists(written);
    }
  }
}
