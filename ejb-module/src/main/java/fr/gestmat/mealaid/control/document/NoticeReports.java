package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.DocumentKind;
import fr.gestmat.mealaid.control.form.FormFigures;
import fr.gestmat.mealaid.control.taxnotice.Authenticity;
import fr.gestmat.mealaid.control.taxnotice.NoticeComparison;
import fr.gestmat.mealaid.control.taxnotice.NoticeNames;
import fr.gestmat.mealaid.control.taxnotice.NoticePages;
import fr.gestmat.mealaid.control.taxnotice.NoticeYear;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ReadNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what the tax notices of an application say, beside what the family typed: for the form, the
 * review and the automatic decision.
 */
@ApplicationScoped
public class NoticeReports {

  private static final ReadNotice.Figures NOTHING =
      new ReadNotice.Figures(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentRows documents;
  @Inject private DocumentRights rights;
  @Inject private NoticeRows notices;
  @Inject private Families families;
  @Inject private Declarants declarants;

  /**
   * The notices of an application.
   *
   * @param documents those that the reader may see, each with what is known of it
   * @param year whether one of them is of the campaign's income year (M-M01, M-M02)
   * @param enoughPages whether their pages can be all (M-M04)
   */
  public record All(List<NoticeReport> documents, NoticeYear year, boolean enoughPages) {

    /** Copies the list. */
    public All {
      documents = List.copyOf(documents);
    }
  }

  /**
   * The notices of an application.
   *
   * @param income what the family typed as reference tax income of the household, if anything
   * @param shares what it typed as shares
   * @param forOfficer whether the reader may know of other families' notices
   */
  @InTransaction
  public All of(
      AidApplication application,
      Optional<BigDecimal> income,
      Optional<BigDecimal> shares,
      boolean forOfficer) {
    return of(
        application,
        documents.of(application.id()).stream()
            .filter(d -> d.isTaxNotice() && !d.scan().asksAgain())
            .toList(),
        new Typed(income, shares),
        forOfficer);
  }

  /** The same for a member of the family: of separated parents each sees the own notices only. */
  @InTransaction
  public All seenBy(
      Caller who,
      AidApplication application,
      Optional<BigDecimal> income,
      Optional<BigDecimal> shares) {
    return of(
        application,
        rights.visible(who, application).stream()
            .filter(d -> d.isTaxNotice() && !d.scan().asksAgain())
            .toList(),
        new Typed(income, shares),
        false);
  }

  /** What the family typed for the household. */
  record Typed(Optional<BigDecimal> income, Optional<BigDecimal> shares) {

    /** What of it a notice should say, where the two who live together have one each. */
    Typed on(AidDocument notice, Answers answers) {
      if (!answers.is("separateNotices", "YES")) {
        return this;
      }
      Optional<BigDecimal> theirIncome = FormFigures.number(answers, "partnerTaxIncome");
      Optional<BigDecimal> theirShares = FormFigures.number(answers, "partnerTaxShares");
      return notice.kind().equals(DocumentKind.PARTNER_TAX_NOTICE.name())
          ? new Typed(theirIncome, theirShares)
          : new Typed(without(income, theirIncome), without(shares, theirShares));
    }

    private static Optional<BigDecimal> without(
        Optional<BigDecimal> whole, Optional<BigDecimal> part) {
      return whole.map(all -> all.subtract(part.orElse(BigDecimal.ZERO)));
    }
  }

  All of(AidApplication application, List<AidDocument> shown, Typed typed, boolean forOfficer) {
    AidCampaign campaign = entities.find(AidCampaign.class, application.campaignId());
    Map<Long, ReadNotice> read = notices.of(shown.stream().map(AidDocument::id).toList());
    List<NoticeNames.Person> people = declarants.of(application);
    Answers answers = AnswersJson.read(forOfficer ? application.submitted() : application.newest());
    List<NoticeReport> reports =
        shown.stream()
            .map(
                document ->
                    report(
                        application,
                        document,
                        Optional.ofNullable(read.get(document.id())),
                        campaign.incomeYear(),
                        people,
                        typed.on(document, answers),
                        forOfficer))
            .toList();
    return new All(
        reports,
        NoticeYear.of(
            campaign.incomeYear(), reports.stream().map(r -> r.figures().incomeYear()).toList()),
        NoticePages.areEnough(shown.stream().map(d -> d.content().pages()).toList()));
  }

  private NoticeReport report(
      AidApplication application,
      AidDocument document,
      Optional<ReadNotice> read,
      int expectedYear,
      List<NoticeNames.Person> people,
      Typed typed,
      boolean forOfficer) {
    ReadNotice.Figures figures = read.map(ReadNotice::figures).orElse(NOTHING);
    NoticeYear year = NoticeYear.of(expectedYear, List.of(figures.incomeYear()));
    Optional<Boolean> rightName =
        people.isEmpty() || figures.declarants().isEmpty()
            ? Optional.empty()
            : Optional.of(
                people.stream().anyMatch(p -> NoticeNames.match(p, figures.declarants())));
    Optional<ReadNotice.Outcome> outcome = read.map(ReadNotice::outcome);
    return new NoticeReport(
        document.publicId(),
        document.toRead(),
        outcome,
        figures,
        year,
        rightName,
        NoticeComparison.of(
            typed.income(), typed.shares(), figures.referenceIncome(), figures.shares()),
        forOfficer
            && read.flatMap(ReadNotice::useKey).filter(k -> isUsed(k, application)).isPresent(),
        NoticeComparison.isProof(
            outcome.filter(o -> o == ReadNotice.Outcome.AUTHENTIC).isPresent()
                ? Authenticity.AUTHENTIC
                : Authenticity.UNKNOWN_CERTIFICATE,
            year,
            rightName.orElse(false),
            typed.income(),
            figures.referenceIncome()));
  }

  /** Whether a family that shares nobody with this one uses the same notice (M-M17). */
  private boolean isUsed(byte[] key, AidApplication application) {
    Family family = families.of(application);
    return notices.othersWith(key, application.campaignId(), application.id()).stream()
        .map(id -> entities.find(AidApplication.class, id))
        .anyMatch(other -> families.of(other).isAnotherHouseholdThan(family));
  }
}
