package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.lending.boundary.stock.LoanBook;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.query.LoanList;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import does to the loans of pupils who leave, move and come back. */
class DirectoryLoansInContainerIT extends DirectoryImportTest {

  @Inject private LoanBook loans;

  private long pupil;

  @BeforeEach
  void aPupilOfSchoolAHoldsALaptop() throws Exception {
    load(twoSchools());
    pupil =
        territory.number(
            "select id from pupil where authority_id = ? and external_id = '1'", authority);
    lend(pupil);
  }

  @Test
  void l094_aPupilWithADeviceOutIsNeverDeletedAndLeavingKeepsTheLoanAndFlagsIt() throws Exception {
    apply(twoSchools(1), Set.of());

    assertThat(loan()).containsExactly("OPEN to return");
    assertThat(journal("TO_RETURN")).isEqualTo(1);
    assertThat(toReturn()).extracting(LoanList.Line::assetTag).containsExactly("L" + authority);
    assertThat(territory.rows("select state from device where authority_id = ?", authority))
        .containsExactly("ON_LOAN");
    assertThatThrownBy(() -> territory.run("delete from pupil where id = ?", pupil))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("foreign key");

    apply(twoSchools(1), Set.of());
    assertThat(journal("TO_RETURN")).as("said once").isEqualTo(1);
  }

  @Test
  void whoComesBackKeepsTheDevice() throws Exception {
    apply(twoSchools(1), Set.of());
    apply(twoSchools(), Set.of());

    assertThat(loan()).containsExactly("OPEN -");
    assertThat(journal("MAY_STAY")).isEqualTo(1);
    assertThat(toReturn()).isEmpty();
  }

  @Test
  void theLoanFollowsWhoMovesUnlessPolicySaysOtherwise() throws Exception {
    apply(twoSchools(1).pupil(1, "PUPIL1", "Zoé", 8), Set.of());

    assertThat(loan()).containsExactly("OPEN -");
  }

  @Test
  void whereLoansDoNotFollowWhoMovesGivesTheDeviceBackAndMayStayOnReturn() throws Exception {
    territory.run(
        "insert into lending_policy (id, authority_id, starts_on, loan_follows_pupil) values"
            + " (nextval(lending_policy_seq), ?, '2020-01-01', false)",
        authority);

    apply(twoSchools(1).pupil(1, "PUPIL1", "Zoé", 8), Set.of());
    assertThat(loan()).containsExactly("OPEN to return");

    apply(twoSchools(), Set.of(B));
    assertThat(loan()).containsExactly("OPEN -");
  }

  private void apply(AafSet set, Set<String> leaving) throws Exception {
    UUID id = handIn(set, true);
    await(id, ImportState.READY);
    confirm(id, Set.of(), leaving);
    await(id, ImportState.DONE);
  }

  private List<String> loan() throws Exception {
    return territory.rows(
        "select concat_ws(' ', state, if(to_return_since is null, '-', 'to return')) from loan"
            + " where pupil_id = ?",
        pupil);
  }

  private List<LoanList.Line> toReturn() throws Exception {
    LoanFilter filter =
        new LoanFilter(
            LoanFilter.Kind.TO_RETURN, Optional.empty(), Optional.empty(), Optional.empty(), "");
    return acting
        .as(
            Territory.on(authority, Role.REGION_MANAGER),
            Role.REGION_MANAGER,
            () -> loans.list(filter, Long.MAX_VALUE))
        .loans();
  }

  private void lend(long to) throws SQLException {
    long model = territory.number("select nextval(device_model_seq)");
    territory.run(
        "insert into device_model (id, public_id, authority_id, name) values (?, uuid(), ?, 'P')",
        model,
        authority);
    long school = territory.number("select school_id from pupil where id = ?", to);
    long device = territory.number("select nextval(device_seq)");
    territory.run(
        "insert into device (id, public_id, authority_id, model_id, asset_tag, state,"
            + " home_school_id, place_school_id, created_at) values (?, uuid(), ?, ?, ?,"
            + " 'IN_STOCK', ?, ?, utc_timestamp(6))",
        device,
        authority,
        model,
        "L" + authority,
        school,
        school);
    long loan = territory.number("select nextval(loan_seq)");
    territory.run(
        "insert into loan (id, public_id, authority_id, device_id, pupil_id, school_id, category,"
            + " state, checked_out_at, checked_out_by) values (?, uuid(), ?, ?, ?, ?, 'LAPTOP',"
            + " 'OPEN', '2026-09-05 08:00:00', 'Essai')",
        loan,
        authority,
        device,
        to,
        school);
    territory.run(
        "update device set state = 'ON_LOAN', open_loan_id = ? where id = ?", loan, device);
  }
}
