package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.query.LoanList;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at the loans that one may see. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class LoanBook {

  /** Loans on a page of the list. */
  public static final int PAGE = 50;

  /** Past loans that a pupil's page shows at most. */
  private static final int OF_PUPIL = 100;

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private LoanList list;

  /**
   * A page of loans.
   *
   * @param count how many the filter keeps, all pages together
   * @param loans those of this page, the latest first
   * @param next where the next page begins; absent at the end
   */
  public record Page(long count, List<LoanList.Line> loans, Optional<Long> next) {}

  /**
   * The loans that a filter keeps, 50 at a time.
   *
   * @param before key of the last loan of the page before; {@code Long.MAX_VALUE} for the first
   */
  public Page list(LoanFilter filter, long before) {
    Scope scope = caller.get().scope(Stock.READERS);
    LocalDate day = today.in(scope.authorityId());
    List<LoanList.Line> lines = list.page(scope, filter, day, before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<LoanList.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(
        list.count(scope, filter, day),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /**
   * A pupil's loans, running ones and past ones, the latest first, for the pupil's page. Empty for
   * a pupil that the caller may not see.
   */
  public List<LoanList.Line> ofPupil(UUID pupil) {
    Scope scope = caller.get().scope(Stock.READERS);
    return list.page(
        scope, LoanFilter.ofPupil(pupil), today.in(scope.authorityId()), Long.MAX_VALUE, OF_PUPIL);
  }
}
