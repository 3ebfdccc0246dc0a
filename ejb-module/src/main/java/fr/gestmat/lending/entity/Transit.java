package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of a device that was sent to another school. */
@Embeddable
public class Transit {

  @Column(name = "transit_from_school_id")
  private @Nullable Long from;

  @Column(name = "transit_to_school_id")
  private long to;

  @Column(name = "transit_sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "transit_transfer_id")
  private @Nullable Long slip;

  @Column(name = "transit_owner_school_id")
  private @Nullable Long owner;

  /** For JPA. */
  protected Transit() {}

  /** A way from {@code from} to {@code to}, begun at {@code sentAt}. */
  public Transit(@Nullable Long from, long to, @Nullable Instant sentAt) {
    this.from = from;
    this.to = to;
    this.sentAt = sentAt;
  }

  /** The same way, on the slip of a transfer. */
  public Transit on(@Nullable Long transfer) {
    Transit way = new Transit(from, to, sentAt);
    way.slip = transfer;
    way.owner = owner;
    return way;
  }

  /** The same way for a device that was given away: whose it was before. */
  public Transit of(@Nullable Long school) {
    Transit way = on(slip);
    way.owner = school;
    return way;
  }

  /** Whose the device was before it was sent for good, without a slip; null if it was not. */
  public @Nullable Long owner() {
    return owner;
  }

  /** The transfer on whose slip it travels, if it does. */
  public @Nullable Long slip() {
    return slip;
  }

  /** Who sent it, whatever school it passes by mistake; that one is the device's place then. */
  public @Nullable Long from() {
    return from;
  }

  /** Where it goes. */
  public long to() {
    return to;
  }

  /** When it was sent; no later scan changes it (L038). */
  public @Nullable Instant sentAt() {
    return sentAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Transit that
        && to == that.to
        && Objects.equals(from, that.from)
        && Objects.equals(sentAt, that.sentAt)
        && Objects.equals(slip, that.slip)
        && Objects.equals(owner, that.owner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, sentAt, slip, owner);
  }
}
