package dev.muster.app.job;

import dev.muster.app.joblog.CommitPolicy;
import dev.muster.app.joblog.JobOptions;
import dev.muster.app.settings.Settings;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that imports a file and dies at one moment of it. */
final class CrashingImport {

  static final int KILLED = 99;

  private CrashingImport() {}

  /** Arguments: address of the directory, file, commit policy, and the 0-based moment to die at. */
  public static void main(String[] args) throws Exception {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
    Runnable moment =
        () -> {
          if (left.getAndDecrement() == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    try (Trial trial = new Trial(args[0], Settings.DEFAULTS, moment)) {
      JobOptions options = Trial.options(false, false, CommitPolicy.valueOf(args[2]));
      trial.imports().start(Trial.request(Path.of(args[1]), options, false), ImportProgress.NONE);
    }
  }
}
