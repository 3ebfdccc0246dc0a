package fr.gestmat.lending.control.incident;

import fr.gestmat.lending.control.incident.IncidentPolicy.Why;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.reminder.FollowUps;
import fr.gestmat.lending.control.reminder.LoanFacts;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.notice.boundary.NoticeCheck;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the family of who held a device what was decided about it, and that it was found. */
@ApplicationScoped
public class IncidentNotices implements NoticeCheck {

  private static final Set<NoticeKind> KINDS =
      EnumSet.of(NoticeKind.INCIDENT_DECIDED, NoticeKind.DEVICE_FOUND);

  @Inject private FollowUps followUps;
  @Inject private Today today;
  @Inject private ReadModel database;

  /** An incident as it is now. */
  record Now(IncidentState state, String closing) {}

  /** Policy was applied. */
  void decided(Incident incident, List<Why> why) {
    tell(
        incident,
        NoticeKind.INCIDENT_DECIDED,
        Map.of(
            "kind", word(incident.kind()),
            "day", LoanFacts.day(incident.happenedOn()),
            "decision",
                why.stream()
                    .map(IncidentNotices::sentence)
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(" "))));
  }

  /** The device is there again. */
  void found(Incident incident) {
    tell(
        incident,
        NoticeKind.DEVICE_FOUND,
        Map.of("day", LoanFacts.day(today.in(incident.authorityId()))));
  }

  private void tell(Incident incident, NoticeKind kind, Map<String, String> further) {
    incident
        .pupilKey()
        .ifPresent(
            pupil -> {
              Map<String, String> facts = new HashMap<>(further);
              facts.put("device", incident.model());
              facts.put("tag", incident.assetTag());
              followUps.queue(
                  new FollowUps.About(
                      incident.authorityId(),
                      incident.schoolId(),
                      kind,
                      pupil,
                      incident.key(),
                      facts));
            });
  }

  private static String word(IncidentKind kind) {
    return switch (kind) {
      case BREAKAGE -> "casse";
      case LOSS -> "perte";
      case THEFT -> "vol";
    };
  }

  /** What a family has to know of a decision; sums are told once they are asked. */
  static Optional<String> sentence(Why why) {
    return switch (why) {
      case NOBODY_HELD_IT -> Optional.empty();
      case NO_NEW_DEVICE -> Optional.of("Aucun autre matériel n'est prêté.");
      case NEW_DEVICE_WITH_REPORT ->
          Optional.of(
              "Un autre matériel sera prêté quand l'établissement aura reçu le dépôt de plainte.");
      case NEW_FROM_STOCK, NEW_FROM_EMERGENCY ->
          Optional.of("Un autre matériel peut être prêté : adressez-vous à l'établissement.");
      case ALL_BLOCKED ->
          Optional.of("Aucun matériel n'est prêté tant que ce dossier n'est pas clos.");
      case NO_CHARGE -> Optional.of("Rien n'est à payer.");
      case PRICE_CHARGED, PRICE_MISSING, REPAIR_CHARGED, CHARGE_AFTER_REPAIR ->
          Optional.of(
              "Une somme peut être demandée : si elle l'est, un message vous en donnera le montant.");
      case REFUND_IF_FOUND ->
          Optional.of("Si le matériel est retrouvé, elle sera annulée ou remboursée.");
    };
  }

  @Override
  public Set<NoticeKind> kinds() {
    return KINDS;
  }

  @Override
  public Set<Long> outOfDate(Collection<Queued> about) {
    Map<Long, Now> incidents = new HashMap<>();
    database.list(
        new SqlText()
            .add("select id, state, coalesce(closing, '') closing from incident where")
            .in("id in", about.stream().map(Queued::subjectId).distinct().toList()),
        row ->
            incidents.put(
                row.number("id"),
                new Now(IncidentState.valueOf(row.text("state")), row.text("closing"))));
    return about.stream()
        .filter(notice -> !holds(notice, Optional.ofNullable(incidents.get(notice.subjectId()))))
        .map(Queued::id)
        .collect(Collectors.toSet());
  }

  /** A device that was found within the hour needs no word of what its loss would have led to. */
  static boolean holds(Queued notice, Optional<Now> incident) {
    return incident.isPresent()
        && switch (notice.kind()) {
          case INCIDENT_DECIDED ->
              incident.get().state() != IncidentState.CANCELLED
                  && incident.get().state() != IncidentState.DECLARED
                  && !incident.get().closing().equals("FOUND");
          case DEVICE_FOUND -> incident.get().closing().equals("FOUND");
          default -> true;
        };
  }
}
