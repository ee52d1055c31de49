package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.text.SummaryCommands;
import dev.muster.app.job.Job;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShellText;
import dev.muster.user.Realm;
import dev.muster.user.Role;

/** The commands of a summary, with the program's name and the options of the current command. */
record CopiedCommands(CliSession session) implements SummaryCommands {

  @Override
  public String list(Job job, ProblemCode code) {
    return session.command("imports report " + job.id() + " --code " + code.wireName());
  }

  @Override
  public String report(Job job) {
    return session.command("imports report " + job.id() + " report.csv");
  }

  @Override
  public String create(Role role, Job job) {
    String name = role.name().equals(role.key()) ? "" : " --name " + ShellText.quoted(role.name());
    String realm = job.realm().equals(Realm.DEFAULT) ? "" : " --realm " + job.realm();
    return session.command("roles create " + role.key() + name + realm);
  }
}
