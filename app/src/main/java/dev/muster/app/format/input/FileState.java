package dev.muster.app.format.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a file that change if it is written or replaced.
 *
 * @param size in bytes; -1 if the file does not exist
 * @param modified null if the file does not exist
 * @param key identifies the file; null if the file system does not support that
 */
record FileState(long size, @Nullable FileTime modified, @Nullable Object key) {

  static FileState of(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileState(now.size(), now.lastModifiedTime(), now.fileKey());
    } catch (IOException e) {
      return new FileState(-1, null, null);
    }
  }
}
