package dev.muster.app.tempfile;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that has a temporary folder with a file in it, until it is killed or told to end. */
final class FolderProcess implements Closeable {

  private final Process process;
  private final Path folder;

  private FolderProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.make(Path.of(args[0]), "child")) {
      Files.writeString(folder.file("secret"), "hash");
      System.out.println(folder.file("secret").getParent());
      System.in.read();
    }
  }

  static FolderProcess start(Path where) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FolderProcess.class.getName(),
                where.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    return new FolderProcess(process, Path.of(said.readLine()));
  }

  /** Where its folder is, or was. */
  Path folder() {
    return folder;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IOException("it doesn't end");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
