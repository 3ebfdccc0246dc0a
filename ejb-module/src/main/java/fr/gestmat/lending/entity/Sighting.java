package fr.gestmat.lending.entity;

import jakarta.persistence.Basic;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a device was before somebody's eyes: when, where, whose. */
@Embeddable
public class Sighting {

  @Basic private Instant at;
  private @Nullable Long schoolId;
  private @Nullable String agent;

  /** For JPA. */
  protected Sighting() {}

  /**
   * A sighting.
   *
   * @param at by the real clock
   * @param schoolId the school of the desk
   * @param agent the name of who scanned, at most 240 characters
   */
  public Sighting(Instant at, @Nullable Long schoolId, @Nullable String agent) {
    this.at = at;
    this.schoolId = schoolId;
    this.agent = agent;
  }

  /** When. */
  public Instant at() {
    return at;
  }

  /** In which school; unknown for what was taken over from elsewhere. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** By whom. */
  public @Nullable String agent() {
    return agent;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sighting that
        && at.equals(that.at)
        && Objects.equals(schoolId, that.schoolId)
        && Objects.equals(agent, that.agent);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, schoolId, agent);
  }
}
