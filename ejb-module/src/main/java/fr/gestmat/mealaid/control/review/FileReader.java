package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.appeal.AppealRows;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Deciding;
import fr.gestmat.mealaid.control.decision.Establishing;
import fr.gestmat.mealaid.control.decision.Gaps;
import fr.gestmat.mealaid.control.letter.LetterQueue;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.ApplicationFile.Correspondence;
import fr.gestmat.mealaid.control.review.ApplicationFile.Known;
import fr.gestmat.mealaid.control.source.EstablishedFigures;
import fr.gestmat.mealaid.control.visa.VisaBook;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an application with everything around it, in a fixed number of statements. */
@ApplicationScoped
public class FileReader {

  private static final int SHOWN = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;
  @Inject private Deciding deciding;
  @Inject private Gaps gaps;
  @Inject private Establishing establishing;
  @Inject private EstablishedFigures established;
  @Inject private LetterQueue letters;
  @Inject private Messages messages;
  @Inject private Corrections corrections;
  @Inject private Notes notes;
  @Inject private Annotations annotations;
  @Inject private Readings readings;
  @Inject private Duplicates duplicates;
  @Inject private AppealRows appeals;
  @Inject private AidNotices notices;
  @Inject private Presences presences;
  @Inject private VisaBook visas;
  @Inject private ReviewDay days;

  /** A submitted application of an authority, without locking it. */
  public Optional<AidApplication> find(long authority, UUID id) {
    return entities
        .createQuery(
            "select a from AidApplication a where a.publicId = :id and a.authorityId = :authority"
                + " and a.submittedAt is not null and a.forgottenAt is null",
            AidApplication.class)
        .setParameter("id", id)
        .setParameter("authority", authority)
        .getResultStream()
        .findFirst();
  }

  /** The decisions of an application, the latest first. */
  public List<AidDecision> decisions(long application) {
    List<AidDecision> found =
        entities
            .createQuery(
                "select distinct d from AidDecision d left join fetch d.terms"
                    + " where d.applicationId = :id order by d.number desc",
                AidDecision.class)
            .setParameter("id", application)
            .getResultList();
    return List.copyOf(found);
  }

  /** The file of an application. */
  public ApplicationFile read(AidApplication one, long account) {
    AidCampaign campaign = entities.find(AidCampaign.class, one.campaignId());
    Correspondence correspondence =
        new Correspondence(
            messages.of(one.id()),
            corrections.of(one.id()),
            notes.of(one.id()),
            notes.secondLooks(one.id()));
    List<AidDecision> decisions = decisions(one.id());
    Optional<VisaBook.Visa> visa = visas.standing(one.id());
    Assessed assessed = deciding.assess(one, Map.of());
    return new ApplicationFile(
        one,
        school(one),
        campaign.name(),
        ownParts(one.id()),
        known(one),
        visa,
        assessed,
        gaps.of(one, assessed, visa.isPresent()),
        deciding.blocks(one),
        establishing.asked(one),
        established.of(one.id()),
        decisions,
        letters.of(one.id()),
        readings.of(decisions),
        events(one.id()),
        correspondence,
        annotations.of(one.campaignId(), one.id()),
        duplicates.of(one),
        appeals.of(one.id()),
        appeals.changedOn(one.id()),
        notices.about(one.id()),
        presences.other(one.id(), account),
        silence(one, correspondence),
        rows.number(
                Sql.of(
                    "select count(*) n from aid_batch_item where waiting_application_id = ?",
                    one.id()))
            > 0);
  }

  private String school(AidApplication one) {
    @Nullable Long school = one.schoolId();
    return school == null
        ? ""
        : rows.first(
                Sql.of("select name from school where id = ?", school), row -> row.text("name"))
            .orElse("");
  }

  private List<ApplicationFile.OwnPart> ownParts(long application) {
    return entities
        .createQuery(
            "select c from AidContributor c where c.applicationId = :id and c.kind = :separated"
                + " order by c.id",
            AidContributor.class)
        .setParameter("id", application)
        .setParameter("separated", AidContributor.Kind.SEPARATED)
        .getResultStream()
        .map(
            one ->
                new ApplicationFile.OwnPart(
                    one.name(),
                    Optional.ofNullable(one.answers()),
                    Optional.ofNullable(one.submittedAt())))
        .toList();
  }

  private Optional<Known> known(AidApplication one) {
    @Nullable Long pupil = one.pupilId();
    return pupil == null
        ? Optional.empty()
        : rows.first(
            Sql.of("select p.family_name, p.given_name, s.name school, coalesce(c.name, '') class,")
                .add("p.boarding_status, p.meals_a_week, p.status = 'ACTIVE' active from pupil p")
                .add("join school s on s.id = p.school_id")
                .add("left join school_class c on c.id = p.class_id where p.id = ?", pupil),
            row ->
                new Known(
                    row.text("family_name") + " " + row.text("given_name"),
                    row.text("school"),
                    row.text("class"),
                    new VisaBook.Eating(
                        VisaBook.boarding(row.maybeText("boarding_status")),
                        row.maybeNumber("meals_a_week").map(Long::intValue)),
                    row.yes("active")));
  }

  private List<AidEvent> events(long application) {
    return List.copyOf(
        entities
            .createQuery(
                "select e from AidEvent e where e.applicationId = :id order by e.id desc",
                AidEvent.class)
            .setParameter("id", application)
            .setMaxResults(SHOWN)
            .getResultList());
  }

  private Optional<LocalDate> silence(AidApplication one, Correspondence correspondence) {
    @Nullable Instant submitted = one.submittedAt();
    if (!one.state().isOpen() || submitted == null) {
      return Optional.empty();
    }
    ZoneId zone = days.zone(one.authorityId());
    return Optional.of(
        LegalClock.due(
            LocalDate.ofInstant(submitted, zone),
            LegalClock.TWO_MONTHS,
            correspondence.corrections().stream().map(each -> each.stay(zone)).toList(),
            days.today(one.authorityId())));
  }
}
