package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.agreement.AgreementBook;
import fr.gestmat.lending.control.agreement.AgreementContent;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.AgreementIssue;
import fr.gestmat.lending.control.agreement.AgreementIssue.Issued;
import fr.gestmat.lending.control.agreement.AgreementIssue.Wish;
import fr.gestmat.lending.control.agreement.AgreementList;
import fr.gestmat.lending.control.agreement.AgreementSigning;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.TextRule;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements of the schools that one may see: who signed, who did not, issuing new ones. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Agreements {

  /** Agreements on a page of the list. */
  public static final int PAGE = 50;

  static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private Choices choices;
  @Inject private AgreementList list;
  @Inject private AgreementBook book;
  @Inject private AgreementTexts texts;
  @Inject private AgreementIssue issue;
  @Inject private AgreementSigning signing;
  @Inject private ReferenceData reference;

  /**
   * A page of agreements.
   *
   * @param lines those of this page, the latest first
   * @param next where the next page begins; absent at the end
   */
  public record Page(List<AgreementList.Line> lines, Optional<Long> next) {}

  /**
   * An agreement with all that its page says.
   *
   * @param data what it stands on
   * @param content what it says
   * @param standing where it stands today
   * @param text which version of the text it has
   * @param signatures who signed or declined
   * @param mayManage whether the caller may withdraw it
   */
  public record Card(
      AgreementData data,
      AgreementContent content,
      fr.gestmat.lending.control.agreement.SigningRule.Standing standing,
      AgreementTexts.Version text,
      List<AgreementBook.Signature> signatures,
      boolean mayManage) {}

  /** The schools that the caller sees, by name. */
  public List<Choices.School> schools() {
    return choices.schools(scope());
  }

  /** The classes of a school in numbers. */
  public List<AgreementList.ClassCount> classes(Choices.School school) {
    return list.classes(school.key(), day());
  }

  /** A page of a school's agreements. */
  public Page list(Choices.School school, AgreementList.Filter filter, long before) {
    List<AgreementList.Line> lines =
        list.page(scope(), school.key(), filter, day(), daysToSign(), before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<AgreementList.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(shown, more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** An agreement. */
  public Optional<Card> card(UUID id) {
    return book.find(scope(), id, day()).map(this::card);
  }

  private Card card(AgreementData data) {
    long authority = caller.get().authorityId();
    AgreementTexts.Version text = texts.find(authority, data.textKey()).orElseThrow();
    return new Card(
        data,
        new AgreementContent(data, text.text(), book.accessories(authority)),
        data.facts().on(day()),
        text,
        book.signatures(data.key()),
        mayManage(data));
  }

  private boolean mayManage(AgreementData data) {
    return caller.get().scope(MANAGERS).covers(data.school().key());
  }

  /** The agreements of a pupil, for the pupil's page; none for one whom the caller may not see. */
  public List<AgreementData> ofPupil(UUID pupil) {
    return book.ofPupil(scope(), pupil, day());
  }

  /** The texts that agreements can be issued with. */
  public List<AgreementTexts.Version> usableTexts() {
    return texts.usable(caller.get().authorityId());
  }

  /** The pupils of a class for whom an agreement may be issued. */
  public List<AgreementList.Candidate> candidates(Choices.School school, UUID schoolClass) {
    return list.candidates(school.key(), schoolClass, day());
  }

  /** The classes of a school, by name. */
  public List<Choices.SchoolClass> classNames(Choices.School school) {
    return choices.classes(caller.get().authorityId(), school.key());
  }

  /** Whether an agreement must be signed before a device is handed over. */
  public boolean signedFirst() {
    return policy().agreement() == LendingPolicy.Agreement.REQUIRED;
  }

  private Optional<Integer> daysToSign() {
    return policy().agreement() == LendingPolicy.Agreement.MAY_FOLLOW
        ? Optional.of(policy().agreementDays())
        : Optional.empty();
  }

  private LendingPolicy policy() {
    return reference.of(caller.get().authorityId()).policy();
  }

  /**
   * Issues agreements.
   *
   * @return empty if the caller does not run the loans of the school
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<Issued>> issue(Wish wish) {
    Caller who = caller.get();
    if (!who.scope(MANAGERS).covers(wish.schoolKey())
        || schools().stream().noneMatch(s -> s.key() == wish.schoolKey())) {
      return Optional.empty();
    }
    List<Refusal> reasons = refusals(wish, day());
    return Optional.of(
        reasons.isEmpty()
            ? new Answer.Done<>(issue.issue(who, wish, day()))
            : new Answer.Refused<>(reasons));
  }

  private List<Refusal> refusals(Wish wish, LocalDate day) {
    List<Refusal> found = new ArrayList<>();
    if (wish.note().length() > TextRule.LONGEST_NOTE) {
      found.add(Refusal.of("note", "tooLong", TextRule.LONGEST_NOTE));
    }
    if (wish.endsOn().filter(end -> end.isBefore(day)).isPresent()) {
      found.add(Refusal.of("fin", "past"));
    }
    if (wish.model().isPresent() && signedFirst()) {
      found.add(Refusal.of("modele", "signedFirst"));
    }
    return found;
  }

  /**
   * Withdraws an agreement that was never fully signed or should not bind any more.
   *
   * @return whether there is such an agreement for the caller, and it was not withdrawn yet
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public boolean cancel(UUID id) {
    Optional<AgreementData> found = book.find(caller.get().scope(MANAGERS), id, day());
    if (found.isEmpty() || !mayManage(found.get()) || found.get().facts().cancelled()) {
      return false;
    }
    signing.cancel(caller.get(), signing.lock(found.get()));
    return true;
  }

  private Scope scope() {
    return caller.get().scope(READERS);
  }

  private LocalDate day() {
    return today.in(caller.get().authorityId());
  }
}
