package dev.muster.app.job.restauth;

import dev.muster.app.job.run.ChunkEngine;
import dev.muster.app.job.run.Imports;
import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.profile.restauth.RestAuthPreparation;
import dev.muster.read.Position;
import dev.muster.report.RecordResult;
import dev.muster.user.GroupId;
import java.util.ArrayList;
import java.util.List;

/** Adds members to groups, in batches of some thousands. */
final class RestAuthMembers {

  /** The most problems to report: a group can have millions of unknown members. */
  private static final int PROBLEMS_MAX = 20;

  private final ChunkEngine engine;
  private final Directory directory;

  RestAuthMembers(ChunkEngine engine, Directory directory) {
    this.engine = engine;
    this.directory = directory;
  }

  /** Starts to add members to a group. */
  Joining joining(Position position, GroupId group) {
    return new Joining(position, group);
  }

  /** Adds members to one group. */
  final class Joining {

    private final Position position;
    private final GroupId group;
    private final List<Problem> problems = new ArrayList<>(0);
    private List<Prepared> waiting = new ArrayList<>();
    private boolean changed;

    private Joining(Position position, GroupId group) {
      this.position = position;
      this.group = group;
    }

    void add(String name) {
      waiting.add(RestAuthPreparation.member(position, name, group));
      if (waiting.size() == Imports.READ_AT_ONCE) {
        join();
      }
    }

    void wrong(Problem problem) {
      if (problems.size() < PROBLEMS_MAX) {
        problems.add(problem);
      }
    }

    /** Adds the remaining members; returns the problems with all of them. */
    List<Problem> problems() {
      join();
      return problems;
    }

    /** Whether any user became a member. */
    boolean changed() {
      return changed;
    }

    private void join() {
      List<Prepared> members = waiting;
      waiting = new ArrayList<>();
      if (members.isEmpty()) {
        return;
      }
      for (RecordResult result : engine.run(members, directory, RepeatLedger.none())) {
        changed |= result.changed();
        result.problems().forEach(this::wrong);
      }
    }
  }
}
