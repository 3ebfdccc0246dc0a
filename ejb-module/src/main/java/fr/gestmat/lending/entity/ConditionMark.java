package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Damage on a device: where, and in somebody's words. */
@Entity
@Table(name = "condition_mark")
public class ConditionMark {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "condition_mark_seq")
  @SequenceGenerator(
      name = "condition_mark_seq",
      sequenceName = "condition_mark_seq",
      allocationSize = 50)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "report_id")
  private ConditionReport report;

  @Enumerated(EnumType.STRING)
  @Column(name = "place")
  private MarkPlace place;

  @Column(name = "words")
  private String words;

  /** For JPA. */
  protected ConditionMark() {}

  /** Damage at a place. */
  public ConditionMark(MarkPlace place, String words) {
    this.place = place;
    this.words = words;
  }

  void belongTo(ConditionReport owner) {
    report = owner;
  }

  /** Where. */
  public MarkPlace place() {
    return place;
  }

  /** What is seen. */
  public String words() {
    return words;
  }
}
