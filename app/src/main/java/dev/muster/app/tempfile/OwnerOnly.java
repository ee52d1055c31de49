package dev.muster.app.tempfile;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Attributes of new files and folders that only their owner may access, because they hold secrets.
 * On file systems without POSIX permissions there are none: new files have those of their folder.
 */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** For a new file. */
  public static FileAttribute<?>[] file() {
    return permissions("rw-------");
  }

  /** For a new folder. */
  public static FileAttribute<?>[] folder() {
    return permissions("rwx------");
  }

  private static FileAttribute<?>[] permissions(String text) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
