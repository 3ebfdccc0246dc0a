package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.access.Answer;
import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.mealaid.boundary.source.OwnFigures;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.AutomaticDecisions;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.letter.LetterKind;
import fr.gestmat.mealaid.control.letter.LetterPaper;
import fr.gestmat.mealaid.control.person.AidPerson;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.source.EstablishedRule.Typed;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.letter.OfficialLetter;
import fr.gestmat.system.incontainer.ReviewTown.File;
import fr.gestmat.system.incontainer.ReviewTown.Person;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** M-F20: a child who lives with both parents in turn, by the campaign's rule. */
class AidTwoHouseholdsInContainerIT extends AidReviewTest {

  private static final String SECOND = "SECOND_FAMILY_QUOTIENT";

  @Inject private AutomaticDecisions automatic;
  @Inject private OwnFigures figures;
  @Inject private AidPerson archive;
  @Inject private LetterPaper paper;
  @Inject private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  private void rule(TwoHouseholds rule) throws Exception {
    town.run("update aid_campaign set two_households = ? where id = ?", rule.name(), town.campaign);
  }

  /** Of a quotient of 400, which the scale gives 2 euros for a meal. */
  private File alternating(String child) throws Exception {
    File file = town.submitted(child);
    town.run(
        "update aid_application set submitted = ? where id = ?",
        "{\"household\":{},\"child\":{\"custody\":\"ALTERNATING\"}}",
        file.key());
    return file;
  }

  private void part(File file, String quotient) throws Exception {
    town.run(
        "insert into aid_contributor (id, application_id, kind, name, answers, submitted_at,"
            + " created_at) values (next value for aid_contributor_seq, ?, 'SEPARATED', 'Paul"
            + " Diallo', ?, utc_timestamp(6), utc_timestamp(6))",
        file.key(),
        "{\"household\":{\"familyQuotient\":\"" + quotient + "\"},\"child\":{}}");
  }

  private Assessed assessed(File file) throws Exception {
    return ada(() -> reviews.file(file.id()).orElseThrow().assessed());
  }

  @Test
  void the_campaign_says_how_the_second_household_counts() throws Exception {
    File file = alternating("Awa");
    part(file, "1500");
    assertThat(assessed(file).gift().orElseThrow().value()).isEqualByComparingTo("2.00");
    assertThat(assessed(file).shares()).isEmpty();
    rule(TwoHouseholds.HALF_EACH);
    assertThat(assessed(file).gift().orElseThrow().value()).isEqualByComparingTo("1.00");
    rule(TwoHouseholds.LOWER);
    assertThat(assessed(file).gift().orElseThrow().value()).isZero();
    assertThat(assessed(file).failed())
        .extracting(Assessed.RuleLine::reason)
        .as("nobody is told whose income it is")
        .containsExactly("HOUSEHOLDS_ABOVE_SCALE");
    File one = town.submitted("Binta");
    assertThat(assessed(one).shares()).as("a child of one household").isEmpty();
  }

  @Test
  @DisplayName("M-F31 both households are kept with the decision, which is computed again")
  void both_are_kept() throws Exception {
    rule(TwoHouseholds.HALF_EACH);
    File file = alternating("Awa");
    part(file, "1500");
    done(decide(file, GRANT));
    String inputs =
        town.value("select inputs from aid_decision where application_id = ?", file.key());
    Household applicant = HouseholdInputs.read(inputs);
    SharedCustody custody = HouseholdInputs.custody(inputs).orElseThrow();
    assertThat(applicant.familyQuotient().orElseThrow()).isEqualByComparingTo("400");
    assertThat(custody.second().orElseThrow().familyQuotient().orElseThrow())
        .isEqualByComparingTo("1500");
    assertThat(town.value("select amount from aid_decision where application_id = ?", file.key()))
        .isEqualTo("1.00");
  }

  @Test
  void without_the_other_part_an_officer_asks_or_says_why_not() throws Exception {
    rule(TwoHouseholds.HALF_EACH);
    File file = alternating("Awa");
    assertThat(assessed(file).missing()).containsExactly("SECOND_HOUSEHOLD");
    assertThat(codes(decide(file, GRANT))).containsExactly("secondHouseholdMissing");
    done(decide(file, DecisionOrder.grant("", Map.of("SECOND_HOUSEHOLD", "Père injoignable"))));
    assertThat(
            town.value(
                "select concat(amount, ' ', json_value(inputs, '$.custody.alone')) from"
                    + " aid_decision where application_id = ?",
                file.key()))
        .isEqualTo("2.00 Père injoignable");
  }

  private Answer<?> establish(File file, String figure, String value) throws Exception {
    YearMonth month = YearMonth.now(ZoneId.of("Europe/Paris"));
    int version = town.version(file);
    return ada(
        () ->
            figures
                .establish(
                    file.id(), version, new Typed(figure, value, month.toString(), "DESK", "Vu"))
                .orElseThrow());
  }

  @Test
  @DisplayName("M-F21 an officer establishes what the other parent did not give")
  void established() throws Exception {
    File file = alternating("Awa");
    assertThat(codes(establish(file, SECOND, "1500")))
        .as("the campaign counts the applicant's household alone")
        .containsExactly("figureNotAsked");
    rule(TwoHouseholds.HALF_EACH);
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow().askedFigures()))
        .extracting(HouseholdFigure::code)
        .containsExactly("FAMILY_QUOTIENT", SECOND);
    done(establish(file, SECOND, "1500"));
    done(establish(file, SECOND, "1600"));
    assertThat(assessed(file).missing()).isEmpty();
    assertThat(assessed(file).gift().orElseThrow().value()).isEqualByComparingTo("1.00");
    assertThat(
            town.column(
                "select concat_ws(' ', json_value(detail, '$.figure'), json_value(detail,"
                    + " '$.before'), json_value(detail, '$.after')) from journal_entry where"
                    + " subject_id = ? and action = 'AID_FIGURE_ESTABLISHED' order by id",
                file.key()))
        .containsExactly(SECOND + " 1500", SECOND + " 1500 1600");

    done(decide(file, GRANT));
    assertThat(
            town.value(
                "select concat_ws(' ', amount, json_value(inputs, '$.familyQuotient'),"
                    + " json_value(inputs, '$.custody.second.familyQuotient'), json_value(inputs,"
                    + " '$.custody.established[0].by')) from aid_decision where application_id = ?",
                file.key()))
        .isEqualTo("1.00 400.00 1600.00 Ada Martin");

    File given = alternating("Binta");
    part(given, "300");
    done(establish(given, "FAMILY_QUOTIENT", "500"));
    done(establish(given, SECOND, "1500"));
    assertThat(assessed(given).gift().orElseThrow().value())
        .as("before what the other parent typed, and beside the applicant's")
        .isEqualByComparingTo("1.00");
    int version = town.version(given);
    done(
        ada(
            () ->
                figures
                    .takeBack(
                        given.id(), version, new HouseholdFigure(true, Missing.FAMILY_QUOTIENT))
                    .orElseThrow()));
    assertThat(assessed(given).gift().orElseThrow().value()).isEqualByComparingTo("2.00");
    assertThat(
            town.column(
                "select concat(second_household, ' ', value) from aid_established where"
                    + " standing_application_id = ?",
                given.key()))
        .containsExactly("0 500.00");
  }

  @Test
  @DisplayName("M-H01 what is kept of the other household reaches no letter nor the own archive")
  void the_applicant_reads_nothing_of_the_other_household() throws Exception {
    rule(TwoHouseholds.HALF_EACH);
    File file = alternating("Awa");
    part(file, "1300.77");
    Person paul = town.person("Paul Diallo", null);
    town.run(
        "update aid_contributor set account_id = ? where application_id = ?",
        paul.account(),
        file.key());
    done(establish(file, "FAMILY_QUOTIENT", "412.37"));
    done(establish(file, SECOND, "1517.41"));
    done(decide(file, GRANT));
    String archived = archive(town.parent);
    assertThat(archived).contains("Awa", "HALF_EACH", "\"valeur\":412.37");
    assertThat(archived).doesNotContain("1517.41", "1300.77", "Paul");
    assertThat(archive(paul)).contains("1300.77", "\"valeur\":1517.41");
    assertThat(archive(paul)).doesNotContain("412.37", "Awa");
    OfficialLetter letter = letter(file);
    assertThat(letter.facts())
        .extracting(Fact::label, Fact::value)
        .contains(
            tuple(
                "Garde alternée",
                "l'enfant vit chez ses deux parents : la moitié de l'aide de chaque foyer"));
    assertThat(letter.toString()).doesNotContain("1517.41", "1300.77", "Paul");

    File alone = alternating("Binta");
    done(decide(alone, DecisionOrder.grant("", Map.of("SECOND_HOUSEHOLD", "Père injoignable"))));
    assertThat(letter(alone).toString()).doesNotContain("Garde alternée", "injoignable");
  }

  private String archive(Person person) {
    return archive
        .about(
            new PersonalData.Person(town.authority, Set.of(person.account()), Set.of(), Set.of()))
        .toString();
  }

  private OfficialLetter letter(File file) throws Exception {
    transaction.begin();
    try {
      AidDecision decision =
          entities
              .createQuery(
                  "select d from AidDecision d where d.applicationId = :id", AidDecision.class)
              .setParameter("id", file.key())
              .getSingleResult();
      AidApplication about = entities.find(AidApplication.class, file.key());
      return paper.write(LetterKind.GRANTED, about, decision).letter();
    } finally {
      transaction.rollback();
    }
  }

  @Test
  @DisplayName("M-A14 decided by itself only if official sources told both quotients")
  void automatic() throws Exception {
    town.run("update aid_campaign set automatic_decision = true where id = ?", town.campaign);
    File alone = alternating("Awa");
    town.answered(alone, "400.00");
    second(alone, "1500.00");
    automatic.work();
    assertThat(town.state(alone)).as("the second household does not count").isEqualTo("SUBMITTED");
    rule(TwoHouseholds.HALF_EACH);
    File typed = alternating("Binta");
    town.answered(typed, "400.00");
    part(typed, "1500");
    File both = alternating("Coumba");
    town.answered(both, "400.00");
    part(both, "1");
    second(both, "1500.00");
    automatic.work();
    assertThat(town.state(typed)).as("only the other parent says it").isEqualTo("SUBMITTED");
    assertThat(town.state(both)).isEqualTo("GRANTED");
    assertThat(town.value("select amount from aid_decision where application_id = ?", both.key()))
        .as("the source counts before what was typed")
        .isEqualTo("1.00");
  }

  private void second(File file, String quotient) throws Exception {
    town.run(
        "insert into source_call (id, public_id, authority_id, application_id, kind, subject,"
            + " subject_name, question, state, requested_at, requester_name, purpose, quotient)"
            + " values (?, uuid(), ?, ?, 'FAMILY_QUOTIENT', 'SECOND_HOUSEHOLD', 'Paul Diallo',"
            + " '{}', 'ANSWERED', utc_timestamp(6), 'Essai', 'SUBMIT', ?)",
        town.next("source_call"),
        town.authority,
        file.key(),
        quotient);
  }
}
