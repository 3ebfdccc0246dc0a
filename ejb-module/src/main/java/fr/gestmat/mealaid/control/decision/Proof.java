package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.NoticeReport;
import fr.gestmat.mealaid.control.document.NoticeReports;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.SchoolingRows;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision could take itself: every figure that the scale asks for comes from an official
 * source or a notice that no officer has to look at, the school or the directory says how the child
 * eats, and every document is scanned. Where the family lives is its own word. Custody that
 * alternates is proved only if the campaign counts both households and official sources told both
 * quotients, on which alone the scale depends; else an officer looks at them (M-F20). What an
 * officer typed is never: that one decides.
 */
@ApplicationScoped
class Proof {

  @Inject private DocumentRows documents;
  @Inject private NoticeReports notices;
  @Inject private SchoolingRows schools;

  boolean of(AidApplication application, Standing standing, Judgement judgement) {
    Optional<Judgement.InForce> scale = judgement.scale();
    boolean eats = judgement.asked(RuleCode.HALF_BOARD) || judgement.asked(RuleCode.MEALS);
    return scale.isPresent()
        && standing.established().isEmpty()
        && (!AnswersJson.read(application.submitted()).is("custody", "ALTERNATING")
            || bothByQuotient(scale.get().scale().questions(), standing, judgement))
        && areProved(scale.get().scale().questions(), application, standing)
        && (!eats || schools.saysHowItEats(application))
        && documents.areAllSafe(application.id());
  }

  private static boolean bothByQuotient(
      Set<Missing> asked, Standing standing, Judgement judgement) {
    return judgement.custody().filter(SharedCustody::counts).isPresent()
        && standing.secondQuotient().isPresent()
        && EnumSet.of(Missing.FAMILY_QUOTIENT, Missing.SCHOLARSHIP).containsAll(asked);
  }

  /** Notices are looked at only if nothing else is open: that costs most. */
  private boolean areProved(Set<Missing> asked, AidApplication application, Standing standing) {
    EnumSet<Missing> open = EnumSet.noneOf(Missing.class);
    open.addAll(asked);
    if (standing.quotient().counts().isPresent() && standing.quotient().contradicting().isEmpty()) {
      open.remove(Missing.FAMILY_QUOTIENT);
    }
    if (standing.scholarship().isPresent()) {
      open.remove(Missing.SCHOLARSHIP);
    }
    boolean onlyTax =
        open.stream().allMatch(what -> what == Missing.TAX_INCOME || what == Missing.TAX_SHARES);
    return open.isEmpty() || (onlyTax && byNotices(application).containsAll(open));
  }

  private Set<Missing> byNotices(AidApplication application) {
    Figures typed = application.figures();
    List<NoticeReport> good =
        notices
            .of(
                application,
                Optional.ofNullable(typed.referenceTaxIncome()),
                Optional.ofNullable(typed.taxShares()),
                true)
            .documents()
            .stream()
            .filter(report -> report.proof() && !report.usedElsewhere())
            .toList();
    EnumSet<Missing> proved = EnumSet.noneOf(Missing.class);
    if (!good.isEmpty()) {
      proved.add(Missing.TAX_INCOME);
    }
    if (good.stream().anyMatch(report -> same(report.figures().shares(), typed.taxShares()))) {
      proved.add(Missing.TAX_SHARES);
    }
    return proved;
  }

  private static boolean same(Optional<BigDecimal> read, @Nullable BigDecimal typed) {
    return typed != null && read.filter(value -> value.compareTo(typed) == 0).isPresent();
  }
}
