package dev.muster.app.store.sqlite;

import dev.muster.app.store.jobs.UploadBytes;
import dev.muster.app.upload.UploadedFile;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes of uploaded files beside a SQLite file, in the folder of inputs. */
final class SqliteUploadBytes implements UploadBytes {

  private final InputFolder folder;

  SqliteUploadBytes(InputFolder folder) {
    this.folder = folder;
  }

  @Override
  public Incoming receive(String id, Path bytes) {
    try {
      folder.keep(id, bytes);
      return new Received(id);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the file can't be kept beside the database: " + e.getMessage(),
          "Make room there, and let this account write the folder of inputs.",
          e);
    }
  }

  private final class Received implements Incoming {

    private final String id;

    Received(String id) {
      this.id = id;
    }

    @Override
    public void addTo(long number) {
      // the folder has the bytes already
    }

    @Override
    public void close(boolean added) throws IOException {
      if (!added) {
        folder.delete(id);
      }
    }
  }

  @Override
  public Optional<InputStream> open(UploadedFile file) {
    try {
      return folder.open(file.id());
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the file " + file.id() + " can't be read: " + e.getMessage(),
          "Let this account read the folder of inputs beside the database.",
          e);
    }
  }

  @Override
  public Optional<Path> path(UploadedFile file) {
    return folder.file(file.id());
  }

  @Override
  public boolean deletePortion(long number, String id) {
    try {
      folder.delete(id);
    } catch (IOException e) {
      // nothing knows it any more, so the next worker tries again when it starts
    }
    return false;
  }
}
