package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.incident.IncidentRows;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a pupil, or a guardian with parental authority, sees of the family's own devices, and says
 * of them. What they say waits for the school.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN"})
public class OwnIncidents {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ReadModel database;
  @Inject private Clock clock;
  @Inject private Today today;
  @Inject private IncidentRows rows;
  @Inject private IncidentLife life;
  @Inject private IncidentJournal journal;
  @Inject private ChargeRows charges;
  @Inject private DeclaredDevices devices;

  /**
   * A device that the family has.
   *
   * @param loan public id of its loan
   * @param pupilName who has it
   * @param assetTag the label on it
   * @param model its model
   * @param dueOn its last day; empty for the whole schooling
   */
  public record Held(
      UUID loan, String pupilName, String assetTag, String model, Optional<LocalDate> dueOn) {}

  /**
   * All that the family sees.
   *
   * @param held devices that it has
   * @param incidents what happened to its devices
   * @param charges what it is asked for
   */
  public record Overview(
      List<Held> held, List<Incident> incidents, List<ChargeRows.Charge> charges) {}

  /** The caller's own devices, incidents and charges. */
  public Overview overview() {
    Caller who = caller.get();
    List<Long> pupils = pupils(who);
    return new Overview(
        held(who, pupils),
        rows.ofPupils(who.authorityId(), pupils),
        charges.ofPupils(who.authorityId(), pupils));
  }

  /** One of the devices that the family has. */
  public Optional<Held> find(UUID loan) {
    Caller who = caller.get();
    return held(who, pupils(who)).stream().filter(h -> h.loan().equals(loan)).findFirst();
  }

  /** One of the family's incidents. */
  public Optional<Incident> incident(UUID id) {
    return overview().incidents().stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** Declares an incident of a device that the family has; empty if it has no such device. */
  public Optional<Answer<UUID>> declare(UUID loan, IncidentForm form) {
    Caller who = caller.get();
    return find(loan).map(held -> declare(who, held, form));
  }

  /**
   * Adds the police report that the family did not have yet; with it, policy may give a new device.
   * What is there already is the school's to change.
   *
   * @param number number of the report, 1 to 80 characters
   * @param on its date, not in the future
   * @return empty if it is not the family's incident
   */
  public Optional<Answer<UUID>> report(UUID id, String number, Optional<LocalDate> on) {
    Caller who = caller.get();
    return incident(id)
        .flatMap(
            theirs ->
                devices
                    .lock(theirs.device(), new Scope(who.authorityId(), true, Set.of()))
                    .map(device -> report(who, rows.get(theirs.key()), number.strip(), on)));
  }

  private Answer<UUID> report(
      Caller who, Incident incident, String number, Optional<LocalDate> on) {
    if (!incident.takesReport()) {
      return Answer.refused(Refusal.of("policeReport", "policeReportThere"));
    }
    List<Refusal> wrong = IncidentForm.report(number, on, today.in(who.authorityId()));
    if (number.isEmpty() && on.isEmpty()) {
      wrong.add(Refusal.of("policeReport", "policeReportMissing"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    rows.describe(
        incident,
        incident.version(),
        number,
        on,
        incident.insurer(),
        incident.insuranceReference(),
        new IncidentRows.Reporter(who.name(), true),
        clock.instant());
    // Whether it gives a new device is said by the school, which looks at the report first.
    Incident now = rows.get(incident.key());
    journal.write(who, LendingAction.INCIDENT_DESCRIBED, now);
    return new Answer.Done<>(now.id());
  }

  private Answer<UUID> declare(Caller who, Held held, IncidentForm form) {
    Device device =
        entities
            .createQuery(
                "select d from Device d, Loan l where l.publicId = :loan and d.id = l.deviceId"
                    + " and d.authorityId = :authority",
                Device.class)
            .setParameter("loan", held.loan())
            .setParameter("authority", who.authorityId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getSingleResult();
    List<Refusal> wrong = form.refusals(today.in(who.authorityId()));
    if (rows.running(device.id()).isPresent()) {
      wrong.add(Refusal.of("kind", "incidentRuns"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    IncidentLife.Holder holder =
        database
            .first(
                new SqlText()
                    .add("select id, pupil_id, school_id, category from loan")
                    .add("where public_id = ? and state = 'OPEN'", held.loan()),
                row ->
                    new IncidentLife.Holder(
                        row.number("id"),
                        row.number("pupil_id"),
                        row.number("school_id"),
                        row.text("category")))
            .orElse(null);
    if (holder == null) {
      return Answer.refused(Refusal.of("kind", "loanOver"));
    }
    Incident incident =
        life.declare(
            device,
            holder.category(),
            Optional.of(holder),
            new IncidentLife.Story(
                form.kind().orElseThrow(),
                form.happenedOn().orElseThrow(),
                form.place(),
                form.story(),
                form.policeReport(),
                form.policeReportOn(),
                true,
                who.name()));
    journal.write(who, LendingAction.INCIDENT_DECLARED, incident);
    return new Answer.Done<>(incident.id());
  }

  private List<Held> held(Caller who, List<Long> pupils) {
    return pupils.isEmpty()
        ? List.of()
        : database.list(
            new SqlText()
                .add(
                    "select l.public_id, u.family_name, u.given_name, d.asset_tag, m.name,"
                        + " l.due_on")
                .add("from loan l join device d on d.id = l.device_id")
                .add("join device_model m on m.id = d.model_id join pupil u on u.id = l.pupil_id")
                .add("where l.authority_id = ? and l.state = 'OPEN'", who.authorityId())
                .in("and l.pupil_id in", pupils)
                .add("order by u.given_name, l.id limit 50"),
            row ->
                new Held(
                    row.id("public_id"),
                    row.text("given_name") + " " + row.text("family_name"),
                    row.text("asset_tag"),
                    row.text("name"),
                    row.maybeDay("due_on")));
  }

  /** The pupil, or the children over whom the guardian has parental authority. */
  private List<Long> pupils(Caller who) {
    if (who.pupilId() != null) {
      return List.of(who.pupilId());
    }
    return who.guardianId() == null
        ? List.of()
        : database.list(
            new SqlText()
                .add("select g.pupil_id from guardianship g join pupil p on p.id = g.pupil_id")
                .add("where g.guardian_id = ? and g.parental_authority", who.guardianId())
                .add("and p.authority_id = ? order by g.pupil_id limit 50", who.authorityId()),
            row -> row.number("pupil_id"));
  }
}
