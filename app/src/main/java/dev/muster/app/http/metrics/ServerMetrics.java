package dev.muster.app.http.metrics;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.report.Tally;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.util.Set;

/** What a process counts and measures, in one registry. Thread-safe. */
public final class ServerMetrics {

  private static final double[] IMPORT_SECONDS = {
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 120, 600, 3600
  };
  private static final double[] CHUNK_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30
  };
  private static final double[] REQUEST_SECONDS = {
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30
  };

  /** Others are counted together, so that clients can't make metrics without end. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter imports;
  private final Counter records;
  private final Counter interruptions;
  private final Histogram importTimes;
  private final Histogram chunkTimes;
  private final Counter verifications;
  private final Counter requests;
  private final Histogram requestTimes;
  private final Counter webhooks;

  /**
   * Nothing is counted yet.
   *
   * @param database asked for the length of the queue whenever metrics are read
   */
  public ServerMetrics(Database database) {
    this.imports =
        counter("muster_imports", "Imports that this process has finished.", "format", "state");
    this.records = counter("muster_records", "Records of finished imports.", "format", "outcome");
    this.interruptions =
        counter(
            "muster_imports_interrupted",
            "Imports that this process could not finish, and gave back to the queue.");
    this.importTimes =
        times(
            "muster_import_duration_seconds",
            "Time from an import's start in this process to its end.",
            "format",
            IMPORT_SECONDS);
    this.chunkTimes =
        times(
            "muster_chunk_duration_seconds",
            "Time to match, decide and apply a chunk of an import, without its commit.",
            "format",
            CHUNK_SECONDS);
    this.verifications =
        counter(
            "muster_password_verifications",
            "Passwords that were compared with the stored hash of a user or a service.",
            "scheme",
            "result");
    this.requests = counter("muster_http_requests", "Answered HTTP requests.", "method", "status");
    this.requestTimes =
        times(
            "muster_http_request_duration_seconds",
            "Time to answer an HTTP request.",
            "method",
            REQUEST_SECONDS);
    this.webhooks =
        counter(
            "muster_webhooks",
            "Messages to webhooks that this process has delivered, failed to, or given up.",
            "result");
    GaugeWithCallback.builder()
        .name("muster_imports_waiting")
        .help("Imports of the directory that wait for a worker.")
        .callback(gauge -> gauge.call(waiting(database)))
        .register(registry);
    registerSessions(database);
    JvmMetrics.builder().register(registry);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  /** A histogram of seconds. */
  private Histogram times(String name, String help, String label, double... upperBounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .unit(Unit.SECONDS)
        .classicUpperBounds(upperBounds)
        .classicOnly()
        .labelNames(label)
        .register(registry);
  }

  private void registerSessions(Database database) {
    GaugeWithCallback.builder()
        .name("muster_database_sessions_open")
        .help("Sessions of the database that this process has open.")
        .callback(gauge -> gauge.call(database.sessions().open()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("muster_database_sessions_limit")
        .help("How many sessions this process can have open at a time; without it, any number.")
        .callback(gauge -> database.sessions().most().ifPresent(most -> gauge.call(most)))
        .register(registry);
  }

  private static double waiting(Database database) {
    JobFilter waiting = JobFilter.ALL.in(Set.of(JobState.PENDING, JobState.INTERRUPTED));
    try (Session session = database.openReading()) {
      return session.jobs().totals(waiting).jobs();
    } catch (StoreUnavailable e) {
      return Double.NaN;
    }
  }

  PrometheusRegistry registry() {
    return registry;
  }

  void finished(Job job, Tally tally, Duration time) {
    imports.labelValues(job.format(), job.state().wireName()).inc();
    importTimes.labelValues(job.format()).observe(seconds(time));
    records.labelValues(job.format(), "inserted").inc(tally.inserted());
    records.labelValues(job.format(), "updated").inc(tally.updated());
    records.labelValues(job.format(), "skipped").inc(tally.skipped());
    records.labelValues(job.format(), "failed").inc(tally.failed());
  }

  void chunkTook(String format, Duration time) {
    chunkTimes.labelValues(format).observe(seconds(time));
  }

  /** Counts a verification of a password. */
  public void verified(String scheme, boolean right) {
    verifications.labelValues(scheme, right ? "right" : "wrong").inc();
  }

  void interrupted() {
    interruptions.inc();
  }

  void webhook(String result) {
    webhooks.labelValues(result).inc();
  }

  /**
   * Counts an answered request.
   *
   * @param requested the method, which may be any word that a client made up
   */
  public void answered(String requested, int status, Duration time) {
    String method = METHODS.contains(requested) ? requested : "other";
    requests.labelValues(method, Integer.toString(status)).inc();
    requestTimes.labelValues(method).observe(seconds(time));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
