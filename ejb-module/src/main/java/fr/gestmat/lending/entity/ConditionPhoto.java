package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A photo of a report; its bytes are a stored file. */
@Entity
@Table(name = "condition_photo")
public class ConditionPhoto {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "condition_photo_seq")
  @SequenceGenerator(
      name = "condition_photo_seq",
      sequenceName = "condition_photo_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "report_id")
  private long reportId;

  @Column(name = "file_id")
  private UUID fileId;

  @Column(name = "width")
  private short width;

  @Column(name = "height")
  private short height;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private String addedBy;

  /** For JPA. */
  protected ConditionPhoto() {}

  /**
   * A photo of a report.
   *
   * @param fileId public id of the stored file
   * @param width in pixels
   * @param height in pixels
   */
  public ConditionPhoto(
      ConditionReport report, UUID fileId, int width, int height, Instant at, String by) {
    this.publicId = UUID.randomUUID();
    this.reportId = report.id();
    this.fileId = fileId;
    this.width = (short) width;
    this.height = (short) height;
    this.addedAt = at;
    this.addedBy = by;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Its report. */
  public long reportId() {
    return reportId;
  }

  /** Public id of the stored file. */
  public UUID fileId() {
    return fileId;
  }
}
