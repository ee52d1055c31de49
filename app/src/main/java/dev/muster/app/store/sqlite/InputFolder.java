package dev.muster.app.store.sqlite;

import dev.muster.app.tempfile.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stores inputs of submitted imports as files, named by the jobs' ids, in a folder that only its
 * owner may read. Writes are durable.
 */
final class InputFolder {

  private static final String UNFINISHED = ".part";

  /** Longer than the time between storing an input and the commit of its job. */
  private static final Duration ORPHANED_AFTER = Duration.ofHours(1);

  private final Path folder;

  InputFolder(Path folder) {
    this.folder = folder;
  }

  /** Stores an input. After the method returns, the input survives a crash of the machine. */
  void keep(String id, InputStream input) throws IOException {
    makeFolder();
    Path unfinished = folder.resolve(id + UNFINISHED);
    boolean whole = false;
    try {
      try (FileChannel file =
              FileChannel.open(
                  unfinished,
                  Set.of(
                      StandardOpenOption.CREATE,
                      StandardOpenOption.TRUNCATE_EXISTING,
                      StandardOpenOption.WRITE),
                  OwnerOnly.file());
          OutputStream out = Channels.newOutputStream(file)) {
        input.transferTo(out);
        file.force(true);
      }
      Files.move(unfinished, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
      force();
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  /** Stores the bytes of a file: under a second name if that is possible, else as a copy. */
  void keep(String id, Path file) throws IOException {
    if (!link(id, file)) {
      try (InputStream in = Files.newInputStream(file)) {
        keep(id, in);
      }
    }
  }

  /**
   * Stores a file under a second name. After the method returns true, the input survives a crash of
   * the machine.
   *
   * @return false if the file is on another file system, or this one has no hard links
   */
  boolean link(String id, Path file) throws IOException {
    makeFolder();
    // an upload may have ended long ago, but it is no orphan
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Files.createLink(folder.resolve(id), file);
    } catch (UnsupportedOperationException | IOException e) {
      return false; // the bytes are copied instead, which may fail with a better message
    }
    force();
    return true;
  }

  private void makeFolder() throws IOException {
    try {
      Files.createDirectory(folder, OwnerOnly.folder());
    } catch (FileAlreadyExistsException e) {
      // created by an earlier submission
    }
  }

  /** Syncs the folder's entries to disk, if the operating system can open folders. */
  private void force() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the operating system does not support or need it
    }
  }

  /** Opens an input; empty if it does not exist. */
  Optional<InputStream> open(String id) throws IOException {
    try {
      return Optional.of(Files.newInputStream(folder.resolve(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The file of an input; empty if it is not there. */
  Optional<Path> file(String id) {
    return Optional.of(folder.resolve(id)).filter(Files::exists);
  }

  boolean holds(String id) {
    return Files.exists(folder.resolve(id));
  }

  /** The size of all inputs; those that can't be read count as nothing. */
  long bytes() {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        bytes += size(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return bytes; // there are no inputs, or this account may not see them
    }
    return bytes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // the file was deleted meanwhile
    }
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id));
  }

  /**
   * Deletes inputs of processes that died during a submission.
   *
   * @param known whether there is a submitted job with an id
   */
  void deleteOrphans(Predicate<String> known) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant old = Instant.now().minus(ORPHANED_AFTER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (isOlder(file, old) && !known.test(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (NoSuchFileException e) {
      return false; // another process has just deleted it
    }
  }
}
