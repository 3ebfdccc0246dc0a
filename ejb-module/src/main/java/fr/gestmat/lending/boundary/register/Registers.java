package fr.gestmat.lending.boundary.register;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.DeviceView;
import fr.gestmat.lending.control.desk.LoanView;
import fr.gestmat.lending.control.desk.PupilView;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.register.RegisterReader;
import fr.gestmat.lending.control.register.RegisterReader.Keyed;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Devices, loans and pupils for other systems, page by page. A school that the caller may not see
 * answers like one that does not exist: an empty result.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
public class Registers {

  private static final Role[] READERS = {Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER};

  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private RegisterReader reader;
  @Inject private Clock clock;

  /**
   * A page.
   *
   * @param <T> what a row shows
   * @param items its rows
   * @param next the key after which the next page goes on; empty at the end
   */
  public record Page<T>(List<T> items, Optional<String> next) {

    static <T> Page<T> of(List<Keyed<T>> rows, int size) {
      boolean more = rows.size() > size;
      List<Keyed<T>> shown = more ? rows.subList(0, size) : rows;
      return new Page<>(
          shown.stream().map(Keyed::view).toList(),
          more ? Optional.of(shown.get(size - 1).key()) : Optional.empty());
    }
  }

  /**
   * Devices by tag.
   *
   * @param school UAI to narrow to
   * @param text beginning of a tag or serial number, or names of who holds it; may be empty
   * @param after key of the last device of the page before; empty for the first page
   * @param size rows of a page, 1 to 200
   */
  public Optional<Page<DeviceView>> devices(
      Optional<String> school, Optional<DeviceState> state, String text, String after, int size) {
    Scope scope = caller.get().scope(READERS);
    AuthorityFacts facts = reference.fresh(scope.authorityId());
    DeviceFilter filter =
        new DeviceFilter(
            state.map(Set::of).orElse(Set.of()),
            Optional.empty(),
            school,
            Optional.empty(),
            false,
            Optional.empty(),
            text);
    return allowed(facts, scope, school)
        ? Optional.of(
            Page.of(reader.devices(facts, scope, filter, today(facts), after, size + 1), size))
        : Optional.empty();
  }

  /**
   * Loans, the latest first.
   *
   * @param overdue only what should have come back
   * @param before key of the last loan of the page before; {@code Long.MAX_VALUE} for the first
   * @param size rows of a page, 1 to 200
   */
  public Optional<Page<LoanView>> loans(
      Optional<String> school,
      Optional<LoanState> state,
      Optional<UUID> pupil,
      Optional<UUID> device,
      boolean overdue,
      long before,
      int size) {
    Scope scope = caller.get().scope(READERS);
    AuthorityFacts facts = reference.fresh(scope.authorityId());
    LoanFilter filter =
        new LoanFilter(
            overdue ? LoanFilter.Kind.LATE : LoanFilter.Kind.ALL,
            school,
            Optional.empty(),
            pupil,
            "");
    return allowed(facts, scope, school)
        ? Optional.of(
            Page.of(
                reader.loans(facts, scope, filter, state, device, today(facts), before, size + 1),
                size))
        : Optional.empty();
  }

  /**
   * Pupils who are there, in a stable order.
   *
   * @param after key of the last pupil of the page before; 0 for the first
   * @param size rows of a page, 1 to 200
   */
  public Optional<Page<PupilView>> pupils(
      Optional<String> school, Optional<String> schoolClass, long after, int size) {
    Scope scope = caller.get().scope(READERS);
    AuthorityFacts facts = reference.fresh(scope.authorityId());
    Optional<Long> schoolId = school.map(facts.schoolsByUai()::get).map(SchoolRef::id);
    return allowed(facts, scope, school)
        ? Optional.of(
            Page.of(reader.pupils(facts, scope, schoolId, schoolClass, after, size + 1), size))
        : Optional.empty();
  }

  private static boolean allowed(AuthorityFacts facts, Scope scope, Optional<String> school) {
    if (school.isEmpty()) {
      return !scope.isEmpty();
    }
    SchoolRef known = facts.schoolsByUai().get(school.get());
    return known != null && scope.covers(known.id());
  }

  private LocalDate today(AuthorityFacts facts) {
    return LocalDate.ofInstant(clock.instant(), facts.zone());
  }
}
