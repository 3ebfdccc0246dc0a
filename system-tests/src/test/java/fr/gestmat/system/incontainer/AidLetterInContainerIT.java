package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.boundary.letter.AidLetters;
import fr.gestmat.mealaid.control.letter.LetterMaking;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The letter of a decision: made once, read on line, or printed and posted. */
class AidLetterInContainerIT extends AidDecidedTest {

  @Inject private FamilyAid overviews;
  @Inject private FamilyFile familyFiles;
  @Inject private LetterMaking making;

  @Test
  @DisplayName("M-A21, M-A22, M-A23 a letter that cannot be made undoes nothing, and comes once")
  void letterFails() throws Exception {
    town.run(
        "insert into aid_letter_text (id, public_id, campaign_id, kind, number, title, body,"
            + " signatory, footer, saved_at, saved_by, published_at, published_by) values"
            + " (next value for aid_letter_text_seq, uuid(), ?, 'GRANTED', 1, 'T', '{perdu}', '',"
            + " '', utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai')",
        town.campaign);
    File file = inReview("Awa");
    done(decide(file, GRANT));
    for (int i = 0; i < 100 && town.value(failure(), file.key()).equals("-"); i++) {
      letterJob.work();
      Thread.sleep(20);
    }
    assertThat(town.value(failure(), file.key())).contains("{perdu}");
    assertThat(town.state(file)).isEqualTo("GRANTED");
    assertThat(town.notices(file)).doesNotContain("AID_DECIDED");
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).letters().get(0).isFailing())
        .isTrue();
    town.run("update aid_letter_text set body = 'Texte' where campaign_id = ?", town.campaign);
    UUID letter = ada(() -> reviews.file(file.id()).orElseThrow()).letters().get(0).id();
    assertThat(ada(() -> letterBox.retry(file.id(), letter))).isTrue();
    letters(file);
    long key =
        Long.parseLong(
            town.value("select id from aid_letter where application_id = ?", file.key()));
    assertThat(making.make(key)).isFalse();
    assertThat(town.notices(file)).containsOnlyOnce("AID_DECIDED");
    assertThat(text(letter(file))).contains("Texte", "2,00");
  }

  private static String failure() {
    return "select coalesce(failure, '-') from aid_letter where application_id = ?";
  }

  @Test
  @DisplayName("M-I02 where a reading is asked for, the mail says nothing and the reading is dated")
  void readsOnLine() throws Exception {
    town.run("update aid_campaign set read_receipt = true where id = ?", town.campaign);
    File file = inReview("Awa");
    claim(file, "Awa");
    done(decide(file, REFUSE));
    letters(file);
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW", "AID_DECISION_TO_READ");
    FamilyFiles.View before =
        acting.as(town.family(), Role.GUARDIAN, () -> families.find(file.id()).orElseThrow());
    assertThat(before.toRead()).isTrue();
    assertThat(before.decision()).isEmpty();
    assertThat(before.letter()).isEmpty();
    assertThat(told(file)).containsExactly("-", "DECIDED");
    assertThat(acting.as(town.family(), Role.GUARDIAN, () -> families.letter(file.id()))).isEmpty();
    acting.as(town.family(), Role.GUARDIAN, () -> families.read(file.id()));
    FamilyFiles.View after =
        acting.as(town.family(), Role.GUARDIAN, () -> families.find(file.id()).orElseThrow());
    assertThat(after.decision()).isPresent();
    assertThat(told(file)).containsExactly("REFUSED", "REFUSE");
    assertThat(after.appealUntil()).isPresent();
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).reading()).isPresent();
    ReviewTown.Person stranger = town.person("Autre Parent", null);
    assertThat(
            acting.as(
                new Caller(
                    stranger.account(),
                    stranger.id(),
                    stranger.name(),
                    town.authority,
                    Set.of(),
                    null,
                    null),
                Role.GUARDIAN,
                () -> families.find(file.id())))
        .isEmpty();
  }

  /** The parent has said that the child is theirs, and the school too. */
  private void claim(File file, String given) throws Exception {
    String key = new Child(null, "DIALLO", given, LocalDate.of(2014, 3, 2), town.here).key();
    town.run("update aid_application set child_key = ? where id = ?", key, file.key());
    town.run(
        "insert into aid_child_claim (id, public_id, authority_id, account_id, family_name,"
            + " given_name, birth_date, child_key, school_id, confirmed_at, confirmed_by,"
            + " created_at) values (next value for aid_child_claim_seq, uuid(), ?, ?, 'DIALLO', ?,"
            + " '2014-03-02', ?, ?, utc_timestamp(6), 'Essai', utc_timestamp(6))",
        town.authority,
        town.family().accountId(),
        given,
        key,
        town.here);
  }

  /** What the overview of the family and the history of its application say of how it went. */
  private List<String> told(File file) throws Exception {
    return acting.as(
        town.family(),
        Role.GUARDIAN,
        () ->
            List.of(
                overviews.overview().campaigns().stream()
                    .flatMap(seen -> seen.lines().stream())
                    .filter(line -> line.application().equals(Optional.of(file.id())))
                    .map(line -> line.state().map(Enum::name).orElse("-"))
                    .findFirst()
                    .orElseThrow(),
                familyFiles.find(file.id()).orElseThrow().history().get(0).event()));
  }

  @Test
  void who_has_no_address_is_on_the_list_of_letters_to_post() throws Exception {
    File file = inReview("Awa");
    town.run("update aid_application set applicant_email = null where id = ?", file.key());
    done(decide(file, GRANT));
    letters(file);
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW");
    UUID letter = ada(() -> letterBox.onPaper()).get(0).letter();
    File other = inReview("Sami");
    town.run("update aid_application set applicant_email = null where id = ?", other.key());
    done(decide(other, GRANT));
    letters(other);
    AidLetters.Bundle bundle =
        ada(
            () ->
                letterBox
                    .bundle(letterBox.onPaper().stream().map(one -> one.letter()).toList())
                    .orElseThrow());
    assertThat(bundle.letters()).isEqualTo(2);
    assertThat(new String(bundle.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(
            town.value(
                "select count(*) from journal_entry where authority_id = ? and action ="
                    + " 'AID_LETTER_READ'",
                town.authority))
        .as("each letter is journaled as read")
        .isEqualTo("2");
    assertThat(ada(() -> letterBox.bundle(List.of(UUID.randomUUID())))).isEmpty();
    UUID second = ada(() -> letterBox.onPaper()).get(1).letter();
    assertThat(ada(() -> letterBox.posted(second))).isTrue();
    assertThat(ada(() -> letterBox.posted(letter))).isTrue();
    assertThat(ada(() -> letterBox.posted(letter))).isFalse();
    assertThat(ada(() -> letterBox.onPaper())).isEmpty();
  }
}
