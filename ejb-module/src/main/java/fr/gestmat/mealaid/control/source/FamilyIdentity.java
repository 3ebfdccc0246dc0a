package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.Countries;
import fr.gestmat.mealaid.control.form.TypedBirthDay;
import fr.gestmat.mealaid.control.source.HolderIdentity.BirthDay;
import fr.gestmat.mealaid.control.source.SourceQuestions.People;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.mealaid.entity.source.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Of whom official sources may be asked, read from the answers of a family's form. */
public final class FamilyIdentity {

  private static final String ACCOUNT = "sourceAccount";

  private FamilyIdentity() {}

  /**
   * Everybody of whom a source may be asked.
   *
   * @param answers to questions that were shown, so that nobody is in it who may not be asked for
   * @param ownPart what a separated parent answered, if they did
   * @param child of the application
   */
  public static People of(Answers answers, Optional<Answers> ownPart, Child child) {
    Map<Subject, HolderIdentity> holders = new EnumMap<>(Subject.class);
    boolean bothParents = answers.is("living", "OTHER_PARENT");
    if (answers.is(ACCOUNT, "ME")) {
      holder(answers, "holder").ifPresent(one -> holders.put(Subject.APPLICANT, one));
    } else if (answers.is(ACCOUNT, "PARTNER")) {
      // A new partner is no parent: the account is that of the applicant's household.
      holder(answers, "partner")
          .ifPresent(
              one -> holders.put(bothParents ? Subject.OTHER_PARENT : Subject.APPLICANT, one));
    }
    ownPart
        .filter(part -> part.is(ACCOUNT, "ME"))
        .flatMap(part -> holder(part, "holder"))
        .ifPresent(one -> holders.put(Subject.SECOND_HOUSEHOLD, one));
    return new People(holders, pupil(answers, child), Optional.empty());
  }

  private static Optional<HolderIdentity> holder(Answers answers, String prefix) {
    Optional<BirthDay> birth =
        answers
            .to(prefix + "BirthDay")
            .flatMap(TypedBirthDay::read)
            .map(day -> new BirthDay(Optional.of(day.year()), day.month(), day.day()));
    Optional<Sex> sex = answers.to(prefix + "Sex").map(Sex::valueOf);
    return birth.isEmpty() || sex.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HolderIdentity(
                answers.to(prefix + "BirthName").orElse(""),
                Optional.empty(),
                names(answers.to(prefix + "GivenNames").orElse("")),
                birth.get(),
                sex.get(),
                place(answers, prefix)));
  }

  private static BirthPlace place(Answers answers, String prefix) {
    String country = answers.to(prefix + "BirthCountry").orElse("");
    return country.equals(Countries.FRANCE)
        ? BirthPlace.named(
            answers.to(prefix + "BirthTown").orElse(""),
            department(answers.to(prefix + "BirthDepartment").orElse("")))
        : BirthPlace.abroad(country);
  }

  private static String department(String typed) {
    return (typed.length() == 1 ? "0" + typed : typed).toUpperCase(Locale.ROOT);
  }

  private static Optional<PupilIdentity> pupil(Answers answers, Child child) {
    LocalDate born = child.birthDate();
    return born == null
        ? Optional.empty()
        : answers
            .to("pupilSex")
            .map(Sex::valueOf)
            .map(sex -> new PupilIdentity(child.familyName(), names(child.givenName()), born, sex));
  }

  /** "Sophie, Anne-Marie" is two given names. */
  private static List<String> names(String typed) {
    return Arrays.stream(typed.strip().split("[\\s,;]+")).filter(name -> !name.isEmpty()).toList();
  }
}
