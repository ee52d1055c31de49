package dev.muster.app.store.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.postgres.Notifications.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Runs submitted imports on this node. It takes due imports from the queue, one for each of its
 * threads, and sends a heartbeat for them every second. If a node dies, other nodes take over its
 * imports. All times come from the database server, so the nodes' clocks need not agree.
 */
final class PostgresImportQueue implements ImportQueue {

  static final String TASK = "import";

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final int HEARTBEATS_MISSED = 4;
  private static final Duration POLL = Duration.ofSeconds(3);
  private static final Duration HELD_WAIT = Duration.ofSeconds(1);
  private static final int FAILURE_DOUBLINGS_MAX = 6;

  private final DataSource pool;
  private final PostgresErrors errors;
  private final Work work;
  private final Clock clock;
  private final Scheduler scheduler;
  private final Notifications notifications;

  private PostgresImportQueue(
      DataSource pool, PostgresAddress address, String node, int imports, Work work) {
    this.pool = pool;
    this.errors = new PostgresErrors(address);
    this.work = work;
    this.clock = new ServerClock(pool, errors);
    this.scheduler =
        Scheduler.create(pool, task())
            .schedulerName(new SchedulerName.Fixed(node))
            .tableName("import_queue")
            .threads(imports)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(HEARTBEATS_MISSED)
            .clock(clock::instant)
            .failureLogging(LogLevel.OFF, false)
            .build();
    scheduler.start();
    this.notifications = Notifications.hearWork(address, node, POLL, this::look, link(work));
  }

  /**
   * Starts to take imports from the queue.
   *
   * @param node the display name of this process
   * @param imports the number of imports to run concurrently
   */
  static PostgresImportQueue join(
      DataSource pool, PostgresAddress address, String node, int imports, Work work) {
    return new PostgresImportQueue(pool, address, node, imports, work);
  }

  private static Notifications.Link link(Work work) {
    return new Notifications.Link() {
      @Override
      public void lost() {
        work.lost();
      }

      @Override
      public void found() {
        work.found();
      }
    };
  }

  private void look() {
    scheduler.triggerCheckForDueExecutions();
    work.look();
  }

  private Task<Void> task() {
    return Tasks.custom(TASK, Void.class)
        .onFailure((ended, queue) -> queue.reschedule(ended, afterFailure(ended)))
        .onDeadExecution((ended, queue) -> putBack(ended, queue, clock.instant()))
        .execute(
            (instance, context) ->
                switch (work.carryOut(instance.getId())) {
                  case OVER -> new CompletionHandler.OnCompleteRemove<>();
                  case HANDED_OVER -> this::handOver;
                  case HELD ->
                      (ended, queue) -> queue.reschedule(ended, clock.instant().plus(HELD_WAIT));
                });
  }

  /** Keeps the due time, and so the import's place in the queue. */
  private void handOver(ExecutionComplete ended, ExecutionOperations<Void> queue) {
    putBack(ended, queue, ended.getExecution().executionTime);
  }

  private void putBack(ExecutionComplete ended, ExecutionOperations<Void> queue, Instant due) {
    queue.reschedule(ended, due);
    try (Connection connection = pool.getConnection();
        PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
      notify.setString(1, Channel.WORK.wireName());
      notify.setString(2, ended.getExecution().taskInstance.getId());
      notify.execute();
    } catch (SQLException e) {
      errors.ignored(e); // the other nodes poll
    }
  }

  /** Exponential backoff: 1 s, 2 s, 4 s, and so on, to about a minute. */
  private Instant afterFailure(ExecutionComplete ended) {
    int doublings = Math.min(FAILURE_DOUBLINGS_MAX, ended.getExecution().consecutiveFailures);
    return clock.instant().plusSeconds(1L << doublings);
  }

  /** Stops taking imports, and waits for the running ones, which the worker has to stop. */
  @Override
  public void close() {
    notifications.close();
    scheduler.stop();
  }
}
