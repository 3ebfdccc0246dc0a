package fr.gestmat.mealaid.control.letter;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.letter.OfficialLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A text as it reads in a letter to an invented family: no real one is read for a preview. */
@ApplicationScoped
public class LetterSample {

  private static final int DAYS = 60;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The letter. */
  public OfficialLetter of(long authorityId, LetterKind kind, LetterText text) {
    LocalAuthority authority = entities.find(LocalAuthority.class, authorityId);
    ZoneId zone = ZoneId.of(authority.timeZone());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String until = LetterPaper.day(today.plusDays(DAYS));
    Map<LetterField, String> values = new EnumMap<>(LetterField.class);
    values.put(LetterField.APPLICANT, "Camille Exemple");
    values.put(LetterField.CHILD_GIVEN_NAME, "Sacha");
    values.put(LetterField.CHILD_FAMILY_NAME, "Exemple");
    values.put(LetterField.SCHOOL, "Collège de l'Exemple");
    values.put(LetterField.NUMBER, "12345");
    values.put(LetterField.CAMPAIGN, "Campagne d'exemple");
    values.put(LetterField.AUTHORITY, authority.name());
    values.put(LetterField.DECIDED_ON, LetterPaper.day(today));
    values.put(LetterField.AMOUNT, kind == LetterKind.GRANTED ? "2,00 € par repas" : "");
    values.put(LetterField.EFFECTIVE_ON, LetterPaper.day(today));
    values.put(LetterField.REASON, "Motif de la décision.");
    values.put(LetterField.APPEAL_UNTIL, kind == LetterKind.APPEAL_REJECTED ? "" : until);
    return LetterPaper.letter(
        authority.name(),
        text,
        List.of(
            values.getOrDefault(LetterField.APPLICANT, ""), "1 rue de l'Exemple", "99000 Exemple"),
        values,
        List.of(
            new Fact("Décision", LetterPaper.words(kind)),
            new Fact("Enfant", "Sacha Exemple"),
            new Fact("Motif", "Motif de la décision.")));
  }
}
