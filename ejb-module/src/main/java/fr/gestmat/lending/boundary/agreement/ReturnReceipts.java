package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.agreement.FamilyReader;
import fr.gestmat.lending.control.agreement.GivenBack;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.document.Receipt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The proof that a device came back, for the family and for the school that lent it: with an
 * agreement or without one.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN", "LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
public class ReturnReceipts {

  private static final Role[] DESKS = {Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);

  @Inject private CurrentCaller caller;
  @Inject private GivenBack loans;
  @Inject private FamilyReader family;
  @Inject private Journal journal;

  /**
   * Writes it as a PDF.
   *
   * @param loan public id of a loan whose device came back
   * @return empty if there is no such loan for the caller, or its device did not come back
   * @throws IOException if it could not be written
   */
  public Optional<byte[]> write(UUID loan) throws IOException {
    Caller who = caller.get();
    Optional<GivenBack.Proof> found =
        loans.find(who.authorityId(), loan).filter(proof -> mayRead(who, proof));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    GivenBack.Proof proof = found.get();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    receipt(proof).write(out);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            proof.lender(),
            who.accountId(),
            who.name(),
            LendingAction.RETURN_PROVED.name(),
            "LOAN",
            proof.key(),
            proof.pupilKey(),
            null));
    return Optional.of(out.toByteArray());
  }

  private boolean mayRead(Caller who, GivenBack.Proof proof) {
    Scope scope = who.scope(DESKS);
    return scope.covers(proof.lender()) || family.party(who, proof.pupilKey()).isPresent();
  }

  private static Receipt receipt(GivenBack.Proof proof) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Élève", proof.pupil()));
    facts.add(new Fact("Matériel", proof.model() + ", étiquette " + proof.tag()));
    proof.serial().ifPresent(serial -> facts.add(new Fact("Numéro de série", serial)));
    facts.add(new Fact("Prêté le", day(proof.lentOn())));
    facts.add(new Fact("Rendu le", day(proof.returnedOn())));
    facts.add(new Fact("Rendu à", proof.returnedTo()));
    proof.grade().ifPresent(grade -> facts.add(new Fact("État au retour", FrenchWords.of(grade))));
    if (!proof.faults().isEmpty()) {
      facts.add(new Fact("Constaté au retour", String.join(", ", proof.faults())));
    }
    return new Receipt(
        proof.authority(),
        "Reçu de retour de matériel",
        facts,
        List.of(
            proof.lenderName() + " a bien reçu le matériel ci-dessus. Le prêt est terminé.",
            "Ce reçu dit ce qui a été enregistré au retour. L'état du matériel peut être contrôlé"
                + " plus tard : l'établissement vous écrira s'il manque quelque chose."));
  }

  private static String day(LocalDate day) {
    return day.getDayOfMonth() == 1 ? DAY.format(day).replaceFirst("^1 ", "1er ") : DAY.format(day);
  }
}
