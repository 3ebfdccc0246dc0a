package fr.gestmat.mealaid.entity.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a child was at school for a while; written when the directory says that pupils moved. */
@Entity
@Table(name = "aid_school_stay")
public class SchoolStay {

  @Id private long id;

  @Column(name = "pupil_id")
  private long pupilId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "first_day")
  private @Nullable LocalDate firstDay;

  @Column(name = "last_day")
  private @Nullable LocalDate lastDay;

  /** For JPA. */
  protected SchoolStay() {}

  /** The pupil. */
  public long pupilId() {
    return pupilId;
  }

  /** The school. */
  public long schoolId() {
    return schoolId;
  }

  /** First day there; null from the beginning. */
  public @Nullable LocalDate firstDay() {
    return firstDay;
  }

  /** Last day there; null as long as the pupil is there. */
  public @Nullable LocalDate lastDay() {
    return lastDay;
  }
}
