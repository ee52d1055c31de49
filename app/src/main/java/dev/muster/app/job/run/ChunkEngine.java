package dev.muster.app.job.run;

import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import java.util.List;

/** Imports prepared records: match, decide, apply, report. */
public interface ChunkEngine {

  /** Imports records in the caller's transaction. Returns one result for each record, in order. */
  List<RecordResult> run(List<Prepared> records, Directory directory, RepeatLedger ledger);
}
