package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.delivery.Deliveries;
import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.boundary.stock.LoanBook;
import fr.gestmat.lending.boundary.stock.ModelForm;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.boundary.stock.StockExport;
import fr.gestmat.lending.boundary.stock.StockExport.Ordered;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.export.ExportFormat;
import fr.gestmat.lending.control.export.ExportOrder;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.DeviceList;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.ExpectedAccessory;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, pages, declarations and exports of the stock on the real database. */
class StockInContainerIT extends InContainerTest {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Acting acting;
  @Inject private Stock stock;
  @Inject private Deliveries deliveries;
  @Inject private LoanBook loans;
  @Inject private Catalogue catalogue;
  @Inject private Declarations declarations;
  @Inject private StockExport export;
  @Inject private Downloads downloads;

  private long authority;
  private long schoolA;
  private long schoolB;

  @BeforeEach
  void findSchools() throws SQLException {
    authority = number("select min(id) from local_authority");
    schoolA = number("select min(id) from school where authority_id = " + authority);
    schoolB =
        number(
            "select min(id) from school where authority_id = "
                + authority
                + " and id > "
                + schoolA);
  }

  @Test
  void pagesByKeyMeetEveryDeviceOnce() throws Exception {
    List<String> met = new ArrayList<>();
    Optional<String> after = Optional.of("");
    long count = 0;
    while (after.isPresent()) {
      String from = after.get();
      Stock.Page page = asRegion(() -> stock.list(DeviceFilter.ALL, from));
      page.devices().forEach(d -> met.add(d.assetTag()));
      count = page.count();
      after = page.next();
    }

    assertThat(met).isSorted().doesNotHaveDuplicates().hasSize((int) count);
    assertThat(count)
        .isEqualTo(number("select count(*) from device where authority_id = " + authority));
  }

  @Test
  void filtersKeepWhatTheySay() throws Exception {
    Stock.Page lent = asRegion(() -> stock.list(only(DeviceState.ON_LOAN), ""));
    DeviceList.Line first = lent.devices().get(0);
    String family = first.holder().orElseThrow().name().split(" ", -1)[0];

    assertThat(lent.devices()).allMatch(d -> d.state() == DeviceState.ON_LOAN);
    assertThat(asRegion(() -> stock.list(searching(first.assetTag()), "")).devices())
        .extracting(DeviceList.Line::assetTag)
        .containsExactly(first.assetTag());
    assertThat(asRegion(() -> stock.list(searching(first.serial().orElseThrow()), "")).devices())
        .extracting(DeviceList.Line::assetTag)
        .contains(first.assetTag());
    assertThat(asRegion(() -> stock.list(searching(family), "")).devices())
        .extracting(DeviceList.Line::assetTag)
        .contains(first.assetTag());
  }

  @Test
  void lateDevicesAreThoseWhoseLoanIsLate() throws Exception {
    DeviceFilter late =
        new DeviceFilter(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            "");

    assertThat(asRegion(() -> stock.list(late, "")).devices())
        .isNotEmpty()
        .allMatch(d -> d.holder().orElseThrow().late());
  }

  @Test
  void l043_anAgentSeesNothingOfAnotherSchool() throws Exception {
    UUID elsewhere =
        id(
            "select public_id from device where home_school_id = "
                + schoolB
                + " and place_school_id = "
                + schoolB
                + " and state = 'IN_STOCK' limit 1");
    UUID pupilElsewhere =
        id(
            "select p.public_id from loan l join pupil p on p.id = l.pupil_id"
                + " where l.school_id = "
                + schoolB
                + " and p.school_id = "
                + schoolB
                + " limit 1");

    assertThat(asAgent(() -> stock.find(elsewhere, Long.MAX_VALUE))).isEmpty();
    assertThat(asAgent(() -> stock.find(UUID.randomUUID(), Long.MAX_VALUE))).isEmpty();
    assertThat(asAgent(() -> loans.ofPupil(pupilElsewhere))).isEmpty();
    assertThat(asRegion(() -> loans.ofPupil(pupilElsewhere))).isNotEmpty();
    assertThat(asAgent(() -> stock.list(DeviceFilter.ALL, "")).count())
        .isEqualTo(
            number(
                "select count(*) from device where "
                    + schoolA
                    + " in (home_school_id, place_school_id, coalesce(transit_to_school_id, 0))"));
    assertThat(asManager(() -> declarations.declare(elsewhere, 0, Optional.empty(), lost())))
        .isEmpty();
  }

  @Test
  void l043_anExportOfAnotherPersonLooksLikeNone() throws Exception {
    Ordered made =
        asAgent(() -> export.order(new ExportOrder.Devices(DeviceFilter.ALL, ExportFormat.XLSX)));
    UUID file = ((Ordered.Ready) made).file();

    assertThat(asAgent(() -> downloads.open(file))).isPresent();
    assertThat(acting.as(region(), Role.REGION_MANAGER, () -> downloads.open(file))).isEmpty();
    Caller movedAway = agent(schoolB);
    assertThat(acting.as(movedAway, Role.LOAN_AGENT, () -> downloads.open(file))).isEmpty();
  }

  @Test
  void aDeclaredTheftEndsTheLoanAndCanBeTakenBack() throws Exception {
    Stock.Card before = lentInSchoolA();
    UUID id = before.facts().id();
    Wish stolen =
        new Wish(
            Declaration.STOLEN,
            "",
            "2026/01234",
            Optional.of(LocalDate.of(2026, 11, 20)),
            Optional.empty(),
            false);

    Answer<DeviceState> done =
        asManager(
                () -> declarations.declare(id, before.facts().version(), Optional.empty(), stolen))
            .orElseThrow();
    Stock.Card after = asManager(() -> stock.find(id, Long.MAX_VALUE)).orElseThrow();

    assertThat(done).isEqualTo(new Answer.Done<>(DeviceState.STOLEN));
    assertThat(after.facts().loan()).isEmpty();
    assertThat(after.facts().policeReport()).contains("2026/01234");
    assertThat(after.history().get(0).action()).isEqualTo("DECLARED_STOLEN");
    assertThat(after.mayUndo()).isTrue();

    asManager(() -> declarations.undo(id, after.facts().version()));
    Stock.Card undone = asManager(() -> stock.find(id, Long.MAX_VALUE)).orElseThrow();
    assertThat(undone.facts().state()).isEqualTo(DeviceState.ON_LOAN);
    assertThat(undone.facts().loan()).isEqualTo(before.facts().loan());
    assertThat(undone.facts().policeReport()).isEmpty();
    assertThat(undone.mayUndo()).isFalse();
  }

  @Test
  void whoComesSecondIsToldWhoWasFaster() throws Exception {
    Stock.Card card = lentInSchoolA();
    UUID id = card.facts().id();
    int version = card.facts().version();
    asManager(() -> declarations.declare(id, version, Optional.empty(), lost()));

    Answer<DeviceState> second =
        asManager(() -> declarations.declare(id, version, Optional.empty(), lost())).orElseThrow();

    assertThat(second)
        .isInstanceOfSatisfying(
            Answer.Stale.class, stale -> assertThat(stale.by()).contains(manager().name()));
  }

  @Test
  void modelsKeepTheirAccessoriesAndRefuseAnotherOfTheSameName() throws Exception {
    String name = "Modèle " + UUID.randomUUID();
    ModelForm form =
        new ModelForm(
            name,
            Optional.of("Fabricant"),
            "LAPTOP",
            true,
            List.of(new ExpectedAccessory("Chargeur", 1), new ExpectedAccessory("Câble", 2)));
    UUID id = done(asRegion(() -> catalogue.create(form)).orElseThrow());
    ModelForm fewer =
        new ModelForm(
            name, Optional.empty(), "TABLET", true, List.of(new ExpectedAccessory("cable", 3)));

    assertThat(asRegion(() -> catalogue.create(form)).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    Catalogue.ModelCard card = asRegion(() -> catalogue.find(id)).orElseThrow();
    assertThat(card.form()).isEqualTo(form);
    done(asRegion(() -> catalogue.edit(id, card.version(), fewer)).orElseThrow());
    assertThat(asRegion(() -> catalogue.find(id)).orElseThrow().form().accessories())
        .containsExactly(new ExpectedAccessory("Câble", 3));
    assertThat(asRegion(() -> catalogue.edit(id, card.version(), form)).orElseThrow())
        .isInstanceOf(Answer.Stale.class);
  }

  @Test
  void loansPageByKeyAndFilter() throws Exception {
    LoanBook.Page running = asAgent(() -> loans.list(LoanFilter.RUNNING, Long.MAX_VALUE));
    LoanBook.Page late =
        asRegion(
            () ->
                loans.list(
                    new LoanFilter(
                        LoanFilter.Kind.LATE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""),
                    Long.MAX_VALUE));

    assertThat(running.loans()).isNotEmpty();
    assertThat(late.loans()).isNotEmpty().allMatch(l -> l.late());
    assertThat(running.next()).isPresent();
    LoanBook.Page next =
        asAgent(() -> loans.list(LoanFilter.RUNNING, running.next().orElseThrow()));
    assertThat(next.loans()).doesNotContainAnyElementsOf(running.loans());
  }

  @Test
  void listsAndPagesCostAFixedNumberOfStatements() throws Exception {
    UUID lent = lentInSchoolA().facts().id();

    assertThat(
            StatementCount.selects(
                database, () -> asRegion(() -> stock.list(DeviceFilter.ALL, ""))))
        .isLessThanOrEqualTo(3);
    assertThat(
            StatementCount.selects(
                database, () -> asRegion(() -> loans.list(LoanFilter.RUNNING, Long.MAX_VALUE))))
        .isLessThanOrEqualTo(3);
    assertThat(
            StatementCount.selects(
                database, () -> asRegion(() -> stock.find(lent, Long.MAX_VALUE))))
        .isLessThanOrEqualTo(4);
    assertThat(
            StatementCount.selects(database, () -> asRegion(() -> deliveries.list(Long.MAX_VALUE))))
        .isLessThanOrEqualTo(1);
  }

  private Stock.Card lentInSchoolA() throws Exception {
    UUID id =
        id(
            "select d.public_id from device d join loan l on l.id = d.open_loan_id"
                + " where d.state = 'ON_LOAN' and l.school_id = "
                + schoolA
                + " and d.place_school_id = "
                + schoolA
                + " and d.home_school_id = "
                + schoolA
                + " order by rand() limit 1");
    return asManager(() -> stock.find(id, Long.MAX_VALUE)).orElseThrow();
  }

  private static Wish lost() {
    return new Wish(
        Declaration.LOST, "Perdu dans le bus", "", Optional.empty(), Optional.empty(), false);
  }

  private static DeviceFilter only(DeviceState state) {
    return new DeviceFilter(
        Set.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        "");
  }

  private static DeviceFilter searching(String text) {
    return new DeviceFilter(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        text);
  }

  private static UUID done(Answer<UUID> answer) {
    return ((Answer.Done<UUID>) answer).value();
  }

  private <T> T asRegion(Callable<T> work) throws Exception {
    return acting.as(region(), Role.REGION_MANAGER, work);
  }

  private <T> T asManager(Callable<T> work) throws Exception {
    return acting.as(manager(), Role.LOAN_MANAGER, work);
  }

  private <T> T asAgent(Callable<T> work) throws Exception {
    return acting.as(agent(schoolA), Role.LOAN_AGENT, work);
  }

  private Caller region() {
    return caller(1, "Région", new HeldRole(Role.REGION_MANAGER, null));
  }

  private Caller manager() {
    return caller(2, "Gestionnaire", new HeldRole(Role.LOAN_MANAGER, schoolA));
  }

  private Caller agent(long school) {
    return caller(3, "Agent", new HeldRole(Role.LOAN_AGENT, school));
  }

  private Caller caller(long account, String name, HeldRole role) {
    return new Caller(account, new UUID(0, account), name, authority, Set.of(role), null, null);
  }

  private UUID id(String sql) throws SQLException {
    return UUID.fromString(text(sql));
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }
}
