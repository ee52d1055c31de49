package dev.muster.app.job.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.restauth.RestAuthGroup;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.run.ImportAttempt;
import dev.muster.app.job.run.Imports;
import dev.muster.app.store.GroupCycle;
import dev.muster.app.store.Groups;
import dev.muster.app.store.Services;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import dev.muster.profile.restauth.RestAuthDialect;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/**
 * Imports the groups of a RestAuth document. All of them are created before the first gets members
 * or subgroups, because a subgroup may come later in the document.
 */
final class RestAuthGroups {

  private final Services services;
  private final Groups groups;
  private final Realm realm;
  private final RestAuthMembers members;
  private final SurveyedInput input;
  private final RestAuthOptions options;
  private final RestAuthLog log;
  private final BitSet existed = new BitSet(); // by position among the groups
  private long first = -1; // the index of the first group

  RestAuthGroups(ImportAttempt attempt, RestAuthOptions options, RestAuthLog log) {
    this.services = attempt.store().services();
    this.groups = attempt.store().groups();
    this.realm = attempt.realm();
    this.members =
        new RestAuthMembers(attempt.engine().apply(RestAuthDialect.members()), attempt.directory());
    this.input = attempt.input();
    this.options = options;
    this.log = log;
  }

  List<RecordResult> carryOut(RecordBatch batch) {
    try {
      if (first < 0) {
        createAll();
      }
      List<RecordResult> results = new ArrayList<>(batch.size());
      for (int place = 0; place < batch.size(); place++) {
        results.add(carryOut(RestAuthGroup.in(batch, place)));
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createAll() throws IOException {
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(Imports.READ_AT_ONCE);
      while (batch.size() > 0) {
        if (Kind.of(batch.section()) == Kind.GROUPS) {
          for (int place = 0; place < batch.size(); place++) {
            create(RestAuthGroup.in(batch, place));
          }
        }
        batch = reader.next(Imports.READ_AT_ONCE);
      }
    }
  }

  private void create(RestAuthGroup group) throws IOException {
    Position position = group.position();
    if (first < 0) {
      first = position.index();
    }
    RestAuthGroup.Head head = group.head();
    if (groups.exists(realm, head.id())) {
      existed.set(place(position));
    } else if (head.problems().isEmpty()
        && !head.id().name().isEmpty()
        && serviceExists(head.id())) {
      groups.create(realm, head.id());
    }
  }

  private int place(Position position) {
    return Math.toIntExact(position.index() - first);
  }

  private boolean serviceExists(GroupId group) {
    return group.service() == null || services.find(group.service()).isPresent();
  }

  private RecordResult carryOut(RestAuthGroup group) throws IOException {
    Position position = group.position();
    RestAuthGroup.Head head = group.head();
    boolean old = existed.get(place(position));
    if (old && options.skipExistingGroups()) {
      log.line(head.id().name(), line(old));
      String warning = Remark.GROUP_SKIPPED.with();
      return RecordResult.ofOther(position, Outcome.SKIPPED, List.of(warning), List.of());
    }
    if (!head.problems().isEmpty()) {
      return failed(position, head, head.problems(), false);
    }
    if (!serviceExists(head.id())) {
      return failed(position, head, List.of(noService(head.id())), false);
    }
    log.line(head.id().name(), line(old));
    RestAuthMembers.Joining joining = members.joining(position, head.id());
    group.members(joining::add, joining::wrong);
    if (!joining.problems().isEmpty()) {
      return failed(position, head, joining.problems(), false);
    }
    List<GroupId> before = groups.subgroups(realm, head.id());
    List<Problem> problems = link(head);
    if (!problems.isEmpty()) {
      return failed(position, head, problems, true);
    }
    boolean changed = joining.changed() || !new HashSet<>(before).containsAll(head.subgroups());
    Outcome outcome = old ? (changed ? Outcome.UPDATED : Outcome.SKIPPED) : Outcome.INSERTED;
    head.warnings().forEach(text -> log.warning(Kind.GROUPS, head.id().name(), text));
    return RecordResult.ofOther(position, outcome, head.warnings(), List.of());
  }

  private String line(boolean old) {
    if (!old) {
      return "created.";
    }
    return options.skipExistingGroups()
        ? "Already exists, skipping."
        : "Already exists, adding memberships.";
  }

  private List<Problem> link(RestAuthGroup.Head head) {
    List<Problem> problems = new ArrayList<>(0);
    for (int i = 0; i < head.subgroups().size(); i++) {
      GroupId subgroup = head.subgroups().get(i);
      String path = "/subgroups/" + i;
      if (!groups.exists(realm, subgroup)) {
        problems.add(
            Problem.at(
                ProblemCode.GROUP_NOT_FOUND,
                ShownText.quoted(subgroup.inWords())
                    + " is to be a subgroup of "
                    + ShownText.quoted(head.id().name())
                    + ", and there is no such group in the document or in the directory",
                path));
        continue;
      }
      try {
        groups.link(realm, head.id(), subgroup);
      } catch (GroupCycle e) {
        problems.add(Problem.at(ProblemCode.GROUP_CYCLE, String.valueOf(e.getMessage()), path));
      }
    }
    return problems;
  }

  private static Problem noService(GroupId group) {
    return Problem.at(
        ProblemCode.SERVICE_NOT_FOUND,
        "the group "
            + ShownText.quoted(group.name())
            + " belongs to the service "
            + ShownText.quoted(String.valueOf(group.service()))
            + ", and there is no such service in the document or in the directory",
        "/service");
  }

  private RecordResult failed(
      Position position, RestAuthGroup.Head head, List<Problem> problems, boolean later) {
    RestAuthEntry entry = new RestAuthEntry(Kind.GROUPS, head.id().name(), position.line());
    log.failed(entry, problems.get(0), later);
    return RecordResult.ofOther(position, Outcome.FAILED, List.of(), problems);
  }
}
