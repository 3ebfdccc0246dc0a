package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an application; never changed afterwards. */
@Entity
@Table(name = "aid_event")
public class AidEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_event_seq")
  @SequenceGenerator(name = "aid_event_seq", sequenceName = "aid_event_seq", allocationSize = 50)
  private long id;

  @Column(name = "application_id")
  private long applicationId;

  @Column(name = "event")
  private String event;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private ApplicationState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private ApplicationState to;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor")
  private Actor actor;

  @Column(name = "account_id")
  private @Nullable Long accountId;

  @Column(name = "name")
  private String name;

  @Column(name = "detail")
  private @Nullable String detail;

  @Column(name = "happened_at")
  private Instant happenedAt;

  /** For JPA. */
  protected AidEvent() {}

  /**
   * Something that happened now.
   *
   * @param event at most 32 ASCII characters: an {@link ApplicationEvent}, or a change that moves
   *     nothing
   * @param from where the application stood
   * @param name who, for people
   * @param detail JSON, at most 2000 characters
   */
  public AidEvent(
      AidApplication application,
      String event,
      ApplicationState from,
      Actor actor,
      @Nullable Long accountId,
      String name,
      @Nullable String detail,
      Instant now) {
    this.applicationId = application.id();
    this.event = event;
    this.from = from;
    this.to = application.state();
    this.actor = actor;
    this.accountId = accountId;
    this.name = name;
    this.detail = detail;
    this.happenedAt = now;
  }

  /** Database id, which is its order. */
  public long id() {
    return id;
  }

  /** Application. */
  public long applicationId() {
    return applicationId;
  }

  /** What happened. */
  public String event() {
    return event;
  }

  /** Where the application stood. */
  public ApplicationState from() {
    return from;
  }

  /** Where it stands since. */
  public ApplicationState to() {
    return to;
  }

  /** In whose name. */
  public Actor actor() {
    return actor;
  }

  /** Account, if one did it. */
  public @Nullable Long accountId() {
    return accountId;
  }

  /** Who, for people. */
  public String name() {
    return name;
  }

  /** More of it, as JSON. */
  public @Nullable String detail() {
    return detail;
  }

  /** When. */
  public Instant happenedAt() {
    return happenedAt;
  }
}
