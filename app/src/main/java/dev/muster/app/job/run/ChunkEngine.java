package dev.muster.app.job.run;

import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import java.util.List;

/** Takes prepared records through match, decide, apply and report. */
public interface ChunkEngine {

  /** Carries out records inside the caller's transaction; one result a record, in order. */
  List<RecordResult> run(List<Prepared> records, Directory directory, RepeatLedger ledger);
}
