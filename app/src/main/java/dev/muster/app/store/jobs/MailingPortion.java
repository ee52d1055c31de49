package dev.muster.app.store.jobs;

import dev.muster.app.store.sql.Sql;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next users of a mailing, and the place after them. */
final class MailingPortion {

  private final Sql sql;
  private final MailingPlace from;
  private final int most;
  private final List<Long> found = new ArrayList<>();
  private int chunk;
  private int place;
  private boolean atEnd;

  /**
   * A portion that is not read yet.
   *
   * @param most how many users it has at most
   */
  MailingPortion(Sql sql, MailingPlace from, int most) {
    this.sql = sql;
    this.from = from;
    this.most = most;
    this.chunk = from.chunk();
    this.place = from.place();
  }

  /** Reads the users from the results of the import. */
  void read() {
    while (found.size() < most && !atEnd) {
      Optional<StoredChunk> stored =
          sql.first(
              "SELECT "
                  + StoredChunk.COLUMNS_WITHOUT_SOURCES
                  + " FROM job_chunks WHERE job = ? AND number ="
                  + " (SELECT min(chunk) FROM job_invitations WHERE job = ? AND chunk >= ?)",
              StoredChunk::read,
              from.job(),
              from.job(),
              chunk);
      stored.ifPresentOrElse(this::read, () -> atEnd = true);
    }
  }

  private void read(StoredChunk stored) {
    if (stored.number() > chunk) {
      chunk = stored.number();
      place = 0;
    }
    List<RecordResult> results = stored.results(from.firstUser());
    while (place < results.size() && found.size() < most) {
      RecordResult result = results.get(place++);
      if (result.invited()) {
        found.add(result.userId());
      }
    }
    if (place >= results.size()) {
      chunk++;
      place = 0;
    }
  }

  /** The numbers of the users. */
  List<Long> found() {
    return List.copyOf(found);
  }

  /** The chunk of the next record. */
  int chunk() {
    return chunk;
  }

  /** The place of the next record in its chunk. */
  int place() {
    return place;
  }

  /** How many users are queued with this portion. */
  long queued() {
    return from.queued() + found.size();
  }

  /** How many users get a mail; less than there were if results are gone. */
  long users() {
    return atEnd ? queued() : from.users();
  }
}
