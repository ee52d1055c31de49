package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.store.sqlite.JobLocks;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;

/** Another process with the job locks of a file, which does what it is told, line by line. */
public final class LockProcess implements Closeable {

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private LockProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    try (JobLocks locks = new JobLocks(Path.of(args[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long job = Long.parseLong(line.substring(line.indexOf(' ') + 1));
        if (line.startsWith("hold")) {
          out.println(locks.hold(job).isPresent());
        } else if (line.startsWith("look")) {
          out.println(locks.isHeld(job));
        } else {
          out.println(true);
          while (!in.ready()) {
            locks.isHeld(job);
          }
        }
      }
    }
  }

  public static LockProcess start(Path locks) throws IOException {
    return new LockProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockProcess.class.getName(),
                locks.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  private boolean answer(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return Boolean.parseBoolean(answers.readLine());
  }

  /** Has it take a job, and keep it; whether it could. */
  public boolean holds(long job) throws IOException {
    return answer("hold " + job);
  }

  /** Has it look whether a job is held. */
  public boolean looks(long job) throws IOException {
    return answer("look " + job);
  }

  /** Has it look again and again until the next order. */
  public void looksAllTheTime(long job) throws IOException {
    answer("stare " + job);
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
