package dev.muster.app.job.run;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.ChunkMark;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import java.io.IOException;
import java.util.Optional;

/**
 * Where an import goes on: at the first chunk that is not on record.
 *
 * @param chunksDone the number of that chunk
 * @param recordsDone how many records are on record, even if a chunk is shorter than it should be
 * @param mark the nearest place at or before it from which the input can be read; empty for the
 *     start of the input
 */
record ResumePoint(int chunksDone, long recordsDone, Optional<ChunkMark> mark) {

  /** Nothing is on record yet. */
  static final ResumePoint START = new ResumePoint(0, 0, Optional.empty());

  static ResumePoint of(JobStore jobs, Job job) {
    int done = jobs.chunksDone(job);
    return done == 0 ? START : new ResumePoint(done, jobs.tally(job).total(), jobs.lastMark(job));
  }

  /** Opens a job's input; the next records are those of the first chunk that is not on record. */
  RecordReader open(SurveyedInput input, Job job) throws IOException {
    RecordReader reader = mark.isPresent() ? input.openAt(inputMark(mark.get())) : input.open();
    try {
      for (int chunk = mark.map(ChunkMark::chunk).orElse(0); chunk < chunksDone; chunk++) {
        reader.next(job.chunkSize());
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private static InputMark inputMark(ChunkMark mark) {
    return new InputMark(mark.byteOffset(), mark.line(), mark.recordIndex());
  }
}
