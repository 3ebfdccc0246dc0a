package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Map;

/** Chooses where bytes are kept: in an object store if one is set, else in the folder. */
@ApplicationScoped
public class ByteStores {

  /**
   * The store of this server's environment.
   *
   * @throws IllegalStateException if an object store is set only in part
   */
  @Produces
  @ApplicationScoped
  public FileBytes bytes(DataFolder folder, Clock clock) {
    return of(System.getenv(), folder, clock);
  }

  static FileBytes of(Map<String, String> environment, DataFolder folder, Clock clock) {
    return ObjectStore.of(environment)
        .<FileBytes>map(store -> new ObjectBytes(store, folder, clock, ObjectBytes.PATIENCE))
        .orElseGet(() -> new FolderBytes(folder));
  }
}
