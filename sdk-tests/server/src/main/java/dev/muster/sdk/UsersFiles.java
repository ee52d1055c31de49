package dev.muster.sdk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of users for Auth0's job API. */
public final class UsersFiles {

  private final Path folder;

  public UsersFiles(Path folder) {
    this.folder = folder;
  }

  /** A file with a text. */
  public File of(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "users", ".json"), text).toFile();
  }

  /** A file with plain users, from {@code NAME0@example.com} on. */
  public File plain(String name, int users) throws IOException {
    return of(
        IntStream.range(0, users)
            .mapToObj(i -> "{\"email\":\"" + name + i + "@example.com\"}")
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** A file of a size in bytes, with one user. */
  public File ofSize(int bytes) throws IOException {
    String user = "[{\"email\":\"large@example.com\"}]";
    return of(user + " ".repeat(bytes - user.length()));
  }
}
