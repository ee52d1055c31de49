package dev.muster.app.upload;

import java.util.List;
import java.util.Optional;

/** Stores mappings of columns. All methods take part in a running transaction. */
public interface SavedMappings {

  /** Saves a mapping. One of the same realm and name is replaced. */
  void save(SavedMapping mapping);

  /** The mapping with a name. */
  Optional<SavedMapping> find(String realm, String name);

  /** The mapping that was saved last for tables of a shape. */
  Optional<SavedMapping> fitting(String realm, String shape);

  /** The mappings of a realm, by name. */
  List<SavedMapping> all(String realm);

  /** Deletes a mapping. False if there is none. */
  boolean delete(String realm, String name);
}
