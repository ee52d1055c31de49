package dev.muster.app.http;

import dev.muster.app.format.Formats;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import java.time.Clock;
import java.util.function.Function;

/**
 * What routes need of the directory. Thread-safe; sessions and what is made of them are for one
 * request.
 *
 * @param formats the formats of inputs
 * @param submissions submits imports by a session
 * @param imports reads imports by a session; to be closed before the session
 * @param retention how long cancelled imports are kept
 */
public record DirectoryAccess(
    Database database,
    TokenVerifier tokens,
    Settings settings,
    Formats formats,
    Function<Session, Submissions> submissions,
    Function<Session, Imports> imports,
    Retention retention,
    Clock clock) {}
