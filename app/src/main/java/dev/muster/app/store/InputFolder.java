package dev.muster.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Inputs of submitted imports as files, named by the jobs' ids, in a folder that only its owner may
 * read. What is kept is on the disk.
 */
final class InputFolder {

  private static final String UNFINISHED = ".part";

  /** Longer than a submission can take between its last byte and its commit. */
  private static final Duration ORPHANED_AFTER = Duration.ofHours(1);

  private final Path folder;

  InputFolder(Path folder) {
    this.folder = folder;
  }

  /** Keeps an input; when this returns, it survives a crash of the machine. */
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
                  owned("rw-------"));
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

  private void makeFolder() throws IOException {
    try {
      Files.createDirectory(folder, owned("rwx------"));
    } catch (FileAlreadyExistsException e) {
      // by an earlier submission
    }
  }

  private static FileAttribute<?>[] owned(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Has the names of the files on the disk, where a system lets folders be opened. */
  private void force() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // this system writes names by itself
    }
  }

  /** An input; empty if it is not there. */
  Optional<InputStream> open(String id) throws IOException {
    try {
      return Optional.of(Files.newInputStream(folder.resolve(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id));
  }

  /**
   * Deletes what a process left behind that died while it submitted.
   *
   * @param known whether there is a job of an id that has its input here
   */
  void deleteOrphans(Predicate<String> known) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant old = Instant.now().minus(ORPHANED_AFTER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)
            && !known.test(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
