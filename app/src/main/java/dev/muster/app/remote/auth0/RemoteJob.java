package dev.muster.app.remote.auth0;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.Set;

/**
 * A job of the API.
 *
 * @param status such as {@code pending}, {@code processing}, {@code completed} or {@code failed}
 * @param percentageDone how much of it is done, if the server tells
 * @param details why it failed; empty if unknown
 * @param summary the counts of its users, once they are known
 */
public record RemoteJob(
    String id,
    String status,
    Optional<Integer> percentageDone,
    String details,
    Optional<Summary> summary) {

  private static final Set<String> ENDED = Set.of("completed", "failed", "expired");

  /** The counts of a job's users. */
  public record Summary(long failed, long updated, long inserted, long total) {}

  static Optional<RemoteJob> of(Struct members) {
    String id = members.text("id");
    String status = members.text("status");
    if (id == null || !id.matches("[A-Za-z0-9_-]{1,100}") || status == null) {
      return Optional.empty();
    }
    String details = members.text("status_details");
    return Optional.of(
        new RemoteJob(
            id,
            status,
            number(members, "percentage_done").map(Long::intValue),
            details == null ? "" : details,
            members.get("summary") instanceof Struct counts ? summary(counts) : Optional.empty()));
  }

  private static Optional<Summary> summary(Struct counts) {
    return Optional.of(
        new Summary(
            number(counts, "failed").orElse(0L),
            number(counts, "updated").orElse(0L),
            number(counts, "inserted").orElse(0L),
            number(counts, "total").orElse(0L)));
  }

  private static Optional<Long> number(Struct members, String name) {
    return members.get(name) instanceof Value.Num number && number.literal().matches("[0-9]{1,15}")
        ? Optional.of(Long.parseLong(number.literal()))
        : Optional.empty();
  }

  /** Whether the job is over, well or not. */
  public boolean hasEnded() {
    return ENDED.contains(status);
  }

  public boolean hasFailed() {
    return status.equals("failed");
  }
}
