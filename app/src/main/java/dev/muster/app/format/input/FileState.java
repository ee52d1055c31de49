package dev.muster.app.format.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What changes when somebody writes to a file, or puts another one in its place.
 *
 * @param size in bytes; -1 for a file that is not there
 * @param modified null for a file that is not there
 * @param key tells the file apart from others, where the file system can
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
