package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.entity.source.MinistryBoarding;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an official source answered, once it is understood. */
public sealed interface SourceAnswer {

  /** An answer that a rule may use. */
  sealed interface Value extends SourceAnswer {

    /** Whose file it comes from. */
    Provider provider();

    /** What proves it, if a proof was asked for and given. */
    Optional<Proof> proof();
  }

  /**
   * A family quotient of the CAF or the MSA. It is not the tax office's: other income, other parts.
   *
   * @param value euros a month, above 0
   * @param month that it is for
   * @param provider CNAF or MSA
   * @param computed month in which it was worked out, if said
   * @param children of the account today, even if the month is a past one
   * @param proof what proves it
   */
  record FamilyQuotient(
      BigDecimal value,
      YearMonth month,
      Provider provider,
      Optional<YearMonth> computed,
      List<Person> children,
      Optional<Proof> proof)
      implements Value {

    /** Keeps the list unchangeable. */
    public FamilyQuotient {
      children = List.copyOf(children);
    }
  }

  /**
   * A pupil's standing at the ministry.
   *
   * @param status whether there is a scholarship
   * @param level its échelon, 1 to 6; empty if there is none or it is not said
   * @param boarding the régime, if said
   * @param enrolled whether the pupil is enrolled this year
   * @param uai the school, if said
   * @param proof what proves it
   */
  record Scholarship(
      ScholarshipStatus status,
      Optional<Integer> level,
      Optional<MinistryBoarding> boarding,
      boolean enrolled,
      Optional<String> uai,
      Optional<Proof> proof)
      implements Value {

    /** What an officer should see. */
    public enum Warning {
      /** The ministry knows no enrolment this year. */
      NOT_ENROLLED,
      /** The ministry knows the pupil in another school than we do. */
      OTHER_SCHOOL
    }

    @Override
    public Provider provider() {
      return Provider.MEN;
    }

    /** What differs from what we know (M-F26): to be looked at, never a refusal. */
    public Set<Warning> warnings(String knownUai) {
      Set<Warning> warnings = EnumSet.noneOf(Warning.class);
      if (!enrolled) {
        warnings.add(Warning.NOT_ENROLLED);
      }
      if (uai.filter(said -> !said.equalsIgnoreCase(knownUai)).isPresent()) {
        warnings.add(Warning.OTHER_SCHOOL);
      }
      return warnings;
    }
  }

  /**
   * The source does not know the person, or has no value for them: the family is asked for a
   * document. Never an income of 0.
   *
   * @param code what the source said, e.g. {@code 37003}, or our own word for it
   */
  record NotFound(String code) implements SourceAnswer {}

  /**
   * The source cannot know yet: asked again from a day on, and until then nothing is concluded.
   *
   * @param from first day on which it makes sense
   * @param said the answer that came too early
   */
  record TooEarly(LocalDate from, SourceAnswer said) implements SourceAnswer {}

  /**
   * No answer now.
   *
   * @param retryIn how long the source wants us to wait, if it says so
   * @param code what it said, or our own word for it
   */
  record Later(Optional<Duration> retryIn, String code) implements SourceAnswer {}

  /**
   * An answer that only a person can act on.
   *
   * @param status of HTTP
   * @param code what the source said, or our own word for it
   * @param said its sentence, at most 400 characters
   */
  record Refused(int status, String code, String said) implements SourceAnswer {

    /** Whether it is our token that is refused: every other call would be, too. */
    public boolean ofToken() {
      return status == 401 || status == 403;
    }
  }

  /**
   * Somebody as a source writes them.
   *
   * @param birthName family name at birth
   * @param usualName family name in use, empty if none
   * @param givenNames given names in one text
   * @param birthDate if said whole
   */
  record Person(
      String birthName,
      Optional<String> usualName,
      String givenNames,
      Optional<LocalDate> birthDate) {}

  /**
   * What lets others check a value for years.
   *
   * @param link page that shows it
   * @param code to compare with the page's
   */
  record Proof(String link, String code) {}
}
