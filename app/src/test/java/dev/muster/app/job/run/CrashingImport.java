package dev.muster.app.job.run;

import dev.muster.app.ChildJvm;
import dev.muster.app.job.JobOptions;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.settings.Settings;
import dev.muster.value.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that imports a file and dies at one moment of it. */
final class CrashingImport {

  static final int KILLED = 99;

  /** A moment that never comes. */
  static final int NEVER = Integer.MAX_VALUE;

  private CrashingImport() {}

  /**
   * Starts the process.
   *
   * @param address of the directory
   * @param moment the 0-based moment to die at
   * @param out where what it says goes
   */
  static Process start(String address, Path file, JobOptions options, int moment, Path out)
      throws IOException {
    return new ProcessBuilder(
            ChildJvm.command(
                CrashingImport.class,
                address,
                file.toString(),
                JsonText.of(options.toStruct()),
                String.valueOf(moment)))
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  /** Arguments: address of the directory, file, options as JSON, moment. */
  public static void main(String[] args) throws Exception {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
    Runnable moment =
        () -> {
          if (left.getAndDecrement() == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    try (ImportFixture trial = new ImportFixture(args[0], Settings.DEFAULTS, moment)) {
      JobOptions options = JobOptions.of((Struct) StoredJson.parse(args[2]));
      trial
          .imports()
          .start(ImportFixture.request(Path.of(args[1]), options, false), ImportProgress.NONE);
    }
  }
}
