package fr.gestmat.demo.territory;

import java.sql.SQLException;
import java.util.UUID;

/** Writes ENTs as identity providers, and the schools whose people come from them. */
final class ProviderRows implements AutoCloseable {

  private final long authority;
  private final Rows providers;
  private final Rows schools;

  ProviderRows(Sample sample, long authority) throws SQLException {
    this.authority = authority;
    this.providers =
        Rows.of(
            sample,
            "identity_provider",
            "id public_id authority_id provider_key name protocol base_url");
    this.schools = Rows.of(sample, "identity_provider_school", "provider_id school_id", providers);
  }

  /** An ENT; where it answers is told when it runs. */
  void add(long id, UUID publicId, String key, String name) throws SQLException {
    providers.add(id, publicId, authority, key, name, "CAS3", "http://localhost");
  }

  /** A school whose people it may speak for. */
  void school(long provider, long school) throws SQLException {
    schools.add(provider, school);
  }

  @Override
  public void close() throws SQLException {
    try (providers;
        schools) {
      // Each sends its own, after what that refers to.
    }
  }
}
