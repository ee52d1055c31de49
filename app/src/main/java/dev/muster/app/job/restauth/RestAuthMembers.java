package dev.muster.app.job.restauth;

import dev.muster.ChunkImport;
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

/** Makes users members of groups, some thousands at a time. */
final class RestAuthMembers {

  /** A group can have millions of unknown members; the first few tell enough. */
  private static final int PROBLEMS_MAX = 20;

  private final ChunkImport engine;
  private final Directory directory;

  RestAuthMembers(ChunkImport engine, Directory directory) {
    this.engine = engine;
    this.directory = directory;
  }

  /** Starts with the members of a group. */
  Joining joining(Position position, GroupId group) {
    return new Joining(position, group);
  }

  /** The members of one group on their way into it. */
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

    /** Why some can't be members, once all are added. */
    List<Problem> problems() {
      join();
      return problems;
    }

    /** Whether somebody is a member now who wasn't. */
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
