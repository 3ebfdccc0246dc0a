package fr.gestmat.mealaid.control.source;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parent as the CAF or the MSA knows them. Only who holds the account is found, by the name at
 * birth: the name in use mostly finds nobody. One given name is enough, several tell namesakes
 * apart (M-N08).
 *
 * @param birthName family name at birth
 * @param usualName family name in use, if it is another one
 * @param givenNames at least one, in the order of the civil register
 * @param birth when
 * @param sex of the civil register
 * @param place where born
 */
public record HolderIdentity(
    String birthName,
    Optional<String> usualName,
    List<String> givenNames,
    BirthDay birth,
    Sex sex,
    BirthPlace place) {

  private static final int LONGEST_NAME = 120;
  private static final int MOST_NAMES = 10;

  /** Keeps the list unchangeable. */
  public HolderIdentity {
    givenNames = List.copyOf(givenNames);
  }

  /**
   * A birth date of which parts may be unknown, as civil registers abroad have them.
   *
   * @param year of four digits
   * @param month 1 to 12
   * @param day 1 to 31
   */
  public record BirthDay(Optional<Integer> year, Optional<Integer> month, Optional<Integer> day) {

    /** A whole date. */
    public static BirthDay of(java.time.LocalDate date) {
      return new BirthDay(
          Optional.of(date.getYear()),
          Optional.of(date.getMonthValue()),
          Optional.of(date.getDayOfMonth()));
    }

    /** Whether nothing of it is unknown. */
    boolean isWhole() {
      return year.isPresent() && month.isPresent() && day.isPresent();
    }
  }

  /** What keeps a question from being asked. */
  public enum Gap {
    /** No name at birth, or one that no register holds. */
    BIRTH_NAME,
    /** No given name, or more than a register holds. */
    GIVEN_NAMES,
    /** No date that a calendar knows. */
    BIRTH_DATE,
    /** No country of birth. */
    COUNTRY,
    /** Born in France, but where is not said. */
    COMMUNE
  }

  /** What is missing or cannot be; empty if it may be asked. */
  public Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (!isName(birthName)) {
      gaps.add(Gap.BIRTH_NAME);
    }
    if (givenNames.isEmpty()
        || givenNames.size() > MOST_NAMES
        || !givenNames.stream().allMatch(HolderIdentity::isName)) {
      gaps.add(Gap.GIVEN_NAMES);
    }
    if (!isDate()) {
      gaps.add(Gap.BIRTH_DATE);
    }
    if (!place.country().matches("99[0-9]{3}")) {
      gaps.add(Gap.COUNTRY);
    } else if (place.inFrance() && !isPlace()) {
      gaps.add(Gap.COMMUNE);
    }
    return gaps;
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME;
  }

  private boolean isDate() {
    boolean sane =
        birth.year().map(year -> year >= 1900 && year <= 2100).orElse(true)
            && birth.month().map(month -> month >= 1 && month <= 12).orElse(true)
            && birth.day().map(day -> day >= 1 && day <= 31).orElse(true);
    return sane
        && (!birth.isWhole()
            || YearMonth.of(birth.year().orElseThrow(), birth.month().orElseThrow())
                .isValidDay(birth.day().orElseThrow()));
  }

  private boolean isPlace() {
    return place.commune().filter(code -> code.matches("[0-9][0-9AB][0-9]{3}")).isPresent()
        || (place.communeName().filter(HolderIdentity::isName).isPresent()
            && place.department().filter(code -> code.matches("[0-9][0-9AB][0-9]?")).isPresent()
            && birth.isWhole());
  }

  /**
   * The parameters of a question about this parent.
   *
   * @param month of the family quotient; this one if none
   */
  String query(Optional<YearMonth> month) {
    Parameters all =
        new Parameters()
            .add("nomNaissance", birthName.strip())
            .add("nomUsage", usualName.map(String::strip))
            .addAll("prenoms[]", stripped(givenNames))
            .add("anneeDateNaissance", birth.year())
            .add("moisDateNaissance", birth.month())
            .add("jourDateNaissance", birth.day())
            .add("sexeEtatCivil", sex.name())
            .add("codeCogInseePaysNaissance", place.country());
    if (place.inFrance()) {
      all.add("codeCogInseeCommuneNaissance", place.commune());
      if (place.commune().isEmpty()) {
        all.add("nomCommuneNaissance", place.communeName())
            .add("codeCogInseeDepartementNaissance", place.department());
      }
    }
    month.ifPresent(when -> all.add("annee", when.getYear()).add("mois", when.getMonthValue()));
    return all.query();
  }

  static List<String> stripped(List<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add(name.strip()));
    return all;
  }
}
