package dev.muster.app.job.run;

import dev.muster.ChunkImport;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.apply.Directory;
import dev.muster.decide.Policy;
import dev.muster.user.Realm;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What the engine gives to {@link FormatWork} for one attempt at an import.
 *
 * @param store whose transaction the attempt is in
 * @param realm that the users go to
 * @param directory the users of the realm
 * @param users imports chunks of users
 * @param engine makes an engine that decides by another policy than that of the input's dialect
 * @param hashed the passwords that were hashed before the import
 * @param goesOn false when the import is to stop; asked by any thread
 */
public record ImportAttempt(
    Session store,
    Job job,
    SurveyedInput input,
    Realm realm,
    Directory directory,
    ChunkWork users,
    Function<Policy, ChunkImport> engine,
    HashedAhead hashed,
    BooleanSupplier goesOn) {}
