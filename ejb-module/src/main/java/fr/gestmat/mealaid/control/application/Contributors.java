package fr.gestmat.mealaid.control.application;

import fr.gestmat.directory.entity.Guardian;
import fr.gestmat.mealaid.control.application.FamilyChildren.OtherParent;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.AidContributor.Kind;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.boundary.PublicPages;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who takes part beside the applicant follows from what the applicant says of the household: a
 * parent who lives there shares; one between whom and the applicant the child alternates gives an
 * own part; any other one has none. Only the applicant can open the application to somebody, whose
 * name is read beside the answer and before sending. Who applies for children of several other
 * parents says of the household only once that one of them lives there, and not which: then none
 * shares, and of each child it is asked where it lives.
 */
@ApplicationScoped
public class Contributors {

  private static final String LIVING = "living";
  private static final String OTHER_PARENT = "OTHER_PARENT";

  @PersistenceContext private EntityManager entities;
  @Inject private FamilyChildren children;
  @Inject private Outbox outbox;
  @Inject private PublicPages pages;
  @Inject private Clock clock;

  /** How the other parent takes part by these answers; empty if not at all. */
  static Optional<Kind> kind(Answers relevant) {
    if (relevant.is(LIVING, OTHER_PARENT)) {
      return Optional.of(Kind.TOGETHER);
    }
    return relevant.is("custody", "ALTERNATING") ? Optional.of(Kind.SEPARATED) : Optional.empty();
  }

  /**
   * The answers with what a child whose other parent lives elsewhere has in the household's place.
   */
  static Answers placed(Answers answers, boolean elsewhere) {
    Map<String, String> own = new TreeMap<>(answers.child());
    own.remove(LIVING);
    if (elsewhere && OTHER_PARENT.equals(answers.household().get(LIVING))) {
      own.put(LIVING, "PARTNER");
    }
    return new Answers(answers.household(), own, answers.kept());
  }

  /**
   * Says of each child whether its other parent can be the one of the household, so that custody is
   * asked where none can; drafts are shared no more with who can't. Nobody is asked to take part.
   */
  public void place(Sheaf sheaf) {
    for (AidApplication one : sheaf.applications()) {
      Answers answers = AnswersJson.read(one.newest());
      boolean together = OTHER_PARENT.equals(answers.household().get(LIVING));
      Map<Long, OtherParent> parents = together ? children.otherParents(one) : Map.of();
      boolean elsewhere =
          !parents.isEmpty() && parents.values().stream().noneMatch(OtherParent::ofAll);
      Answers placed = placed(answers, elsewhere);
      if (!placed.equals(answers)) {
        one.draft().rebase(AnswersJson.write(placed), sheaf.form().version());
      }
      if (elsewhere && one.state() == ApplicationState.DRAFT) {
        of(one.id()).stream()
            .filter(other -> other.kind() == Kind.TOGETHER)
            .forEach(other -> leave(other, false));
      }
    }
  }

  /**
   * Names of those who see everything if the applicant says that they live together; none if of the
   * children's other parents nobody can tell which.
   */
  public List<String> sharers(List<AidApplication> applications) {
    return applications.stream()
        .flatMap(one -> children.otherParents(one).values().stream())
        .filter(OtherParent::ofAll)
        .map(OtherParent::name)
        .distinct()
        .toList();
  }

  /**
   * Brings the other parents of a child up to what the application says.
   *
   * @param sent whether it is being sent: before that no part that a parent gave is taken away
   */
  public void follow(AidApplication application, AidForm form, boolean sent) {
    if (application.pupilId() == null) {
      return;
    }
    Answers answers = form.relevant(AnswersJson.read(application.draft().answers()));
    Optional<Kind> wanted = kind(answers);
    Map<Long, AidContributor> there = new HashMap<>();
    of(application.id())
        .forEach(
            one -> {
              if (one.guardianId() != null) {
                there.put(one.guardianId(), one);
              }
            });
    if (wanted.isEmpty() && there.isEmpty()) {
      return;
    }
    Map<Long, OtherParent> parents = new TreeMap<>(children.otherParents(application));
    if (wanted.filter(Kind.TOGETHER::equals).isPresent()) {
      parents.values().removeIf(parent -> !parent.ofAll());
    }
    there.forEach(
        (guardian, one) -> {
          if (wanted.isEmpty() || !parents.containsKey(guardian)) {
            leave(one, sent);
          } else if (one.kind() != wanted.get()) {
            one.becomes(wanted.get());
            invite(application, one);
          }
        });
    wanted.ifPresent(
        kind ->
            parents.forEach(
                (guardian, parent) -> {
                  if (!there.containsKey(guardian)) {
                    AidContributor one =
                        new AidContributor(
                            application, kind, guardian, parent.name(), clock.instant());
                    entities.persist(one);
                    invite(application, one);
                  }
                }));
  }

  /** Takes somebody out; who gave a part keeps it, and sees only that, until something is sent. */
  private void leave(AidContributor one, boolean sent) {
    if (sent || one.submittedAt() == null) {
      entities.remove(one);
    } else {
      one.becomes(Kind.SEPARATED);
    }
  }

  /**
   * Mails a separated parent who has an address that an own part is asked for, and nothing of what
   * the other one wrote (M-H11). Brothers and sisters of a day come in one mail.
   */
  private void invite(AidApplication application, AidContributor one) {
    Long guardian = one.guardianId();
    if (one.kind() != Kind.SEPARATED || guardian == null) {
      return;
    }
    Guardian parent = entities.find(Guardian.class, guardian);
    String address = parent == null ? null : parent.email();
    if (address == null) {
      return;
    }
    outbox.tryToQueue(
        new PersonNotice(
            application.authorityId(),
            NoticeKind.AID_OWN_PART,
            new Addressee(guardian, one.name(), address),
            null,
            "aid-part-" + guardian + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            Map.of(
                "child",
                application.child().givenName(),
                "link",
                pages.page("/aide/part/" + application.publicId())),
            clock.instant()));
  }

  /** Who takes part beside the applicant, the first one first. */
  public List<AidContributor> of(long application) {
    return entities
        .createQuery(
            "select c from AidContributor c where c.applicationId = :application order by c.id",
            AidContributor.class)
        .setParameter("application", application)
        .getResultList();
  }
}
