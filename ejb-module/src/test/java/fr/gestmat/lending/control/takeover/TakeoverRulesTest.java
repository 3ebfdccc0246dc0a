package fr.gestmat.lending.control.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.CheckDigit;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownDevice;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownPupil;
import fr.gestmat.lending.control.takeover.TakeoverMatch.Verdict;
import fr.gestmat.lending.control.takeover.TakeoverReader.Understood;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.reports.sheet.SheetRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a takeover understands of a row, and what becomes of it. */
class TakeoverRulesTest {

  private static final List<String> HEADINGS =
      List.of(
          "N° Étiquette",
          "N° de série",
          "Modèle",
          "UAI",
          "État",
          "INE",
          "Nom",
          "Prénom",
          "Date de naissance",
          "Date de prêt",
          "Date de retour prévue",
          "Couleur");
  private static final TagScheme SCHEME =
      new TagScheme(
          "TAB-",
          Optional.of(Pattern.compile("TAB-\\d{6}|GE-1")),
          Optional.empty(),
          CheckDigit.LUHN);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final KnownPupil LEA =
      new KnownPupil(1, "E1", "123456789AB", "le goff lea", day("2009-05-04"));
  private static final KnownPupil OTHER_LEA =
      new KnownPupil(2, "E2", "", "le goff lea", day("2009-05-04"));

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  private static Understood read(String... cells) {
    return new TakeoverReader(
            new Columns<>(SheetField.propose(TakeoverField.class, HEADINGS)), SCHEME, TODAY)
        .read(new SheetRow(7, List.of(cells), Optional.empty()));
  }

  private static TakeoverRow lent(String ine, String family, String given, String birth) {
    return read("GE-1", "S1", "ProBook", "0670001A", "", ine, family, given, birth, "", "", "")
        .row();
  }

  @Test
  void l102_headings_are_recognised_whatever_their_accents_and_unknown_ones_stay_aside() {
    assertThat(SheetField.propose(TakeoverField.class, HEADINGS))
        .hasSize(11)
        .containsEntry(TakeoverField.TAG, 0)
        .containsEntry(TakeoverField.SERIAL, 1)
        .containsEntry(TakeoverField.DUE_ON, 10);
  }

  @Test
  void a_row_is_understood_as_people_write_it() {
    Understood understood =
        read(
            " ge-1 ",
            "s1",
            "ProBook",
            "0670001a",
            "Prêté",
            "1234 56789ab",
            "Le Goff",
            "Léa",
            "04/05/2009",
            "5.9.2026",
            "2027-06-30T00:00:00",
            "bleu");
    assertThat(understood.wrong()).isEmpty();
    assertThat(understood.row().tag()).isEqualTo("GE-1");
    assertThat(understood.row().uai()).isEqualTo("0670001A");
    assertThat(understood.row().state()).isEqualTo(DeviceState.ON_LOAN);
    assertThat(understood.row().pupil().ine()).isEqualTo("123456789AB");
    assertThat(understood.row().lentOn()).contains(LocalDate.of(2026, 9, 5));
    assertThat(understood.row().dueOn()).contains(LocalDate.of(2027, 6, 30));
    assertThat(TakeoverRow.read(understood.row().toJson())).isEqualTo(understood.row());
  }

  @ParameterizedTest
  @CsvSource({
    "'',en stock,'','',TAG_MISSING",
    "TAB-000014,en stock,'','',TAG_WRONG",
    "3017620422003,en stock,'','',TAG_WRONG",
    "GE-1,flambant,'','',STATE_UNKNOWN",
    "GE-1,en stock,Le Goff,'',STATE_AND_PUPIL",
    "GE-1,'',Le Goff,31/02/2026,DATE_WRONG",
    "GE-1,'',Le Goff,24/11/2026,DATE_WRONG",
  })
  void what_is_wrong_with_a_row_is_said(
      String tag, String state, String family, String lentOn, TakeoverReason reason) {
    assertThat(read(tag, "", "ProBook", "", state, "", family, "Léa", "", lentOn, "", "").wrong())
        .contains(reason);
  }

  @Test
  void a_tag_that_a_desk_reads_is_kept_as_the_desk_reads_it() {
    String tag = CheckDigit.LUHN.complete("TAB-00001");
    Understood understood = read("]C1" + tag, "", "ProBook", "", "", "", "", "", "", "", "", "");
    assertThat(understood.wrong()).isEmpty();
    assertThat(understood.row().tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "123456789ab,'','','',NEW,''",
    "'',LE GOFF,léa,04/05/2009,NEW,''",
    "'',LE GOFF,léa,'',UNSETTLED,PUPIL_NAME_ONLY",
    "'',LE GOFF,léa,05/05/2009,UNSETTLED,PUPIL_UNKNOWN",
    "999999999ZZ,'','','',UNSETTLED,PUPIL_UNKNOWN",
  })
  void a_pupil_is_found_by_ine_or_by_names_with_the_day_of_birth_never_by_names_alone(
      String ine, String family, String given, String birth, String outcome, String reason) {
    Verdict verdict =
        TakeoverMatch.decide(lent(ine, family, given, birth), Optional.empty(), List.of(LEA));
    assertThat(verdict.outcome().name()).isEqualTo(outcome);
    assertThat(verdict.reason().map(Enum::name).orElse("")).isEqualTo(reason);
    assertThat(verdict.pupil().isPresent()).isEqualTo(outcome.equals("NEW"));
  }

  @Test
  void two_pupils_who_fit_wait_for_somebody() {
    Verdict verdict =
        TakeoverMatch.decide(
            lent("", "Le Goff", "Léa", "04/05/2009"),
            Optional.empty(),
            List.of(LEA, LEA, OTHER_LEA));
    assertThat(verdict.reason()).contains(TakeoverReason.PUPIL_SEVERAL);
  }

  @ParameterizedTest
  @CsvSource({
    "true,S1,ON_LOAN,1,KNOWN,''",
    "true,S1,ON_LOAN,2,REFUSED,DEVICE_ON_LOAN",
    "true,S1,IN_STOCK,0,NEW,''",
    "true,S1,TO_CHECK,0,REFUSED,DEVICE_NOT_IN_STOCK",
    "true,S9,ON_LOAN,1,REFUSED,DEVICE_DIFFERS",
    "false,S1,ON_LOAN,1,REFUSED,TAG_TAKEN",
  })
  void l102_a_known_device_is_changed_by_nothing_but_a_loan_that_was_missing(
      boolean visible, String serial, DeviceState state, long holder, String outcome, String why) {
    KnownDevice device =
        new KnownDevice(
            visible,
            serial,
            "probook",
            state,
            holder == 0 ? Optional.empty() : Optional.of(holder));
    Verdict verdict =
        TakeoverMatch.decide(
            lent("123456789AB", "", "", ""), Optional.of(device), List.of(LEA, OTHER_LEA));
    assertThat(verdict.outcome().name()).isEqualTo(outcome);
    assertThat(verdict.reason().map(Enum::name).orElse("")).isEqualTo(why);
  }
}
