package fr.gestmat.filestore.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A stored file that no row speaks of, and since when that was seen. */
@Entity
@Table(name = "rowless_file")
public class RowlessFile {

  @Id
  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "shard")
  private int shard;

  @Column(name = "first_seen")
  private Instant firstSeen;

  /** For JPA. */
  protected RowlessFile() {}

  /** Seen for the first time, in a part of the store (0 to 255). */
  public RowlessFile(UUID publicId, int shard, Instant now) {
    this.publicId = publicId;
    this.shard = shard;
    this.firstSeen = now;
  }

  /** Its name in the store. */
  public UUID publicId() {
    return publicId;
  }

  /** When a check saw it first. */
  public Instant firstSeen() {
    return firstSeen;
  }
}
