package fr.gestmat.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.UUID;

/** A class (division) of one school, known by its name there. */
@Entity
@Table(name = "school_class")
public class SchoolClass {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "school_class_seq")
  @SequenceGenerator(
      name = "school_class_seq",
      sequenceName = "school_class_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "name")
  private String name;

  /** For JPA. */
  protected SchoolClass() {}

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** School that it is in. */
  public long schoolId() {
    return schoolId;
  }

  /** Name as the school writes it. */
  public String name() {
    return name;
  }
}
