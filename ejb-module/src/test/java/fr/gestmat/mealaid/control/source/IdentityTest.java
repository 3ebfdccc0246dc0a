package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.HolderIdentity.BirthDay;
import fr.gestmat.mealaid.control.source.HolderIdentity.Gap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final BirthDay BORN = BirthDay.of(LocalDate.of(1985, 2, 3));

  private static HolderIdentity holder(BirthDay born, BirthPlace place) {
    return new HolderIdentity(
        "Vidal", Optional.empty(), List.of("Odile", "Marie-Ève"), born, Sex.F, place);
  }

  @Test
  @DisplayName("M-N08: the parameters are those of the source's own examples")
  void parameters() {
    assertThat(holder(BORN, BirthPlace.commune("57463")).query(Optional.of(YearMonth.of(2026, 5))))
        .isEqualTo(
            "nomNaissance=Vidal&prenoms%5B%5D=Odile&prenoms%5B%5D=Marie-%C3%88ve"
                + "&anneeDateNaissance=1985&moisDateNaissance=2&jourDateNaissance=3"
                + "&sexeEtatCivil=F&codeCogInseePaysNaissance=99100"
                + "&codeCogInseeCommuneNaissance=57463&annee=2026&mois=5");
    assertThat(holder(BORN, BirthPlace.named("Aubreville", "55")).query(Optional.empty()))
        .endsWith("&nomCommuneNaissance=Aubreville&codeCogInseeDepartementNaissance=55");
    assertThat(holder(BORN, BirthPlace.abroad("99350")).query(Optional.empty()))
        .endsWith("&codeCogInseePaysNaissance=99350");
    assertThat(
            new PupilIdentity("Vidal", List.of("Marius"), LocalDate.of(2013, 4, 5), Sex.M)
                .query("0990421T", 2026))
        .isEqualTo(
            "nomNaissance=Vidal&prenoms%5B%5D=Marius&sexeEtatCivil=M&anneeDateNaissance=2013"
                + "&moisDateNaissance=4&jourDateNaissance=5&codeEtablissement=0990421T"
                + "&anneeScolaire=2026");
  }

  @Test
  @DisplayName("M-N08: birth places by code, by name with the département, abroad")
  void places() {
    BirthDay unknownDay = new BirthDay(Optional.of(1985), Optional.of(2), Optional.empty());
    assertThat(holder(BORN, BirthPlace.commune("57463")).gaps()).isEmpty();
    assertThat(holder(BORN, BirthPlace.commune("2A004")).gaps()).isEmpty();
    assertThat(holder(BORN, BirthPlace.commune("Metz")).gaps()).containsExactly(Gap.COMMUNE);
    assertThat(holder(BORN, BirthPlace.named("Metz", "57")).gaps()).isEmpty();
    assertThat(holder(unknownDay, BirthPlace.named("Metz", "57")).gaps())
        .containsExactly(Gap.COMMUNE);
    assertThat(holder(unknownDay, BirthPlace.commune("57463")).gaps()).isEmpty();
    assertThat(holder(BORN, BirthPlace.abroad("99350")).gaps()).isEmpty();
    assertThat(holder(BORN, BirthPlace.abroad("350")).gaps()).containsExactly(Gap.COUNTRY);
  }

  @ParameterizedTest
  @CsvSource({"1985, 2, 30", "1985, 13, 1", "1885, 1, 1", "1985, 1, 32", "2025, 2, 29"})
  void a_date_that_no_calendar_knows(int year, int month, int day) {
    BirthDay born = new BirthDay(Optional.of(year), Optional.of(month), Optional.of(day));
    assertThat(holder(born, BirthPlace.commune("57463")).gaps()).contains(Gap.BIRTH_DATE);
  }

  @Test
  @DisplayName("M-N08: one given name is enough, none is not, nor is a name in use alone")
  void names() {
    HolderIdentity nameless =
        new HolderIdentity(
            " ", Optional.of("Brun"), List.of(), BORN, Sex.M, BirthPlace.commune("57463"));
    assertThat(nameless.gaps()).containsExactly(Gap.BIRTH_NAME, Gap.GIVEN_NAMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"73282932000074", "35600000000048", "13002526500013"})
  void a_siret(String text) {
    assertThat(Siret.isRight(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "73282932000075", "7328293200007", "00000000000000", "1300252650001A"})
  void no_siret(String text) {
    assertThat(Siret.isRight(text)).isFalse();
  }
}
