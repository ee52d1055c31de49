package dev.muster.app.upload.run;

import dev.muster.app.job.JobOptions;
import dev.muster.app.journal.Actor;

/**
 * How a received file is to be kept.
 *
 * @param realm the name of the realm that its users go to
 * @param format a format's name, or {@code auto}
 * @param options the options of its imports; they are no dry run
 */
public record NewFile(String realm, String format, JobOptions options, Actor actor) {}
