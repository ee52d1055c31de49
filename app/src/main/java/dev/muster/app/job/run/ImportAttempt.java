package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.apply.Directory;
import dev.muster.decide.Policy;
import dev.muster.user.Realm;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The context of {@link FormatWork} in one attempt at an import.
 *
 * @param store the session in whose transaction the attempt runs
 * @param realm the realm of the imported users
 * @param directory the users of the realm
 * @param users imports chunks of users
 * @param engine creates an engine with another policy than that of the input's dialect
 * @param hashed hashes that were computed before the import
 * @param goesOn false if the import has to stop; may be called by any thread
 */
public record ImportAttempt(
    Session store,
    Job job,
    SurveyedInput input,
    Realm realm,
    Directory directory,
    ChunkWork users,
    Function<Policy, ChunkEngine> engine,
    HashedAhead hashed,
    BooleanSupplier goesOn) {}
